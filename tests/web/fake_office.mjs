import { readFileSync } from 'node:fs';
import { actAtWindow, actOnVisit, Refused, sendHome } from './fake_acts.mjs';

export { Refused } from './fake_acts.mjs';

/**
 * A small office for tests of the pages: enough of the controller's rules to work a window with,
 * and the views as shared/wire writes them. Not the product: controller/queue is.
 */

const minute = 60_000;

export const engels = JSON.parse(
    readFileSync(new URL('../../packaging/offices/engels.json', import.meta.url), 'utf8'),
);

export const staff = [
    { id: 1, login: 'ivanova', password: 'okno-5', name: 'Иванова Анна', role: 'clerk' },
    { id: 2, login: 'petrov', password: 'okno-2', name: 'Петров Олег', role: 'clerk' },
    { id: 3, login: 'sokolova', password: 'ves-zal', name: 'Соколова Мария', role: 'manager' },
    { id: 4, login: 'orlov', password: 'okno-3', name: 'Орлов Павел', role: 'clerk' },
    { id: 5, login: 'belova', password: 'okno-4', name: 'Белова Ирина', role: 'clerk' },
    { id: 6, login: 'kim', password: 'kassa-5', name: 'Ким Светлана', role: 'clerk' },
    { id: 7, login: 'gusev', password: 'kassa-6', name: 'Гусев Денис', role: 'clerk' },
];

const seconds = (milliseconds) => Math.round(milliseconds / 1000);
const mean = (values) =>
    values.length === 0
        ? null
        : seconds(values.reduce((sum, value) => sum + value, 0) / values.length);

function percentile95(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted.length === 0
        ? null
        : seconds(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)]);
}

/** The wire has no fields of the office's own. */
const shown = ({ route, ...visit }) => visit;

export class FakeOffice {
    constructor({ settings = engels, startsAt = Date.UTC(2026, 10, 24, 7, 5) } = {}) {
        this.settings = settings;
        this.shift = startsAt - Date.now();
        this.utcOffsetMinutes = 240;
        this.open = true;
        this.seq = 1;
        this.epoch = 1;
        this.visits = [];
        this.lastNumber = new Map();
        this.desks = new Map(
            settings.windows.map(({ id }) => [
                id,
                {
                    state: 'closed',
                    clerk: null,
                    visit: null,
                    backAt: null,
                    nextBreak: null,
                    last: null,
                },
            ]),
        );
        this.issuing = new Map();
        this.closed = new Map();
        this.recallsBeforeNoShow = 0;
        this.calls = [];
        this.devices = [];
        this.onChange = () => undefined;
    }

    now() {
        return Math.round(Date.now() + this.shift);
    }

    changed() {
        this.seq += 1;
        this.onChange();
    }

    /** A terminal that is there says how it is. */
    hear(name, status) {
        this.devices = this.devices.filter((device) => device.name !== name);
        this.devices.push({
            id: 1,
            kind: 'terminal',
            name,
            connected: true,
            since: this.now() - 60 * minute,
            heardAt: this.now(),
            status,
        });
        this.changed();
    }

    /** It has not been there since then. */
    lose(name, minutesAgo) {
        const device = this.devices.find((each) => each.name === name);
        Object.assign(device, { connected: false, since: this.now() - minutesAgo * minute });
        this.changed();
    }

    issue(
        serviceId,
        { category = null, minutesAgo = 0, print = 'printed', then = [], ...more } = {},
    ) {
        const service = this.settings.services.find(({ id }) => id === serviceId);
        const serial = (this.lastNumber.get(serviceId) ?? 0) + 1;
        this.lastNumber.set(serviceId, serial);
        const rightTo = this.settings.categories.find(({ id }) => id === category);
        const target = Math.min(service.targetMinutes, rightTo?.targetMinutes ?? Infinity);
        const joinedAt = this.now() - Math.round(minutesAgo * minute);
        const visit = {
            visit: this.visits.length + 1,
            number: service.prefix + String(serial).padStart(3, '0'),
            service: serviceId,
            category,
            state: 'waiting',
            print,
            people: 1,
            bookedFor: null,
            onlyAt: null,
            then,
            route: then.map((next) => ({ service: next, onlyAt: null })),
            before: [],
            joinedAt,
            due: joinedAt + target * minute,
            promised: null,
            forecast: { lowSeconds: 240, highSeconds: 600 },
            timesCalled: 0,
            copies: 0,
            window: null,
            calledAt: null,
            startedAt: null,
            endedAt: null,
            topic: null,
            heldUntil: null,
            reason: null,
            note: '',
            cancelled: null,
            dropped: null,
            ...more,
        };
        this.visits.push(visit);
        this.changed();
        return visit;
    }

