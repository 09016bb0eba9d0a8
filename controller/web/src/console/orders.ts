import type { CancelReason, WindowView } from '../wire';
import type { Action } from './stage';

/** One request of a clerk: what the office is asked to do, and what it answers with. */
export interface Order {
    name: string;
    path: string;
    body: object;
    /** Commands at a window answer with the window, those about a visit with the visit. */
    reply: 'window' | 'visit';
}

/** A service to go on to, and the only window for it; null for any. */
export interface Stop {
    service: number;
    onlyAt: number | null;
}

/** The visit is named with what is done to it, so that nothing is done to another one. */
const namesVisit: readonly Action[] = ['recall', 'start', 'finish', 'no-show', 'put-back'];

export function atWindow(view: WindowView, action: Action, more: object = {}): Order {
    const visit =
        view.visit && namesVisit.includes(action) ? { visit: view.visit.visit } : undefined;
    return {
        name: action,
        path: `/api/windows/${view.window}/${action}`,
        body: { ...visit, ...more },
        reply: 'window',
    };
}

export function finish(view: WindowView, topic: number, then: Stop | null): Order {
    return atWindow(view, 'finish', then ? { topic, then } : { topic });
}

export function callOutOfTurn(view: WindowView, visit: number, why: string): Order {
    return {
        name: 'call',
        path: `/api/windows/${view.window}/call`,
        body: { visit, why },
        reply: 'window',
    };
}

export function takeBreak(view: WindowView, evenAlone: boolean): Order {
    return atWindow(view, 'break', { evenAlone });
}

function ofVisit(visit: number, name: string, body: object): Order {
    return { name, path: `/api/visits/${visit}/${name}`, body, reply: 'visit' };
}

/** `until` null: until somebody calls or returns the visit. */
export function hold(visit: number, until: number | null): Order {
    return ofVisit(visit, 'hold', { until });
}

export function returnVisit(visit: number): Order {
    return ofVisit(visit, 'return', {});
}

export function transfer(visit: number, to: Stop, andBack: boolean, note: string): Order {
    return ofVisit(visit, 'transfer', { ...to, andBack, note });
}

export function cancel(visit: number, why: CancelReason): Order {
    return ofVisit(visit, 'cancel', { why });
}

export function setCategory(visit: number, category: number | null): Order {
    return ofVisit(visit, 'category', { category });
}

const encoder = new TextEncoder();

/** The office counts the bytes of a text, not its letters. */
export function bytesIn(words: string): number {
    return encoder.encode(words).length;
}

export const whyLettersMin = 3;
export const whyBytesMax = 200;
export const noteBytesMax = 500;
