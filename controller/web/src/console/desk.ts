import type { Api, Outcome, Trouble } from '../api';
import type { LiveState, LiveView } from '../live_view';
import { windowView, type WindowView } from '../wire';
import type { Action } from './stage';

/** What the clerk should read about the latest request. */
export type Note =
    | { kind: 'refused'; refusal: string }
    | { kind: 'failed'; status: number; error: string }
    | { kind: 'forbidden' };

export interface DeskState extends LiveState<WindowView> {
    /** The request under way; only one at a time. */
    pending: { action: Action; trouble: Trouble | null } | null;
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
        private readonly window: number,
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

    /** Asks the office once; gives whether it agreed. */
    async act(action: Action, body: object = {}): Promise<boolean> {
        if (!this.isPresent()) {
            return false;
        }
        this.set({ pending: { action, trouble: null }, note: null });
        const outcome = await this.api.act(
            `/api/windows/${this.window}/${action}`,
            body,
            windowView,
            this.stopping.signal,
            (trouble) => this.set({ pending: { action, trouble } }),
        );
        if (outcome.kind === 'stopped') {
            return false;
        }
        this.set({ pending: null });
        this.take(outcome);
        return outcome.kind === 'done';
    }

    /** False while an action would rest on an old view, or another is under way. */
    private isPresent(): boolean {
        return this.state.link === 'live' && !this.state.pending;
    }

    private take(outcome: Outcome<WindowView>): void {
        switch (outcome.kind) {
            case 'done':
                this.live.offer(outcome.value);
                return;
            case 'signedOut':
                this.onSignedOut();
                return;
            case 'refused':
            case 'failed':
            case 'forbidden':
                this.set({ note: outcome });
                clearTimeout(this.noteTimer);
                this.noteTimer = window.setTimeout(() => this.set({ note: null }), noteMs);
        }
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
