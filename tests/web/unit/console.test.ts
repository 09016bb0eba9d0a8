import { describe, expect, it } from 'vitest';
import { inOrderOfUse } from '../../../controller/web/src/console/choose_window';
import {
    largeActions,
    mustWait,
    sideMoves,
    stageOf,
    undoSeconds,
    visitMoves,
    windowMoves,
    wishOf,
    worksHere,
    type Stage,
} from '../../../controller/web/src/console/stage';
import { matches, offeredTopics } from '../../../controller/web/src/console/topics';
import { windowView, type WindowRow, type WindowView } from '../../../controller/web/src/wire';
import { golden, visit } from './support';

const open: WindowView = {
    ...windowView(golden('window_view.json'), ''),
    state: 'open',
    clerk: 1,
    visit: null,
    waiting: 2,
};

const stages: Stage[] = ['closed', 'paused', 'onBreak', 'empty', 'free', 'called', 'serving'];

const key = (code: string, more = {}) => ({
    code,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    ...more,
});

describe('a window', () => {
    it.each<[Partial<WindowView>, Stage]>([
        [{}, 'free'],
        [{ waiting: 0, queue: [] }, 'empty'],
        [{ state: 'paused' }, 'paused'],
        [{ state: 'onBreak' }, 'onBreak'],
        [{ state: 'closed', clerk: null }, 'closed'],
        [{ visit: visit({ state: 'called' }) }, 'called'],
        [{ visit: visit({ state: 'serving' }) }, 'serving'],
    ])('with %j is %s', (more, stage) => {
        expect(stageOf({ ...open, ...more })).toBe(stage);
    });

    it('is this clerk’s while it is not closed and nobody else has it', () => {
        expect(worksHere(open, 1)).toBe(true);
        expect(worksHere(open, 2)).toBe(false);
        expect(worksHere({ ...open, state: 'closed', clerk: null }, 1)).toBe(false);
    });
});

describe('the keys', () => {
    it('give one large action to Space and Enter at each moment that has one', () => {
        const actions = stages.map((stage) => largeActions[stage]?.action ?? null);
        expect(actions).toEqual(['open', 'open', 'open', null, 'call-next', 'start', 'finish']);
        for (const code of ['Space', 'Enter', 'NumpadEnter']) {
            expect(wishOf(key(code), 'free')).toEqual({ kind: 'large' });
        }
    });

    it('are by their place, whatever the layout: the Russian К is R', () => {
        expect(wishOf(key('KeyR'), 'called')).toMatchObject({ move: { does: 'recall' } });
        expect(wishOf(key('KeyN'), 'called')).toMatchObject({ move: { does: 'no-show' } });
        expect(wishOf(key('KeyP'), 'free')).toMatchObject({ move: { does: 'pause' } });
        expect(wishOf(key('KeyL'), 'paused')).toMatchObject({ move: { does: 'close' } });
    });

    it('do nothing where their action has no place', () => {
        expect(wishOf(key('KeyR'), 'serving')).toBeNull();
        expect(wishOf(key('KeyN'), 'free')).toBeNull();
        expect(wishOf(key('KeyP'), 'called')).toBeNull();
    });

    it('act once while they are held down, and leave the browser its own', () => {
        expect(wishOf(key('Space', { repeat: true }), 'free')).toBeNull();
        expect(wishOf(key('KeyR', { ctrlKey: true }), 'called')).toBeNull();
    });

    it('are different at each stage', () => {
        for (const stage of stages) {
            const moves = [...sideMoves[stage], ...visitMoves[stage], ...windowMoves[stage]];
            const codes = moves.map(({ code }) => code);
            expect(new Set(codes).size).toBe(codes.length);
        }
    });

    it('leave every letter to the search for a topic while a visitor is served', () => {
        const codes = visitMoves.serving.map(({ code }) => code);
        expect(codes.every((code) => /^F\d+$/.test(code))).toBe(true);
    });

    it('are the same for the same thing at every stage', () => {
        const keyOf = (stage: Stage) =>
            new Map(visitMoves[stage].map(({ does, code }) => [does, code]));
        const [called, serving] = [keyOf('called'), keyOf('serving')];
        for (const does of ['hold', 'transfer', 'cancel'] as const) {
            expect(called.get(does)).toBe(serving.get(does));
            expect(called.get(does)).toBeDefined();
        }
    });

    it('take the latest action back as everywhere else', () => {
        expect(wishOf(key('KeyZ', { ctrlKey: true }), 'empty')).toEqual({ kind: 'undo' });
        expect(wishOf(key('KeyZ'), 'empty')).toBeNull();
    });
});

