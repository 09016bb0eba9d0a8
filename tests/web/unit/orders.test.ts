import { describe, expect, it } from 'vitest';
import { offeredServices, offeredWindows } from '../../../controller/web/src/console/destinations';
import * as orders from '../../../controller/web/src/console/orders';
import { windowView, type WindowView } from '../../../controller/web/src/wire';
import { golden, visit } from './support';

const view: WindowView = {
    ...windowView(golden('window_view.json'), ''),
    visit: visit({ visit: 41, state: 'serving', service: 2, window: 5 }),
};
const free: WindowView = { ...view, visit: null };

describe('an order at a window', () => {
    it('names the visit that the clerk sees, so that nothing is done to another', () => {
        for (const action of ['recall', 'start', 'no-show', 'put-back'] as const) {
            expect(orders.atWindow(view, action)).toEqual({
                name: action,
                path: `/api/windows/5/${action}`,
                body: { visit: 41 },
                reply: 'window',
            });
        }
        expect(orders.finish(view, 13, null).body).toEqual({ visit: 41, topic: 13 });
    });

    it('names none where none is meant', () => {
        for (const action of ['call-next', 'open', 'pause', 'close', 'undo'] as const) {
            expect(orders.atWindow(view, action).body).toEqual({});
            expect(orders.atWindow(free, action).body).toEqual({});
        }
    });

    it('sends the visitor on when it is finished, if the clerk chose so', () => {
        const then = { service: 2, onlyAt: null };
        expect(orders.finish(view, 13, then).body).toEqual({ visit: 41, topic: 13, then });
    });

    it('says whether a break is wanted although nobody else is there', () => {
        expect(orders.takeBreak(free, false)).toMatchObject({
            path: '/api/windows/5/break',
            body: { evenAlone: false },
        });
        expect(orders.takeBreak(free, true).body).toEqual({ evenAlone: true });
    });

    it('calls out of turn with the reason', () => {
        expect(orders.callOutOfTurn(free, 7, 'опаздывает на поезд')).toMatchObject({
            path: '/api/windows/5/call',
            body: { visit: 7, why: 'опаздывает на поезд' },
        });
    });
});

describe('an order about a visit', () => {
    it.each([
        [orders.hold(7, 900_000), 'hold', { until: 900_000 }],
        [orders.hold(7, null), 'hold', { until: null }],
        [orders.returnVisit(7), 'return', {}],
        [orders.cancel(7, 'visitorLeft'), 'cancel', { why: 'visitorLeft' }],
        [orders.setCategory(7, null), 'category', { category: null }],
        [
            orders.transfer(7, { service: 2, onlyAt: 5 }, true, 'копия договора'),
            'transfer',
            { service: 2, onlyAt: 5, andBack: true, note: 'копия договора' },
        ],
    ])('%j', (order, name, body) => {
        expect(order).toEqual({ name, path: `/api/visits/7/${name}`, body, reply: 'visit' });
    });

    it('counts the bytes of its words as the office does', () => {
        expect(orders.bytesIn('поезд')).toBe(10);
        expect(orders.bytesIn('bus')).toBe(3);
    });
});

describe('where a visit can go on to', () => {
    const inRussian = (words: Record<string, string>) => words['ru'] ?? '';
    const here = visit({ service: 2 });

    it('begins with the service that it is for now', () => {
        const offered = offeredServices(view, here, '', inRussian);
        expect(offered.map(({ id, same }) => [id, same])).toEqual([
            [2, true],
            [1, false],
        ]);
    });

    it('is found by the beginnings of words', () => {
        expect(offeredServices(view, here, 'показ', inRussian).map(({ id }) => id)).toEqual([1]);
        expect(offeredServices(view, here, 'договор', inRussian)).toEqual([]);
    });

    it('has the windows that give the service and have somebody there', () => {
        expect(offeredWindows(view, 1).map(({ id }) => id)).toEqual([5]);
        expect(offeredWindows(view, 9)).toEqual([]); // Window 8 is closed.
    });
});
