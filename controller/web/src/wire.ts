/**
 * The messages that the pages read, field by field as shared/wire/*.h writes them. The golden
 * files in tests/golden/wire are read by the tests of both sides.
 */
import { choice, flag, integer, list, maybe, record, text, texts, type Wire } from './schema';

const instant = integer; // UTC milliseconds.

/** What staff may choose from; each has a text in src/i18n. */
export const issuingModes = ['byRule', 'stopped', 'continued'] as const;
export const cancelReasons = ['visitorLeft', 'mistake', 'notPrinted', 'doneElsewhere'] as const;

const segment = choice('b2c', 'b2b');
const visitState = choice(
    'waiting',
    'called',
    'serving',
    'held',
    'finished',
    'noShow',
    'cancelled',
    'dropped',
);
const windowState = choice('closed', 'open', 'paused', 'onBreak');
const printOutcome = choice('notReported', 'printed', 'unknown', 'onScreen');
const issuingMode = choice(...issuingModes);
const closedReason = choice('officeClosed', 'notNow', 'stopped', 'dayLimit', 'lastTicket');
const cancelReason = choice(...cancelReasons);
const dropReason = choice('dayEnded', 'officeClosed', 'sentHome');

/** A wait that ends within it 80 times in 100. */
export const waitRange = record({ lowSeconds: integer, highSeconds: integer });

export const officePresent = record({
    name: texts,
    qualityLine: text,
    now: instant,
    utcOffsetMinutes: integer,
    open: flag,
    opensAt: maybe(instant),
});

/** Why a visitor was called now and not another. */
export const callReason = record({
    waitedSeconds: integer,
    targetSeconds: integer,
    helping: flag,
    onlyHere: flag,
    category: maybe(integer),
    bookedFor: maybe(instant),
    outOfTurn: text,
});

export const visitRow = record({
    visit: integer,
    number: text,
    service: integer,
    category: maybe(integer),
    state: visitState,
    print: printOutcome,
    copies: integer,
    people: integer,
    bookedFor: maybe(instant),
    onlyAt: maybe(integer),
    then: list(integer),
    before: list(integer),
    joinedAt: instant,
    due: instant,
    promised: maybe(waitRange),
    forecast: maybe(waitRange),
    timesCalled: integer,
    window: maybe(integer),
    calledAt: maybe(instant),
    startedAt: maybe(instant),
    endedAt: maybe(instant),
    topic: maybe(integer),
    heldUntil: maybe(instant),
    reason: maybe(callReason),
    note: text,
    cancelled: maybe(cancelReason),
    dropped: maybe(dropReason),
});

export const named = record({ id: integer, name: texts });

export const topicChoice = record({ id: integer, services: list(integer), name: texts });

/** The next break that is planned for a window today. */
export const breakPlan = record({ begins: instant, minutes: integer });

/** Where a visit can be sent. */
export const windowChoice = record({
    id: integer,
    name: text,
    state: windowState,
    services: list(integer),
});

export const windowView = record({
    office: officePresent,
    window: integer,
    name: text,
    state: windowState,
    clerk: maybe(integer),
    clerkName: maybe(text),
    backAt: maybe(instant),
    nextBreak: maybe(breakPlan),
    undoUntil: maybe(instant),
    recallsLeft: maybe(integer),
    visit: maybe(visitRow),
    queue: list(visitRow),
    waiting: integer,
    held: list(visitRow),
    absent: list(visitRow),
    windows: list(windowChoice),
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
    backAt: maybe(instant),
    nextBreak: maybe(breakPlan),
});

export const windowList = record({ windows: list(windowRow) });

export const dayFigures = record({
    issued: integer,
    waiting: integer,
    called: integer,
    serving: integer,
    finished: integer,
    held: integer,
    noShow: integer,
    cancelled: integer,
    dropped: integer,
    meanWaitSeconds: maybe(integer),
    wait95Seconds: maybe(integer),
    withinTargetPercent: maybe(integer),
    meanServiceSeconds: maybe(integer),
    forecasts: integer,
    forecastWithinPercent: maybe(integer),
    forecastErrorSeconds: maybe(integer),
});

export const serviceRow = record({
    id: integer,
    segment,
    name: texts,
    waiting: integer,
    longestSince: maybe(instant),
    firstDue: maybe(instant),
    openWindows: integer,
    forecast: maybe(waitRange),
    issuing: issuingMode,
    closed: maybe(closedReason),
});

