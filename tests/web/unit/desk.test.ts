import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Api } from '../../../controller/web/src/api';
import { Desk } from '../../../controller/web/src/console/desk';
import { atWindow, hold } from '../../../controller/web/src/console/orders';
import type { LiveView } from '../../../controller/web/src/live_view';
import { windowView, type WindowView } from '../../../controller/web/src/wire';
import { golden, visit } from './support';

const free: WindowView = {
    ...windowView(golden('window_view.json'), ''),
    state: 'open',
    visit: null,
};
const called: WindowView = { ...free, visit: visit({ state: 'called' }) };

/** A live view that shows what a test tells it to. */
function fakeLive() {
    let onChange: () => void = () => undefined;
    const live = {
        state: { view: free, link: 'live' },
        offered: [] as WindowView[],
        follow: (run: () => void) => (onChange = run),
        offer: (view: WindowView) => live.offered.push(view),
        stop: () => undefined,
        show: (state: object) => {
            live.state = { ...live.state, ...state };
            onChange();
        },
    };
    return live;
}

describe('a desk', () => {
    let live: ReturnType<typeof fakeLive>;
    let asked: { path: string; body: object }[];
    let answer: (outcome: unknown) => void;
    let signedOut: number;
    let desk: Desk;

    beforeEach(() => {
        vi.useFakeTimers();
        vi.stubGlobal('window', globalThis);
        live = fakeLive();
        asked = [];
        signedOut = 0;
        const api = {
            act: (path: string, body: object) => {
                asked.push({ path, body });
                return new Promise((resolve) => (answer = resolve));
            },
        };
        desk = new Desk(api as unknown as Api, live as unknown as LiveView<WindowView>, () => {
            signedOut += 1;
        });
    });

    afterEach(() => {
        desk.stop();
        vi.useRealTimers();
        vi.unstubAllGlobals();
    });

    it('asks for one thing at a time', async () => {
        void desk.ask(atWindow(live.state.view, 'call-next'));
        expect(await desk.ask(atWindow(live.state.view, 'call-next'))).toBe('notDone');
        expect(asked).toEqual([{ path: '/api/windows/5/call-next', body: {} }]);
    });

    it('does not take the second tap of a double tap for the next step', () => {
        live.show({ view: called });
        expect(desk.ready()).toBe(false);
        vi.advanceTimersByTime(400);
        expect(desk.ready()).toBe(true);
    });

    it('does nothing on an old view', async () => {
        live.show({ link: 'lost' });
        expect(await desk.ask(atWindow(live.state.view, 'call-next'))).toBe('notDone');
        expect(asked).toEqual([]);
    });

    it('offers the view of the answer and is free again', async () => {
        const done = desk.ask(atWindow(live.state.view, 'call-next'));
        answer({ kind: 'done', value: called });
        expect(await done).toBe('done');
        expect(live.offered).toEqual([called]);
        expect(desk.state.pending).toBeNull();
    });

    it('keeps a refusal for a while, or until something changes', async () => {
        const refusal = { kind: 'refused', refusal: 'queueEmpty' };
        const refused = desk.ask(atWindow(live.state.view, 'call-next'));
        answer(refusal);
        expect(await refused).toEqual({ refusal: 'queueEmpty' });
        expect(desk.state.note).toEqual(refusal);
        vi.advanceTimersByTime(11_000);
        expect(desk.state.note).toBeNull();

        const again = desk.ask(atWindow(live.state.view, 'call-next'));
        answer(refusal);
        await again;
        live.show({ view: called });
        expect(desk.state.note).toBeNull();
    });

    it('tells that a break began instead of a call', async () => {
        const asking = desk.ask(atWindow(live.state.view, 'call-next'));
        answer({ kind: 'done', value: { ...free, state: 'onBreak', backAt: 1 } });
        await asking;
        expect(desk.state.note).toEqual({ kind: 'breakBegan' });
    });

    it('leaves it to the feed to show what became of a visit', async () => {
        const asking = desk.ask(hold(1, null));
        expect(asked).toEqual([{ path: '/api/visits/1/hold', body: { until: null } }]);
        answer({ kind: 'done', value: visit({ state: 'held' }) });
        expect(await asking).toBe('done');
        expect(live.offered).toEqual([]);
        expect(desk.ready()).toBe(false);
        vi.advanceTimersByTime(400);
        expect(desk.ready()).toBe(true);
    });

    it('says when nobody is signed in any more', async () => {
        const asking = desk.ask(atWindow(live.state.view, 'recall'));
        answer({ kind: 'signedOut' });
        await asking;
        expect(signedOut).toBe(1);
    });
});