describe('a called visitor', () => {
    const [, noShow] = sideMoves.called;

    it('is not given up before the recalls that the office wants', () => {
        expect(noShow && mustWait(noShow, { ...open, recallsLeft: 1 })).toBe(true);
        expect(noShow && mustWait(noShow, { ...open, recallsLeft: 0 })).toBe(false);
        expect(noShow && mustWait(noShow, { ...open, recallsLeft: null })).toBe(false);
    });
});

describe('the latest action', () => {
    it('can be taken back until its time is over', () => {
        const view = { ...open, undoUntil: 60_000 };
        expect(undoSeconds(view, 25_400)).toBe(35);
        expect(undoSeconds(view, 60_000)).toBe(0);
        expect(undoSeconds(view, 99_000)).toBe(0);
        expect(undoSeconds({ ...open, undoUntil: null }, 0)).toBe(0);
    });
});

describe('the topics', () => {
    const inRussian = (words: Record<string, string>) => words['ru'] ?? '';
    const topics = [
        { id: 3, services: [2], name: { ru: 'Оплата принята' } },
        { id: 1, services: [1], name: { ru: 'Показания приняты' } },
        { id: 7, services: [1, 4], name: { ru: 'Заявка на замену счётчика' } },
        { id: 13, services: [], name: { ru: 'Консультация' } },
    ];

    it('of the service come first, then those for all, then the others', () => {
        const offered = offeredTopics(topics, 1, '', inRussian);
        expect(offered.map(({ id, own, digit }) => [id, own, digit])).toEqual([
            [1, true, 1],
            [7, true, 2],
            [13, true, 3],
            [3, false, 4],
        ]);
    });

    it('give digits to nine of them', () => {
        const many = Array.from({ length: 12 }, (_, index) => ({
            id: index + 1,
            services: [],
            name: { ru: `Тема ${index}` },
        }));
        const digits = offeredTopics(many, 1, '', inRussian).map(({ digit }) => digit);
        expect(digits.slice(7)).toEqual([8, 9, null, null, null]);
    });

    it('are found by the beginnings of their words, in any case, with е for ё', () => {
        expect(matches('Заявка на замену счётчика', 'ЗАМ СЧЕТ')).toBe(true);
        expect(matches('Заявка на замену счётчика', 'счётчика замену')).toBe(true);
        expect(matches('Заявка на замену счётчика', 'аявка')).toBe(false);
        expect(offeredTopics(topics, 1, 'при', inRussian).map(({ id }) => id)).toEqual([1, 3]);
    });
});

describe('the windows to choose from', () => {
    const row = (id: number, state: WindowRow['state'], clerk: number | null): WindowRow => ({
        id,
        name: String(id),
        state,
        clerk,
        clerkName: null,
        services: [1],
        number: null,
        since: null,
        backAt: null,
        nextBreak: null,
    });

    it('are the own one, the free ones, those of others', () => {
        const windows = [
            row(1, 'open', 2),
            row(2, 'closed', null),
            row(3, 'paused', 1),
            row(4, 'closed', null),
        ];
        expect(inOrderOfUse(windows, 1).map(({ id }) => id)).toEqual([3, 2, 4, 1]);
    });
});
