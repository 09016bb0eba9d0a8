import type { Speech } from '../i18n';
import { useSpeech } from '../shared/context';
import { Icon, type IconName } from '../shared/icons';
import { clockText } from '../time';
import type { DashboardView, WindowRow } from '../wire';
import { attentionTo, type Attention } from './attention';
import { wordsOf } from './trouble_words';

interface Row {
    key: string;
    icon: IconName;
    title: string;
    hint: string;
}

const shownMax = 6;

/** What is wrong in the hall, in words; says also that nothing is. */
export function AttentionList({ view, now }: { view: DashboardView; now: number }) {
    const speech = useSpeech();
    const found = attentionTo(view, now);
    if (found.length === 0) {
        return (
            <section class="attention calm" aria-live="polite" data-attention="0">
                <p>
                    <Icon name="check" size={22} /> {speech.say('attentionNone')}
                </p>
            </section>
        );
    }
    return (
        <section
            class="attention"
            aria-label={speech.say('attentionTitle')}
            data-attention={found.length}
        >
            <h2>
                <Icon name="alert" size={22} /> {speech.say('attentionTitle')}
            </h2>
            <ul>
                {found.slice(0, shownMax).map((item) => {
                    const row = rowOf(item, speech, view);
                    return (
                        <li key={row.key} data-attention-kind={item.kind}>
                            <Icon name={row.icon} size={22} />
                            <span>
                                <strong>{row.title}</strong>
                                <span class="attention-hint">{row.hint}</span>
                            </span>
                        </li>
                    );
                })}
                {found.length > shownMax && (
                    <li class="attention-more">
                        {speech.say('attentionMore', { count: found.length - shownMax })}
                    </li>
                )}
            </ul>
        </section>
    );
}

/** Why a window does not receive, and who works there. */
function awayText(window: WindowRow, utcOffsetMinutes: number, speech: Speech): string {
    const why =
        window.backAt === null
            ? speech.say('attentionPausedHint')
            : speech.say('attentionBackAt', { time: clockText(window.backAt, utcOffsetMinutes) });
    return [why, window.clerkName].filter(Boolean).join(' · ');
}

function rowOf(item: Attention, speech: Speech, view: DashboardView): Row {
    switch (item.kind) {
        case 'noWindow':
            return {
                key: `noWindow-${item.service.id}`,
                icon: 'door',
                title: speech.say('attentionNoWindow', {
                    service: speech.inLanguage(item.service.name),
                }),
                hint: speech.say('attentionNoWindowHint', {
                    waiting: speech.people(item.service.waiting),
                }),
            };
        case 'late':
            return {
                key: `late-${item.service.id}`,
                icon: 'clock',
                title: speech.say('attentionLate', {
                    service: speech.inLanguage(item.service.name),
                    time: speech.length(item.lateMs),
                }),
                hint: speech.say('attentionLateHint', {
                    waiting: speech.people(item.service.waiting),
                    windows: item.service.openWindows,
                }),
            };
        case 'paused':
            return {
                key: `paused-${item.window.id}`,
                icon: 'cup',
                title: speech.say('attentionPaused', { window: item.window.name }),
                hint: awayText(item.window, view.office.utcOffsetMinutes, speech),
            };
        case 'device': {
            const { what, hint } = wordsOf(item.trouble, view, speech);
            return {
                key: `device-${item.device.id}-${item.trouble.name}`,
                icon: item.device.kind === 'terminal' ? 'printer' : 'hall',
                title: `${item.device.name}: ${what}`,
                hint,
            };
        }
        case 'notCome':
            return {
                key: `notCome-${item.window.id}`,
                icon: 'bell',
                title: speech.say('attentionNotCome', {
                    window: item.window.name,
                    number: item.visit.number,
                }),
                hint: speech.say('attentionNotComeHint', {
                    time: speech.length(item.calledMs),
                }),
            };
    }
}