    /** A visit of earlier today, whole. */
    past(serviceId, { window, topic, minutesAgo, wait, service }) {
        const visit = this.issue(serviceId, { minutesAgo });
        const calledAt = visit.joinedAt + Math.round(wait * minute);
        Object.assign(visit, {
            state: topic === null ? 'noShow' : 'finished',
            window,
            timesCalled: 1,
            calledAt,
            startedAt: topic === null ? null : calledAt + 20_000,
            endedAt: calledAt + 20_000 + Math.round(service * minute),
            topic,
            forecast: null,
        });
        this.changed();
        return visit;
    }

    queueOf(windowId) {
        const window = this.settings.windows.find(({ id }) => id === windowId);
        const byDue = (one, other) => one.due - other.due || one.visit - other.visit;
        const waiting = (services) =>
            this.visits
                .filter((visit) => visit.state === 'waiting' && services.includes(visit.service))
                .sort(byDue);
        return [...waiting(window.services), ...waiting(window.helpsWith)].filter(
            ({ onlyAt }) => onlyAt === null || onlyAt === windowId,
        );
    }

    window(windowId) {
        return this.settings.windows.find(({ id }) => id === windowId);
    }

    visitById(visitId) {
        const visit = this.visits.find((one) => one.visit === visitId);
        if (!visit) {
            throw new Refused('unknownVisit');
        }
        return visit;
    }

    recallsLeft(visit) {
        return Math.max(0, this.recallsBeforeNoShow - (visit.timesCalled - 1));
    }

    /** What a clerk asks for at a window; throws Refused. */
    act(windowId, action, clerk, body = {}) {
        actAtWindow(this, windowId, action, clerk, body);
        this.changed();
    }

    /** What the staff asks for a visit; throws Refused. */
    actOnVisit(visitId, action, clerk, body = {}) {
        actOnVisit(this, visitId, action, clerk, body);
        this.changed();
        return shown(this.visitById(visitId));
    }

    setIssuing(serviceId, mode) {
        this.issuing.set(serviceId, mode);
        this.closed.set(serviceId, mode === 'stopped' ? 'stopped' : null);
        this.changed();
    }

    sendHome() {
        sendHome(this);
        this.changed();
    }

    planBreak(windowId, minutesFromNow, minutes) {
        const begins = this.now() + minutesFromNow * minute;
        this.desks.get(windowId).nextBreak = { begins, minutes };
        this.changed();
    }

    present() {
        const { name, qualityLine } = this.settings;
        return {
            name,
            qualityLine,
            now: this.now(),
            utcOffsetMinutes: this.utcOffsetMinutes,
            open: this.open,
            opensAt: this.open ? null : this.now() + 60 * minute,
        };
    }

    named(list) {
        return list.map(({ id, name }) => ({ id, name }));
    }

    clerkName(desk) {
        return staff.find(({ id }) => id === desk.clerk)?.name ?? null;
    }

    windowRows() {
        return this.settings.windows.map(({ id, name, services }) => {
            const desk = this.desks.get(id);
            const visit = this.visits.find((one) => one.visit === desk.visit);
            return {
                id,
                name,
                state: desk.state,
                clerk: desk.clerk,
                clerkName: this.clerkName(desk),
                services,
                number: visit?.number ?? null,
                since: visit?.calledAt ?? null,
                backAt: desk.backAt,
                nextBreak: desk.nextBreak,
            };
        });
    }

