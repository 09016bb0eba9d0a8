import type { DeviceRow } from '../wire';

/** What may be wrong with a device; `stops` keeps visitors from something, `soon` will. */
const weights = {
    away: 'stops',
    gone: 'stops',
    paperOut: 'stops',
    coverOpen: 'stops',
    cutterFault: 'stops',
    fault: 'stops',
    notAnswering: 'stops',
    storage: 'stops',
    paperLow: 'soon',
    scannerGone: 'soon',
    speech: 'soon',
    glyphs: 'soon',
    output: 'soon',
    screen: 'soon',
    sign: 'soon',
    other: 'soon',
    handingOver: 'passes',
} as const;

export type TroubleName = keyof typeof weights;
export type Weight = (typeof weights)[TroubleName];

export interface Trouble {
    name: TroubleName;
    weight: Weight;
    /** Metres of paper, tickets to hand over. */
    count?: number;
    /** A problem that this page has no words for, by its own name. */
    detail?: string;
    /** Since when, where it is known. */
    since?: number;
}

/** A restart or a short break of the line calls nobody. */
const awayAfterMs = 20_000;

/** So much paper is some sixty tickets. */
const paperLowMetres = 10;

/** What is wrong with a device, the worst first. */
export function troublesOf(device: DeviceRow, now: number): Trouble[] {
    const found: Trouble[] = [];
    const tell = (name: TroubleName, more: Omit<Trouble, 'name' | 'weight'> = {}) =>
        found.push({ name, weight: weights[name], ...more });
    if (!device.connected) {
        if (device.since !== null && now - device.since >= awayAfterMs) {
            tell('away', { since: device.since });
        }
        // What it said last is of yesterday, as far as anybody knows.
        return found;
    }
    const { status } = device;
    if (status === null) {
        return found;
    }
    const { printer, paperMetresLeft: metres } = status;
    if (printer !== null && printer !== 'ready') {
        if (printer in weights) {
            tell(printer as TroubleName, metres === null ? {} : { count: metres });
        } else {
            tell('other', { detail: printer });
        }
    } else if (metres !== null && metres < paperLowMetres) {
        tell('paperLow', { count: metres });
    }
    if (status.scanner === 'gone') {
        tell('scannerGone');
    }
    for (const problem of status.problems) {
        if (problem in weights) {
            tell(problem as TroubleName);
        } else {
            tell('other', { detail: problem });
        }
    }
    if (status.offlineTickets > 0) {
        tell('handingOver', { count: status.offlineTickets });
    }
    const order = { stops: 0, soon: 1, passes: 2 };
    return found.sort((one, other) => order[one.weight] - order[other.weight]);
}
