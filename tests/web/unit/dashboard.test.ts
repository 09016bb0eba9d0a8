import { describe, expect, it } from 'vitest';
import { attentionTo, queueLateMs } from '../../../controller/web/src/dashboard/attention';
import { troublesOf } from '../../../controller/web/src/dashboard/troubles';
import { filterVisits } from '../../../controller/web/src/dashboard/filter';
import { lateMs, targetMs, serviceMs, waitedMs } from '../../../controller/web/src/waiting';
import {
    dashboardView,
    type DashboardView,
    type DeviceRow,
    type ServiceRow,
    type WindowRow,
} from '../../../controller/web/src/wire';
import { golden, visit } from './support';

const minute = 60_000;
const now = 100 * minute;

const service = (more: Partial<ServiceRow>): ServiceRow => ({
    id: 1,
    segment: 'b2c',
    name: { ru: 'Показания' },
    waiting: 0,
    longestSince: null,
    firstDue: null,
    openWindows: 1,
    forecast: null,
    issuing: 'byRule',
    closed: null,
    ...more,
});

const window = (more: Partial<WindowRow>): WindowRow => ({
    id: 5,
    name: '5',
    state: 'open',
    clerk: 1,
    clerkName: 'Иванова Анна',
    services: [1],
    number: null,
    since: null,
    backAt: null,
    nextBreak: null,
    ...more,
});

const hall = (more: Partial<DashboardView>): DashboardView => ({
    ...dashboardView(golden('dashboard_view_empty.json'), ''),
    services: [],
    windows: [],
    visits: [],
    ...more,
});

const kinds = (view: DashboardView) => attentionTo(view, now).map(({ kind }) => kind);

const terminal = (status: Partial<NonNullable<DeviceRow['status']>>): DeviceRow => ({
    id: 1,
    kind: 'terminal',
    name: 'зал, у входа',
    connected: true,
    since: now - 60 * minute,
    heardAt: now - minute,
    status: {
        version: '1.0.0',
        printer: 'ready',
        paperMetresLeft: 40,
        scanner: 'ready',
        offlineTickets: 0,
        numbersLeft: 200,
        problems: [],
        ...status,
    },
});

const troubles = (device: DeviceRow) => troublesOf(device, now).map(({ name }) => name);

describe('the devices of an office', () => {
    it('are quiet while they work', () => {
        expect(troubles(terminal({}))).toEqual([]);
        expect(troubles(terminal({ printer: null, paperMetresLeft: null }))).toEqual([]);
    });

    it('tell each trouble once, what stops visitors before what soon will', () => {
        const device = terminal({
            printer: 'coverOpen',
            scanner: 'gone',
            offlineTickets: 3,
            problems: ['speech', 'gremlins'],
        });
        expect(troubles(device)).toEqual([
            'coverOpen',
            'scannerGone',
            'speech',
            'other',
            'handingOver',
        ]);
        expect(troublesOf(device, now)[3]).toMatchObject({ detail: 'gremlins' });
        expect(troublesOf(device, now)[4]).toMatchObject({ count: 3 });
    });

    it('want paper by the printer’s word or by the metres that are left', () => {
        expect(troubles(terminal({ printer: 'paperLow' }))).toEqual(['paperLow']);
        expect(troublesOf(terminal({ paperMetresLeft: 6 }), now)).toMatchObject([
            { name: 'paperLow', count: 6 },
        ]);
    });

    it('are away after a while, and nothing that they said before counts', () => {
        const away = (ms: number): DeviceRow => ({
            ...terminal({ printer: 'paperOut' }),
            connected: false,
            since: now - ms,
        });
        expect(troubles(away(5_000))).toEqual([]);
        expect(troublesOf(away(minute), now)).toMatchObject([
            { name: 'away', since: now - minute },
        ]);
        expect(troubles({ ...away(minute), since: null })).toEqual([]);
    });

    it('ask for attention before queues when visitors cannot get a ticket, else after them', () => {
        const services = [
            service({ waiting: 1, longestSince: 80 * minute, firstDue: 90 * minute }),
        ];
        const devices = [terminal({ printer: 'paperOut', scanner: 'gone', offlineTickets: 2 })];
        expect(kinds(hall({ services, devices, windows: [window({})] }))).toEqual([
            'device',
            'late',
            'device',
        ]);
    });
});

