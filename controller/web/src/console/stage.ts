import type { TextName } from '../i18n';
import type { WindowView } from '../wire';

/**
 * What a window is in the middle of, and what its clerk may do then. One action at each moment is
 * the large one; every action has a key.
 */
export type Stage = 'closed' | 'paused' | 'empty' | 'free' | 'called' | 'serving';

export type Action =
    | 'open'
    | 'call-next'
    | 'start'
    | 'finish'
    | 'recall'
    | 'no-show'
    | 'pause'
    | 'close';

export interface Move {
    action: Action;
    text: TextName;
    /** KeyboardEvent.code: the place of the key, whatever the layout is set to. */
    code: string;
    /** What is printed on that key. */
    key: string;
}

/** The key of every large action is Space or Enter. */
export const largeActions: Readonly<Record<Stage, { action: Action; text: TextName } | null>> = {
    closed: { action: 'open', text: 'resume' },
    paused: { action: 'open', text: 'resume' },
    empty: null,
    free: { action: 'call-next', text: 'callNext' },
    called: { action: 'start', text: 'start' },
    serving: { action: 'finish', text: 'finish' },
};

const recall: Move = { action: 'recall', text: 'recall', code: 'KeyR', key: 'R' };
const noShow: Move = { action: 'no-show', text: 'noShow', code: 'KeyN', key: 'N' };
const pause: Move = { action: 'pause', text: 'pause', code: 'KeyP', key: 'P' };
const close: Move = { action: 'close', text: 'closeWindow', code: 'KeyL', key: 'L' };

export const sideMoves: Readonly<Record<Stage, readonly Move[]>> = {
    closed: [],
    paused: [],
    empty: [],
    free: [],
    called: [recall, noShow],
    serving: [],
};

export const windowMoves: Readonly<Record<Stage, readonly Move[]>> = {
    closed: [],
    paused: [close],
    empty: [pause, close],
    free: [pause, close],
    called: [],
    serving: [],
};

export function stageOf(view: WindowView): Stage {
    if (view.visit) {
        return view.visit.state === 'serving' ? 'serving' : 'called';
    }
    if (view.state !== 'open') {
        return view.state;
    }
    return view.waiting > 0 ? 'free' : 'empty';
}

/** Whether this clerk still works at the window that the view shows. */
export function worksHere(view: WindowView, clerk: number): boolean {
    return view.state !== 'closed' && view.clerk === clerk;
}

export interface PressedKey {
    code: string;
    ctrlKey: boolean;
    altKey: boolean;
    metaKey: boolean;
    repeat: boolean;
}

export type Wish = { kind: 'large' } | { kind: 'move'; move: Move };

/** What a key asks for at a stage. A key that is held down asks once. */
export function wishOf(key: PressedKey, stage: Stage): Wish | null {
    if (key.repeat || key.ctrlKey || key.altKey || key.metaKey) {
        return null;
    }
    if (key.code === 'Space' || key.code === 'Enter' || key.code === 'NumpadEnter') {
        return { kind: 'large' };
    }
    const move = [...sideMoves[stage], ...windowMoves[stage]].find(({ code }) => code === key.code);
    return move ? { kind: 'move', move } : null;
}