/** What a terminal or display says of itself. */
export const deviceStatus = record({
    version: text,
    printer: maybe(text),
    paperMetresLeft: maybe(integer),
    scanner: choice('none', 'ready', 'gone'),
    offlineTickets: integer,
    numbersLeft: integer,
    problems: list(text),
});

export const deviceRow = record({
    id: integer,
    kind: choice('terminal', 'display'),
    name: text,
    connected: flag,
    since: maybe(instant),
    status: maybe(deviceStatus),
    heardAt: maybe(instant),
});

export const dashboardView = record({
    office: officePresent,
    today: dayFigures,
    services: list(serviceRow),
    windows: list(windowRow),
    visits: list(visitRow),
    categories: list(named),
    topics: list(named),
    devices: list(deviceRow),
});

const hallScreen = record({
    name: text,
    layout: choice('hall', 'calls', 'list', 'media', 'corner'),
    windows: list(integer),
    services: list(integer),
    groups: list(integer),
    waits: flag,
    next: flag,
    voice: flag,
    highContrast: flag,
    ticker: list(record({ text: texts })),
    ways: list(
        record({
            windows: list(integer),
            arrow: maybe(
                choice('left', 'right', 'ahead', 'aheadLeft', 'aheadRight', 'behind'),
            ),
            place: texts,
        }),
    ),
});

export const hallView = record({
    office: officePresent,
    calls: list(
        record({
            id: integer,
            visit: integer,
            service: integer,
            number: text,
            window: text,
            state: visitState,
            language: text,
            times: integer,
            at: instant,
        }),
    ),
    windows: list(
        record({
            id: integer,
            name: text,
            state: windowState,
            number: maybe(text),
            services: list(integer),
        }),
    ),
    queues: list(
        record({
            service: integer,
            name: texts,
            waiting: integer,
            forecast: maybe(waitRange),
            next: list(text),
        }),
    ),
    screens: list(hallScreen),
    mediaRevision: maybe(text),
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

/** What follows from the office's settings, in plain words: GET /api/rule. */
export const queueRule = record({ order: text, statements: list(texts) });

/** The reply to a request whose effect shows in the feeds. */
export const accepted = record({});

/** Why the office says no: controller/queue/refusal.h. Each has a text in src/i18n. */
export const refusals = [
    'officeClosed',
    'serviceClosed',
    'issuingStopped',
    'dayLimitReached',
    'lastTicketGiven',
    'staffOnly',
    'numbersUsedUp',
    'queueEmpty',
    'windowClosed',
    'windowTaken',
    'windowHasVisit',
    'windowIdle',
    'windowCannotServe',
    'windowInUse',
    'breakNotCovered',
    'notStarted',
    'alreadyStarted',
    'alreadyReported',
    'clerkElsewhere',
    'visitChanged',
    'visitElsewhere',
    'visitEnded',
    'visitWaiting',
    'tooLateToReturn',
    'recallFirst',
    'topicMissing',
    'reasonMissing',
    'timePassed',
    'outOfRange',
    'nothingToUndo',
    'tooLateToUndo',
    'bookingCancelled',
    'bookingArrived',
    'bookingOtherDay',
    'bookingTooEarly',
    'codeUsed',
    'bookingsFull',
    'unknownService',
    'unknownCategory',
    'unknownTopic',
    'unknownVisit',
    'unknownWindow',
    'unknownBooking',
] as const;

export type Refusal = (typeof refusals)[number];
export type OfficePresent = Wire<typeof officePresent>;
export type VisitRow = Wire<typeof visitRow>;
export type CallReason = Wire<typeof callReason>;
export type WaitRange = Wire<typeof waitRange>;
export type BreakPlan = Wire<typeof breakPlan>;
export type WindowChoice = Wire<typeof windowChoice>;
export type IssuingMode = Wire<typeof issuingMode>;
export type ClosedReason = Wire<typeof closedReason>;
export type CancelReason = Wire<typeof cancelReason>;
export type QueueRule = Wire<typeof queueRule>;
export type VisitState = Wire<typeof visitState>;
export type Named = Wire<typeof named>;
export type TopicChoice = Wire<typeof topicChoice>;
export type WindowView = Wire<typeof windowView>;
export type WindowRow = Wire<typeof windowRow>;
export type WindowState = Wire<typeof windowState>;
export type DayFigures = Wire<typeof dayFigures>;
export type DeviceRow = Wire<typeof deviceRow>;
export type ServiceRow = Wire<typeof serviceRow>;
export type DashboardView = Wire<typeof dashboardView>;
export type HallView = Wire<typeof hallView>;
export type Staff = Wire<typeof staff>;
export type Words = Wire<typeof texts>;
