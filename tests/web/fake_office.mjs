import { readFileSync } from 'node:fs';

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

export class Refused extends Error {}

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
            settings.windows.map(({ id }) => [id, { state: 'closed', clerk: null, visit: null }]),
        );
        this.calls = [];
        this.onChange = () => undefined;
    }

    now() {
        return Math.round(Date.now() + this.shift);
    }

    changed() {
        this.seq += 1;
        this.onChange();
    }

    issue(serviceId, { category = null, minutesAgo = 0, print = 'printed' } = {}) {
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
            joinedAt,
            due: joinedAt + target * minute,
            timesCalled: 0,
            window: null,
            calledAt: null,
            startedAt: null,
            endedAt: null,
            topic: null,
            helping: null,
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
            helping: false,
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
        return [...waiting(window.services), ...waiting(window.helpsWith)];
    }

    /** What a clerk asks for at a window; throws Refused. */
    act(windowId, action, clerk, body = {}) {
        const desk = this.desks.get(windowId);
        const refuse = (refusal) => {
            throw new Refused(refusal);
        };
        if (!desk) {
            refuse('unknownWindow');
        }
        const visit = this.visits.find((one) => one.visit === desk.visit);
        const now = this.now();
        if (action === 'open') {
            if (desk.state !== 'closed' && desk.clerk !== clerk) {
                refuse('windowTaken');
            }
            if ([...this.desks].some(([id, other]) => id !== windowId && other.clerk === clerk)) {
                refuse('clerkElsewhere');
            }
            Object.assign(desk, { state: 'open', clerk });
            this.changed();
            return;
        }
        if (desk.state === 'closed') {
            refuse('windowClosed');
        }
        if (desk.clerk !== clerk) {
            refuse('windowTaken');
        }
        const called = () => {
            if (!visit) {
                refuse('windowIdle');
            }
            if (visit.state === 'serving') {
                refuse('alreadyStarted');
            }
            return visit;
        };
        switch (action) {
            case 'pause':
            case 'close':
                if (visit) {
                    refuse('windowHasVisit');
                }
                desk.state = action === 'pause' ? 'paused' : 'closed';
                desk.clerk = action === 'pause' ? clerk : null;
                break;
            case 'call-next': {
                if (visit) {
                    refuse('windowHasVisit');
                }
                if (desk.state !== 'open') {
                    refuse('windowClosed');
                }
                const next = this.queueOf(windowId)[0];
                if (!next) {
                    refuse('queueEmpty');
                }
                const own = this.settings.windows.find(({ id }) => id === windowId).services;
                Object.assign(next, {
                    state: 'called',
                    window: windowId,
                    calledAt: now,
                    timesCalled: 1,
                    helping: !own.includes(next.service),
                });
                desk.visit = next.visit;
                this.calls.unshift({ visit: next, times: 1, at: now });
                break;
            }
            case 'recall':
                called().timesCalled += 1;
                this.calls.unshift({ visit, times: visit.timesCalled, at: now });
                break;
            case 'start':
                Object.assign(called(), { state: 'serving', startedAt: now });
                break;
            case 'no-show':
                Object.assign(called(), { state: 'noShow', endedAt: now });
                desk.visit = null;
                break;
            case 'finish':
                if (!visit) {
                    refuse('windowIdle');
                }
                if (visit.state !== 'serving') {
                    refuse('notStarted');
                }
                if (!this.settings.topics.some(({ id }) => id === body.topic)) {
                    refuse('unknownTopic');
                }
                Object.assign(visit, { state: 'finished', endedAt: now, topic: body.topic });
                desk.visit = null;
                break;
            default:
                throw new Error(`no such action: ${action}`);
        }
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
            };
        });
    }

    windowView(windowId) {
        const desk = this.desks.get(windowId);
        const queue = this.queueOf(windowId);
        return {
            office: this.present(),
            window: windowId,
            name: this.settings.windows.find(({ id }) => id === windowId).name,
            state: desk.state,
            clerk: desk.clerk,
            clerkName: this.clerkName(desk),
            visit: this.visits.find((one) => one.visit === desk.visit) ?? null,
            queue: queue.slice(0, 50),
            waiting: queue.length,
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
                number: visit.number,
                window: rows.find(({ id }) => id === visit.window).name,
                state: visit.state,
                language: 'ru',
                times,
                at,
            })),
            windows: rows.map(({ id, name, state, number }) => ({ id, name, state, number })),
            queues: this.settings.services.map(({ id, name }) => ({
                service: id,
                name,
                waiting: this.waitingFor(id).length,
            })),
        };
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
            noShow: count('noShow'),
            meanWaitSeconds: mean(waits),
            wait95Seconds: percentile95(waits),
            withinTargetPercent:
                called.length === 0 ? null : Math.round((100 * inTime) / called.length),
            meanServiceSeconds: mean(served.map((one) => one.endedAt - one.startedAt)),
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
                };
            }),
            windows,
            visits: [...this.visits]
                .sort((one, other) => changedAt(other) - changedAt(one))
                .slice(0, 100),
            categories: this.named(this.settings.categories),
            topics: this.named(this.settings.topics),
        };
    }
}
