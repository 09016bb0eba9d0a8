import type { Speech } from '../i18n';
import { clockText } from '../time';
import type { DashboardView } from '../wire';
import type { Trouble, TroubleName } from './troubles';

const texts = {
    away: 'troubleAway',
    gone: 'troublePrinterGone',
    paperOut: 'troublePaperOut',
    coverOpen: 'troubleCoverOpen',
    cutterFault: 'troubleCutterFault',
    fault: 'troublePrinterFault',
    notAnswering: 'troublePrinterSilent',
    storage: 'troubleStorage',
    paperLow: 'troublePaperLow',
    scannerGone: 'troubleScannerGone',
    speech: 'troubleSpeech',
    glyphs: 'troubleGlyphs',
    output: 'troubleOutput',
    screen: 'troubleScreen',
    sign: 'troubleSign',
    other: 'troubleOther',
    handingOver: 'troubleHandingOver',
} as const satisfies Record<TroubleName, string>;

const hints = {
    away: 'troubleAwayHint',
    gone: 'troublePrinterGoneHint',
    paperOut: 'troublePaperOutHint',
    coverOpen: 'troubleCoverOpenHint',
    cutterFault: 'troubleCutterFaultHint',
    fault: 'troublePrinterFaultHint',
    notAnswering: 'troublePrinterFaultHint',
    storage: 'troubleTechnicianHint',
    paperLow: 'troublePaperLowHint',
    scannerGone: 'troubleScannerGoneHint',
    speech: 'troubleTechnicianHint',
    glyphs: 'troubleTechnicianHint',
    output: 'troubleOutputHint',
    screen: 'troubleTechnicianHint',
    sign: 'troubleSignHint',
    other: 'troubleTechnicianHint',
    handingOver: 'troubleHandingOverHint',
} as const satisfies Record<TroubleName, string>;

/** A device's trouble in a manager's words: what it is, and what to do about it. */
export function wordsOf(
    trouble: Trouble,
    view: DashboardView,
    speech: Speech,
): { what: string; hint: string } {
    const time =
        trouble.since === undefined ? '' : clockText(trouble.since, view.office.utcOffsetMinutes);
    const what = speech.say(texts[trouble.name], {
        time,
        count: trouble.count ?? 0,
        detail: trouble.detail ?? '',
    });
    const metres =
        trouble.name === 'paperLow' && trouble.count !== undefined
            ? speech.say('troublePaperLeft', { count: trouble.count })
            : '';
    return { what: [what, metres].filter(Boolean).join(', '), hint: speech.say(hints[trouble.name]) };
}
