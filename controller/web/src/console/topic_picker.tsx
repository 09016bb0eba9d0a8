import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { Key } from '../shared/parts';
import type { OfferedTopic } from './topics';

interface Props {
    topics: readonly OfferedTopic[];
    typed: string;
    chosen: number | null;
    /** Where the arrow keys are; Enter chooses it. */
    active: number | null;
    field: RefObject<HTMLInputElement>;
    onType: (typed: string) => void;
    onChoose: (topic: number) => void;
}

/** The topic of the visit: a digit, an arrow, a click or the beginning of its name chooses it. */
export function TopicPicker({ topics, typed, chosen, active, field, onType, onChoose }: Props) {
    const speech = useSpeech();
    const list = useRef<HTMLDivElement>(null);
    const idOf = (topic: number) => `topic-${topic}`;
    useEffect(() => {
        list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
    }, [active]);
    const option = (topic: OfferedTopic) => (
        <div
            key={topic.id}
            id={idOf(topic.id)}
            class="topic"
            role="option"
            data-topic={topic.id}
            data-active={topic.id === active}
            aria-selected={topic.id === chosen}
            onClick={() => onChoose(topic.id)}
        >
            <span class="topic-digit">{topic.digit !== null && <Key>{topic.digit}</Key>}</span>
            <span class="topic-name">{topic.name}</span>
            {topic.id === chosen && <Icon name="check" />}
        </div>
    );
    const groups = [
        { title: speech.say('topicOwn'), topics: topics.filter(({ own }) => own) },
        { title: speech.say('topicOther'), topics: topics.filter(({ own }) => !own) },
    ].filter((group) => group.topics.length > 0);
    return (
        <section class="topics" aria-labelledby="topics-title">
            <div class="topics-head">
                <h2 id="topics-title">{speech.say('topicTitle')}</h2>
                <div class="search">
                    <Icon name="search" size={18} />
                    <input
                        ref={field}
                        role="combobox"
                        aria-label={speech.say('topicSearch')}
                        aria-expanded="true"
                        aria-controls="topic-list"
                        aria-autocomplete="list"
                        aria-activedescendant={active === null ? undefined : idOf(active)}
                        placeholder={speech.say('topicSearchHint')}
                        autocomplete="off"
                        spellcheck={false}
                        value={typed}
                        onInput={(event) => onType(event.currentTarget.value)}
                    />
                </div>
            </div>
            <div
                id="topic-list"
                class="topic-list"
                ref={list}
                role="listbox"
                aria-labelledby="topics-title"
                tabIndex={-1}
            >
                {groups.map((group) => (
                    <div
                        key={group.title}
                        class="topic-group"
                        role="group"
                        aria-label={group.title}
                    >
                        <p class="topic-group-title" aria-hidden="true">
                            {group.title}
                        </p>
                        {group.topics.map(option)}
                    </div>
                ))}
            </div>
            {topics.length === 0 && <p class="muted">{speech.say('topicNone')}</p>}
        </section>
    );
}
