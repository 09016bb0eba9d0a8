import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../shared/context';
import type { WindowView } from '../wire';
import { offeredTopics, type OfferedTopic } from './topics';

export interface Topics {
    offered: readonly OfferedTopic[];
    typed: string;
    chosen: number | null;
    active: number | null;
    field: RefObject<HTMLInputElement>;
    type: (typed: string) => void;
    choose: (topic: number) => void;
    /** Whether a key belonged to the choice of a topic. */
    takeKey: (event: KeyboardEvent) => boolean;
}

/** The choice of a topic during one visit; begins anew with the next. */
export function useTopics(view: WindowView): Topics {
    const speech = useSpeech();
    const field = useRef<HTMLInputElement>(null);
    const [typed, setTyped] = useState('');
    const [chosen, setChosen] = useState<number | null>(null);
    const [active, setActive] = useState<number | null>(null);
    const visit = view.visit?.visit;
    const service = view.visit?.service ?? 0;

    useEffect(() => {
        setTyped('');
        setChosen(null);
        setActive(null);
    }, [visit]);

    const offered = useMemo(
        () => offeredTopics(view.topics, service, typed, (words) => speech.inLanguage(words)),
        [view.topics, service, typed, speech],
    );

    return useMemo(() => {
        const type = (words: string) => {
            setTyped(words);
            const found = offeredTopics(view.topics, service, words, (name) =>
                speech.inLanguage(name),
            );
            setActive(words.trim() ? (found[0]?.id ?? null) : null);
        };
        const choose = (topic: number) => {
            setChosen(topic);
            setTyped('');
            setActive(null);
        };
        const step = (by: number) => {
            const from = offered.findIndex(({ id }) => id === (active ?? chosen));
            const to = from < 0 && by < 0 ? offered.length - 1 : from + by;
            const topic = offered[Math.max(0, Math.min(offered.length - 1, to))];
            if (topic && typed) {
                setActive(topic.id);
            } else if (topic) {
                setChosen(topic.id);
                setActive(topic.id);
            }
        };
        const takeKey = (event: KeyboardEvent): boolean => {
            if (event.ctrlKey || event.altKey || event.metaKey) {
                return false;
            }
            const byDigit = typed
                ? undefined
                : offered.find(({ digit }) => String(digit) === event.key);
            if (byDigit) {
                choose(byDigit.id);
                return true;
            }
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                step(event.key === 'ArrowDown' ? 1 : -1);
                return true;
            }
            if (event.key === 'Enter' && typed) {
                if (active !== null) {
                    choose(active);
                }
                return true;
            }
            if (event.key === 'Escape' && typed) {
                type('');
                return true;
            }
            if (/^\p{L}$/u.test(event.key) && event.target !== field.current) {
                // A letter begins the search: the field takes the focus before the letter arrives.
                field.current?.focus();
            }
            return false;
        };
        return { offered, typed, chosen, active, field, type, choose, takeKey };
    }, [offered, typed, chosen, active, view.topics, service, speech]);
}
