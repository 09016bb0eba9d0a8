import type { Api, Outcome, Trouble } from '../api';
import type { LiveState, LiveView } from '../live_view';
import { visitRow, windowView, type VisitRow, type WindowView } from '../wire';
import type { Order } from './orders';

/** What the clerk should read about the latest request. */
export type Note =
    | { kind: 'refused'; refusal: string }
    | { kind: 'failed'; status: number; error: string }
    | { kind: 'forbidden' }
    | { kind: 'breakBegan' };

/** How a request ended for the one who asked. */
export type Answer = 'done' | 'notDone' | { refusal: string };

export interface DeskState extends LiveState<WindowView> {
    /** The request under way; only one at a time. */
    pending: { name: string; trouble: Trouble | null } | null;
    note: Note | null;
    /** Just after a change nothing is taken: the second tap of a double tap means nothing new. */
    settling: boolean;
}

const settleMs = 350;
const noteMs = 10_000;

/** One clerk's work at one window: what the feed shows and what the clerk asks for. */
export class Desk {
    state: DeskState;

    private readonly changed = new Set<() => void>();
    private readonly stopping = new AbortController();
    private settleTimer = 0;
    private noteTimer = 0;

    constructor(
        private readonly api: Api,
        readonly live: LiveView<WindowView>,
        private readonly onSignedOut: () => void,
    ) {
        this.state = { ...live.state, pending: null, note: null, settling: false };
        live.follow(() => this.hearView());
    }

    follow(onChange: () => void): () => void {
        this.changed.add(onChange);
        return () => this.changed.delete(onChange);
    }

    stop(): void {
        this.stopping.abort();
        this.changed.clear();
        clearTimeout(this.settleTimer);
        clearTimeout(this.noteTimer);
        this.live.stop();
    }

    /** Whether a key or a tap counts now. */
    ready(): boolean {
        return this.isPresent() && !this.state.settling;
    }

    forgetNote(): void {
        this.set({ note: null });
    }

    /** Asks the office once; gives whether it agreed, and what it answered if it did not. */
    async ask(order: Order): Promise<Answer> {
        if (!this.isPresent()) {
            return 'notDone';
        }
        this.set({ pending: { name: order.name, trouble: null }, note: null });
        const outcome = await this.api.act<WindowView | VisitRow>(
            order.path,
            order.body,
            order.reply === 'window' ? windowView : visitRow,
            this.stopping.signal,
            (trouble) => this.set({ pending: { name: order.name, trouble } }),
        );
        if (outcome.kind === 'stopped') {
            return 'notDone';
        }
        this.set({ pending: null });
        this.take(outcome, order);
        if (outcome.kind === 'refused') {
            return { refusal: outcome.refusal };
        }
        return outcome.kind === 'done' ? 'done' : 'notDone';
    }

    /** False while an action would rest on an old view, or another is under way. */
    private isPresent(): boolean {
        return this.state.link === 'live' && !this.state.pending;
    }

    private take(outcome: Outcome<WindowView | VisitRow>, order: Order): void {
        switch (outcome.kind) {
            case 'done':
                this.takeReply(outcome.value, order);
                return;
            case 'signedOut':
                this.onSignedOut();
                return;
            case 'refused':
            case 'failed':
            case 'forbidden':
                this.note(outcome);
        }
    }

    private takeReply(reply: WindowView | VisitRow, order: Order): void {
        if ('queue' in reply) {
            this.live.offer(reply);
            if (order.name === 'call-next' && reply.state === 'onBreak') {
                this.note({ kind: 'breakBegan' });
            }
        } else {
            this.settle(); // The feed brings what follows for the window.
        }
    }

    private note(note: Note): void {
        this.set({ note });
        clearTimeout(this.noteTimer);
        this.noteTimer = window.setTimeout(() => this.set({ note: null }), noteMs);
    }

    private hearView(): void {
        const before = this.state.view;
        const after = this.live.state.view;
        const moved =
            before?.visit?.visit !== after?.visit?.visit ||
            before?.visit?.state !== after?.visit?.state ||
            before?.state !== after?.state;
        if (moved && before) {
            this.settle();
        }
        this.set({ ...this.live.state, ...(moved ? { note: null } : {}) });
    }

    private settle(): void {
        this.state = { ...this.state, settling: true };
        clearTimeout(this.settleTimer);
        this.settleTimer = window.setTimeout(() => this.set({ settling: false }), settleMs);
    }

    private set(change: Partial<DeskState>): void {
        this.state = { ...this.state, ...change };
        for (const onChange of this.changed) {
            onChange();
        }
    }
}
