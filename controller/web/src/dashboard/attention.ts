import { lateAfterMs } from '../waiting';
import { troublesOf, type Trouble } from './troubles';
import type { DashboardView, DeviceRow, ServiceRow, VisitRow, WindowRow } from '../wire';

/** What a manager should look at now, the worst first. */
export type Attention =
    | { kind: 'noWindow'; service: ServiceRow; lateMs: number }
    | { kind: 'late'; service: ServiceRow; lateMs: number }
    | { kind: 'paused'; window: WindowRow; lateMs: number }
    | { kind: 'notCome'; window: WindowRow; visit: VisitRow; calledMs: number }
    | { kind: 'device'; device: DeviceRow; trouble: Trouble };

/** Called this long ago and still not at the window: the clerk waits for nobody. */
const notComeAfterMs = 3 * 60_000;

/** How long a queue has been past its first promise; 0 in time. */
export function queueLateMs(service: ServiceRow, now: number): number {
    const late = service.firstDue === null ? 0 : now - service.firstDue;
    return late >= lateAfterMs ? late : 0;
}

/** The visit that a window calls or serves, when it is among those shown. */
export function visitAt(view: DashboardView, window: WindowRow): VisitRow | undefined {
    return window.number === null
        ? undefined
        : view.visits.find(
              (visit) =>
                  visit.window === window.id &&
                  (visit.state === 'called' || visit.state === 'serving'),
          );
}

export function attentionTo(view: DashboardView, now: number): Attention[] {
    const found: Attention[] = [];
    for (const service of view.services) {
        const lateMs = queueLateMs(service, now);
        if (service.waiting > 0 && service.openWindows === 0) {
            found.push({ kind: 'noWindow', service, lateMs });
        } else if (lateMs > 0) {
            found.push({ kind: 'late', service, lateMs });
        }
    }
    for (const window of view.windows) {
        const lateMs = Math.max(
            0,
            ...view.services
                .filter(({ id }) => window.services.includes(id))
                .map((service) => queueLateMs(service, now)),
        );
        if ((window.state === 'paused' || window.state === 'onBreak') && lateMs > 0) {
            found.push({ kind: 'paused', window, lateMs });
        }
        const visit = visitAt(view, window);
        const calledMs = now - (window.since ?? now);
        if (visit?.state === 'called' && calledMs >= notComeAfterMs) {
            found.push({ kind: 'notCome', window, visit, calledMs });
        }
    }
    for (const device of view.devices) {
        for (const trouble of troublesOf(device, now)) {
            if (trouble.weight !== 'passes') {
                found.push({ kind: 'device', device, trouble });
            }
        }
    }
    // A queue without a window is no worse than its people are late.
    return found.sort(
        (one, other) => rankOf(one) - rankOf(other) || weightOf(other) - weightOf(one),
    );
}

/** Who cannot take a ticket does not even wait: that is repaired first. */
function rankOf(item: Attention): number {
    const ranks = { noWindow: 1, late: 1, paused: 2, notCome: 3 };
    return item.kind === 'device' ? (item.trouble.weight === 'stops' ? 0 : 4) : ranks[item.kind];
}

function weightOf(item: Attention): number {
    return 'lateMs' in item ? item.lateMs : 'calledMs' in item ? item.calledMs : 0;
}
