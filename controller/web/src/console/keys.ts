import { useLayoutEffect, useRef } from 'preact/hooks';
import { wishOf, type Stage, type Wish } from './stage';
import type { Topics } from './use_topics';

export interface KeyTargets {
    stage: Stage;
    /** A form or a question is open: the keys are its own. */
    covered: boolean;
    topics: Topics;
    onWish: (wish: Wish) => void;
}

/** One listener for the life of the page; it reads the targets of the latest rendering. */
export function useKeys(targets: KeyTargets): void {
    const latest = useRef(targets);
    latest.current = targets;
    useLayoutEffect(() => {
        const onKey = (event: KeyboardEvent) => takeKey(event, latest.current);
        document.addEventListener('keydown', onKey);
        return () => document.removeEventListener('keydown', onKey);
    }, []);
}

function takeKey(event: KeyboardEvent, { stage, covered, topics, onWish }: KeyTargets): void {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const presses = event.key === 'Enter' || event.key === ' ';
    if (event.repeat && presses) {
        event.preventDefault(); // A key held down must not press what comes next.
        return;
    }
    if (covered) {
        return;
    }
    if (stage === 'serving' && topics.takeKey(event)) {
        event.preventDefault();
        return;
    }
    const isOfUpperRow = /^F\d+$/.test(event.code);
    const inWords = topics.typed !== '' && !isOfUpperRow && event.key !== 'Enter';
    if (target instanceof HTMLInputElement && (inWords || isLetter(event))) {
        return;
    }
    if (presses && target.closest('button, a')) {
        return; // The focused button does what it says.
    }
    const wish = wishOf(event, stage);
    if (wish) {
        event.preventDefault();
        onWish(wish);
    }
}

/** What a field takes as a part of its words; a blank begins none. */
function isLetter(event: KeyboardEvent): boolean {
    return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
}
