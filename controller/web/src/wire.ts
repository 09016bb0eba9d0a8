/**
 * The messages that the pages read, field by field as shared/wire/*.h writes them. The golden
 * files in tests/golden/wire are read by the tests of both sides.
 */
import { choice, flag, integer, list, maybe, record, text, texts, type Wire } from './schema';

const instant = integer; // UTC milliseconds.

const segment = choice('b2c', 'b2b');
const visitState = choice('waiting', 'called', 'serving', 'finished', 'noShow', 'dropped');
const windowState = choice('closed', 'open', 'paused');
const printOutcome = choice('notReported', 'printed', 'unknown', 'onScreen');

export const officePresent = record({
    name: texts,
    qualityLine: text,
    now: instant,
    utcOffsetMinutes: integer,
    open: flag,
    opensAt: maybe(instant),
});

export const visitRow = record({
    visit: integer,
    number: text,
    service: integer,
    category: maybe(integer),
    state: visitState,
    print: printOutcome,
    joinedAt: instant,
    due: instant,
    timesCalled: integer,
    window: maybe(integer),
    calledAt: maybe(instant),
    startedAt: maybe(instant),
    endedAt: maybe(instant),
    topic: maybe(integer),
    helping: maybe(flag),
});

export const named = record({ id: integer, name: texts });

export const topicChoice = record({ id: integer, services: list(integer), name: texts });

export const windowView = record({
    office: officePresent,
    window: integer,
    name: text,
    state: windowState,
    clerk: maybe(integer),
    clerkName: maybe(text),
    visit: maybe(visitRow),
    queue: list(visitRow),
    waiting: integer,
    services: list(named),
    categories: list(named),
    topics: list(topicChoice),
});

export const windowRow = record({
    id: integer,
    name: text,
    state: windowState,
    clerk: maybe(integer),
    clerkName: maybe(text),
    services: list(integer),
    number: maybe(text),
    since: maybe(instant),
});

export const windowList = record({ windows: list(windowRow) });

export const dayFigures = record({
    issued: integer,
    waiting: integer,
    called: integer,
    serving: integer,
    finished: integer,
    noShow: integer,
    meanWaitSeconds: maybe(integer),
    wait95Seconds: maybe(integer),
    withinTargetPercent: maybe(integer),
    meanServiceSeconds: maybe(integer),
});

export const serviceRow = record({
    id: integer,
    segment,
    name: texts,
    waiting: integer,
    longestSince: maybe(instant),
    firstDue: maybe(instant),
    openWindows: integer,
});

export const dashboardView = record({
    office: officePresent,
    today: dayFigures,
    services: list(serviceRow),
    windows: list(windowRow),
    visits: list(visitRow),
    categories: list(named),
    topics: list(named),
});

export const hallView = record({
    office: officePresent,
    calls: list(
        record({
            id: integer,
            visit: integer,
            number: text,
            window: text,
            state: visitState,
            language: text,
            times: integer,
            at: instant,
        }),
    ),
    windows: list(record({ id: integer, name: text, state: windowState, number: maybe(text) })),
    queues: list(record({ service: integer, name: texts, waiting: integer })),
});

/** The frame around every view that a feed sends. */
export const feedMessage = record({
    feed: text,
    epoch: integer,
    seq: integer,
    view: (value: unknown) => value,
});

export const staff = record({
    id: integer,
    login: text,
    name: text,
    role: choice('clerk', 'hallAdministrator', 'manager', 'technician'),
});

export const session = record({ staff });

/** Why the office says no: controller/queue/commands.h. Each has a text in src/i18n. */
export const refusals = [
    'officeClosed',
    'numbersUsedUp',
    'queueEmpty',
    'windowClosed',
    'windowTaken',
    'windowHasVisit',
    'windowIdle',
    'notStarted',
    'alreadyStarted',
    'alreadyReported',
    'clerkElsewhere',
    'unknownService',
    'unknownCategory',
    'unknownTopic',
    'unknownVisit',
    'unknownWindow',
    'windowInUse',
] as const;

export type Refusal = (typeof refusals)[number];
export type OfficePresent = Wire<typeof officePresent>;
export type VisitRow = Wire<typeof visitRow>;
export type VisitState = Wire<typeof visitState>;
export type Named = Wire<typeof named>;
export type TopicChoice = Wire<typeof topicChoice>;
export type WindowView = Wire<typeof windowView>;
export type WindowRow = Wire<typeof windowRow>;
export type WindowState = Wire<typeof windowState>;
export type DayFigures = Wire<typeof dayFigures>;
export type ServiceRow = Wire<typeof serviceRow>;
export type DashboardView = Wire<typeof dashboardView>;
export type HallView = Wire<typeof hallView>;
export type Staff = Wire<typeof staff>;
export type Words = Wire<typeof texts>;
