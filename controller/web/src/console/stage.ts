import type { TextName } from '../i18n';
import type { IconName } from '../shared/icons';
import type { WindowView } from '../wire';

/**
 * What a window is in the middle of, and what its clerk may do then. One action at each moment is
 * the large one; every action has a key.
 */
export type Stage = 'closed' | 'paused' | 'onBreak' | 'empty' | 'free' | 'called' | 'serving';

/** What is asked of the office at the window: the last word of its path. */
export type Action =
    | 'open'
    | 'call-next'
    | 'start'
    | 'finish'
    | 'recall'
    | 'no-show'
    | 'put-back'
    | 'undo'
    | 'pause'
    | 'break'
    | 'close';

/** What needs a choice first: a form opens. */
export type Form = 'hold' | 'transfer' | 'next' | 'cancel';

export interface Move {
    does: Action | Form;
    text: TextName;
    icon: IconName;
    /** KeyboardEvent.code: the place of the key, whatever the layout is set to. */
    code: string;
    /** What is printed on that key. */
    key: string;
}

/** The key of every large action is Space or Enter. */
export const largeActions: Readonly<Record<Stage, { action: Action; text: TextName } | null>> = {
    closed: { action: 'open', text: 'resume' },
    paused: { action: 'open', text: 'resume' },
    onBreak: { action: 'open', text: 'resume' },
    empty: null,
    free: { action: 'call-next', text: 'callNext' },
    called: { action: 'start', text: 'start' },
    serving: { action: 'finish', text: 'finish' },
};

const letter = (does: Move['does'], text: TextName, icon: IconName, key: string): Move => ({
    does,
    text,
    icon,
    code: `Key${key}`,
    key,
});

// While a visitor is served the letters search for a topic: what can be done then has keys of
// the upper row, the same at every stage.
const upper = (does: Move['does'], text: TextName, icon: IconName, key: string): Move => ({
    does,
    text,
    icon,
    code: key,
    key,
});

const recall = letter('recall', 'recall', 'bell', 'R');
const noShow = letter('no-show', 'noShow', 'absent', 'N');
const putBack = letter('put-back', 'putBack', 'toQueue', 'V');
const pause = letter('pause', 'pause', 'pause', 'P');
const takeBreak = letter('break', 'takeBreak', 'cup', 'B');
const close = letter('close', 'closeWindow', 'door', 'L');
const hold = upper('hold', 'hold', 'clock', 'F2');
const transfer = upper('transfer', 'transfer', 'swap', 'F4');
const next = upper('next', 'nextService', 'plus', 'F8');
const cancel = upper('cancel', 'cancelVisit', 'cross', 'F9');

/** Beside the large action. */
export const sideMoves: Readonly<Record<Stage, readonly Move[]>> = {
    closed: [],
    paused: [],
    onBreak: [],
    empty: [],
    free: [],
    called: [recall, noShow],
    serving: [],
};

/** What else can become of the visit at the window. */
export const visitMoves: Readonly<Record<Stage, readonly Move[]>> = {
    closed: [],
    paused: [],
    onBreak: [],
    empty: [],
    free: [],
    called: [putBack, hold, transfer, cancel],
    serving: [next, transfer, hold, cancel],
};

export const windowMoves: Readonly<Record<Stage, readonly Move[]>> = {
    closed: [],
    paused: [takeBreak, close],
    onBreak: [close],
    empty: [pause, takeBreak, close],
    free: [pause, takeBreak, close],
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

/** Whole seconds in which the latest action can still be taken back; 0 when it cannot. */
export function undoSeconds(view: WindowView, now: number): number {
    return view.undoUntil === null ? 0 : Math.max(0, Math.ceil((view.undoUntil - now) / 1000));
}

/** Whether a move has to wait for something; a called visitor is not given up too early. */
export function mustWait(move: Move, view: WindowView): boolean {
    return move.does === 'no-show' && (view.recallsLeft ?? 0) > 0;
}

export interface PressedKey {
    code: string;
    ctrlKey: boolean;
    altKey: boolean;
    metaKey: boolean;
    repeat: boolean;
}

export type Wish = { kind: 'large' } | { kind: 'undo' } | { kind: 'move'; move: Move };

/** What a key asks for at a stage. A key that is held down asks once. */
export function wishOf(key: PressedKey, stage: Stage): Wish | null {
    if (key.repeat || key.altKey) {
        return null;
    }
    if (key.ctrlKey || key.metaKey) {
        return key.code === 'KeyZ' ? { kind: 'undo' } : null;
    }
    if (key.code === 'Space' || key.code === 'Enter' || key.code === 'NumpadEnter') {
        return { kind: 'large' };
    }
    const move = [...sideMoves[stage], ...visitMoves[stage], ...windowMoves[stage]].find(
        ({ code }) => code === key.code,
    );
    return move ? { kind: 'move', move } : null;
}