describe('the attention of a manager', () => {
    it('is not asked for while every promise is kept', () => {
        const services = [
            service({ waiting: 3, longestSince: 95 * minute, firstDue: 105 * minute }),
        ];
        expect(kinds(hall({ services, windows: [window({})] }))).toEqual([]);
    });

    it('goes to a queue that is a whole minute past its promise', () => {
        const late = (by: number) => [service({ waiting: 1, longestSince: 0, firstDue: now - by })];
        expect(kinds(hall({ services: late(59_000) }))).toEqual([]);
        expect(kinds(hall({ services: late(60_000) }))).toEqual(['late']);
    });

    it('goes to people who wait for a service that no window serves', () => {
        const services = [
            service({ waiting: 1, longestSince: now, firstDue: now + minute, openWindows: 0 }),
        ];
        expect(kinds(hall({ services }))).toEqual(['noWindow']);
        expect(kinds(hall({ services: [service({ openWindows: 0 })] }))).toEqual([]);
    });

    it('goes to a window on its break while its queue is late', () => {
        const services = [service({ waiting: 1, longestSince: 0, firstDue: now - 5 * minute })];
        const paused = window({ state: 'paused' });
        expect(kinds(hall({ services, windows: [paused] }))).toEqual(['late', 'paused']);
        expect(kinds(hall({ services, windows: [{ ...paused, services: [2] }] }))).toEqual([
            'late',
        ]);
    });

    it('goes to a visitor who was called three minutes ago and does not come', () => {
        const calling = (state: 'called' | 'serving', ago: number) =>
            hall({
                windows: [window({ number: 'А015', since: now - ago })],
                visits: [visit({ state, window: 5, calledAt: now - ago })],
            });
        expect(kinds(calling('called', 3 * minute))).toEqual(['notCome']);
        expect(kinds(calling('called', 2 * minute))).toEqual([]);
        expect(kinds(calling('serving', 9 * minute))).toEqual([]);
    });

    it('goes to the latest queue first', () => {
        const services = [
            service({ id: 1, waiting: 1, longestSince: 0, firstDue: now - 2 * minute }),
            service({ id: 2, waiting: 1, longestSince: 0, firstDue: now + minute, openWindows: 0 }),
            service({ id: 3, waiting: 1, longestSince: 0, firstDue: now - 9 * minute }),
        ];
        const order = attentionTo(hall({ services }), now).map((item) =>
            'service' in item ? item.service.id : 0,
        );
        expect(order).toEqual([3, 1, 2]);
    });

    it('knows an empty queue is never late', () => {
        expect(queueLateMs(service({}), now)).toBe(0);
    });
});

describe('the times of a visit', () => {
    it('go on while it waits', () => {
        const waiting = visit({ joinedAt: 0, due: 10 * minute });
        expect(waitedMs(waiting, 7 * minute)).toBe(7 * minute);
        expect(targetMs(waiting)).toBe(10 * minute);
        expect(lateMs(waiting, 10 * minute + 59_000)).toBe(0);
        expect(lateMs(waiting, 12 * minute)).toBe(2 * minute);
        expect(serviceMs(waiting, 7 * minute)).toBeNull();
    });

    it('stand still once they are over', () => {
        const finished = visit({
            state: 'finished',
            joinedAt: 0,
            due: 10 * minute,
            calledAt: 4 * minute,
            startedAt: 5 * minute,
            endedAt: 8 * minute,
        });
        expect(waitedMs(finished, now)).toBe(4 * minute);
        expect(lateMs(finished, now)).toBe(0);
        expect(serviceMs(finished, now)).toBe(3 * minute);
    });

    it('end for a visit that nobody called', () => {
        expect(waitedMs(visit({ state: 'dropped', endedAt: 30 * minute }), now)).toBe(30 * minute);
    });
});

describe('the filter of visits', () => {
    const visits = [
        visit({ visit: 1, number: 'А015', state: 'finished' }),
        visit({ visit: 2, number: 'А016' }),
        visit({ visit: 3, number: 'Б003', state: 'finished' }),
    ];
    const words = (row: { number: string; service: number }) => [row.number, 'Замена счётчика'];
    const found = (...given: [Parameters<typeof filterVisits>[1], string]) =>
        filterVisits(visits, ...given, words).map(({ visit: id }) => id);

    it('takes all, one state, and what has every word', () => {
        expect(found(null, '')).toEqual([1, 2, 3]);
        expect(found('finished', '')).toEqual([1, 3]);
        expect(found(null, 'а0')).toEqual([1, 2]);
        expect(found('finished', 'СЧЕТЧИК а015')).toEqual([1]);
        expect(found(null, 'нет такого')).toEqual([]);
    });
});