    windowView(windowId) {
        const desk = this.desks.get(windowId);
        const queue = this.queueOf(windowId);
        const { services, helpsWith } = this.window(windowId);
        const inState = (state) =>
            this.visits
                .filter(
                    (one) =>
                        one.state === state && [...services, ...helpsWith].includes(one.service),
                )
                .map(shown);
        const visit = this.visits.find((one) => one.visit === desk.visit);
        return {
            office: this.present(),
            window: windowId,
            name: this.settings.windows.find(({ id }) => id === windowId).name,
            state: desk.state,
            clerk: desk.clerk,
            clerkName: this.clerkName(desk),
            backAt: desk.backAt,
            nextBreak: desk.nextBreak,
            undoUntil: desk.last && desk.last.until > this.now() ? desk.last.until : null,
            recallsLeft: visit?.state === 'called' ? this.recallsLeft(visit) : null,
            visit: visit ? shown(visit) : null,
            queue: queue.slice(0, 50).map(shown),
            waiting: queue.length,
            held: inState('held'),
            absent: inState('noShow').reverse(),
            windows: this.settings.windows.map((one) => ({
                id: one.id,
                name: one.name,
                state: this.desks.get(one.id).state,
                services: [...one.services, ...one.helpsWith],
            })),
            services: this.named(this.settings.services),
            categories: this.named(this.settings.categories),
            topics: this.settings.topics.map(({ id, services, name }) => ({ id, services, name })),
        };
    }

    hallView() {
        const rows = this.windowRows();
        return {
            office: this.present(),
            calls: this.calls.slice(0, 12).map(({ visit, times, at }, index) => ({
                id: this.calls.length - index,
                visit: visit.visit,
                service: visit.service,
                number: visit.number,
                window: rows.find(({ id }) => id === visit.window).name,
                state: visit.state,
                language: 'ru',
                times,
                at,
            })),
            windows: rows.map(({ id, name, state, number }) => ({
                id,
                name,
                state,
                number,
                services: this.settings.windows.find((window) => window.id === id).services,
            })),
            queues: this.settings.services.map(({ id, name }) => ({
                service: id,
                name,
                waiting: this.waitingFor(id).length,
                forecast: this.forecastOf(id),
                next: [],
            })),
            screens: [],
            mediaRevision: null,
        };
    }

    /** For one who joins now. */
    forecastOf(serviceId) {
        const ahead = this.waitingFor(serviceId).length;
        return this.closed.get(serviceId)
            ? null
            : { lowSeconds: 120 * ahead, highSeconds: 240 * ahead + 120 };
    }

    waitingFor(serviceId) {
        return this.visits.filter((one) => one.state === 'waiting' && one.service === serviceId);
    }

    today() {
        const count = (state) => this.visits.filter((one) => one.state === state).length;
        const called = this.visits.filter(({ calledAt }) => calledAt !== null);
        const waits = called.map((one) => one.calledAt - one.joinedAt);
        const served = this.visits.filter(({ state }) => state === 'finished');
        const inTime = called.filter((one) => one.calledAt <= one.due).length;
        return {
            issued: this.visits.length,
            waiting: count('waiting'),
            called: count('called'),
            serving: count('serving'),
            finished: count('finished'),
            held: count('held'),
            noShow: count('noShow'),
            cancelled: count('cancelled'),
            dropped: count('dropped'),
            meanWaitSeconds: mean(waits),
            wait95Seconds: percentile95(waits),
            withinTargetPercent:
                called.length === 0 ? null : Math.round((100 * inTime) / called.length),
            meanServiceSeconds: mean(served.map((one) => one.endedAt - one.startedAt)),
            forecasts: called.length,
            forecastWithinPercent: called.length === 0 ? null : 82,
            forecastErrorSeconds: called.length === 0 ? null : 96,
        };
    }

    dashboardView() {
        const windows = this.windowRows();
        const changedAt = (one) => one.endedAt ?? one.startedAt ?? one.calledAt ?? one.joinedAt;
        return {
            office: this.present(),
            today: this.today(),
            services: this.settings.services.map(({ id, segment, name }) => {
                const waiting = this.waitingFor(id);
                const first = (key) =>
                    waiting.length === 0 ? null : Math.min(...waiting.map((one) => one[key]));
                return {
                    id,
                    segment,
                    name,
                    waiting: waiting.length,
                    longestSince: first('joinedAt'),
                    firstDue: first('due'),
                    openWindows: windows.filter(
                        (row) => row.state === 'open' && row.services.includes(id),
                    ).length,
                    forecast: this.forecastOf(id),
                    issuing: this.issuing.get(id) ?? 'byRule',
                    closed: this.closed.get(id) ?? null,
                };
            }),
            windows,
            visits: [...this.visits]
                .sort((one, other) => changedAt(other) - changedAt(one))
                .slice(0, 100)
                .map(shown),
            categories: this.named(this.settings.categories),
            topics: this.named(this.settings.topics),
            devices: this.devices,
        };
    }
}
