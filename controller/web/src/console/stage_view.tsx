import { useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { nameIn } from '../names';
import type { OfficeClock } from '../time';
import type { WindowView } from '../wire';
import type { Stage } from './stage';
import { TopicPicker } from './topic_picker';
import type { Topics } from './use_topics';
import { Visitor, Waited } from './visitor';

interface Props {
    stage: Stage;
    view: WindowView;
    clock: OfficeClock;
    topics: Topics;
}

/** The middle of the console: what this moment is about. */
export function StageView({ stage, view, clock, topics }: Props) {
    const speech = useSpeech();
    switch (stage) {
        case 'called':
            return view.visit && <Visitor visit={view.visit} view={view} clock={clock} />;
        case 'serving':
            return (
                view.visit && (
                    <>
                        <Visitor visit={view.visit} view={view} clock={clock} />
                        <TopicPicker
                            topics={topics.offered}
                            typed={topics.typed}
                            chosen={topics.chosen}
                            active={topics.active}
                            field={topics.field}
                            onType={topics.type}
                            onChoose={topics.choose}
                        />
                    </>
                )
            );
        case 'free':
            return <NextInLine view={view} clock={clock} />;
        case 'empty':
            return (
                <Still
                    icon="people"
                    title={speech.say('nobodyWaits')}
                    hint={speech.say(view.office.open ? 'nobodyWaitsHint' : 'officeClosedNow')}
                />
            );
        case 'paused':
            return (
                <Still
                    icon="cup"
                    title={speech.say('stagePaused')}
                    hint={speech.say('stagePausedHint')}
                />
            );
        case 'closed':
            return <Still icon="door" title={speech.say('stateClosed')} hint="" />;
    }
}

function Still({
    icon,
    title,
    hint,
}: {
    icon: 'people' | 'cup' | 'door';
    title: string;
    hint: string;
}) {
    return (
        <div class="still">
            <span class="still-icon">
                <Icon name={icon} size={56} />
            </span>
            <p class="still-title">{title}</p>
            <p class="muted">{hint}</p>
        </div>
    );
}

function NextInLine({ view, clock }: { view: WindowView; clock: OfficeClock }) {
    const speech = useSpeech();
    const now = useNow(clock, 1000);
    const next = view.queue[0];
    if (!next) {
        return null;
    }
    const category = next.category === null ? '' : nameIn(view.categories, next.category, speech);
    return (
        <div class="next">
            <p class="next-label">{speech.say('nextInLine')}</p>
            <p class="number">{next.number}</p>
            <div class="visitor-wish">
                <p class="service">{nameIn(view.services, next.service, speech)}</p>
                {category && (
                    <p class="marks">
                        <span class="tag priority">
                            <Icon name="star" size={18} /> {category}
                        </span>
                    </p>
                )}
            </div>
            <dl class="facts">
                <Waited visit={next} now={now} />
            </dl>
        </div>
    );
}
