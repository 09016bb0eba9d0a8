import type { VisitRow } from './wire';

/** Times are told in minutes: who is not a whole minute late is not shown as late. */
export const lateAfterMs = 60_000;

/** From joining to the first call; until then it goes on. */
export function waitedMs(visit: VisitRow, now: number): number {
    return Math.max(0, (visit.calledAt ?? visit.endedAt ?? now) - visit.joinedAt);
}

/** The wait that the office sets itself as its target for this visit. */
export function targetMs(visit: VisitRow): number {
    return Math.max(0, visit.due - visit.joinedAt);
}

/** How far past the promise the visitor was called, or waits by now; 0 in time. */
export function lateMs(visit: VisitRow, now: number): number {
    const late = (visit.calledAt ?? visit.endedAt ?? now) - visit.due;
    return late >= lateAfterMs ? late : 0;
}

/** From the start of the service to its end; until then it goes on. Null before it. */
export function serviceMs(visit: VisitRow, now: number): number | null {
    return visit.startedAt === null ? null : Math.max(0, (visit.endedAt ?? now) - visit.startedAt);
}
