import type { Speech } from '../i18n';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { clockText, timerText } from '../time';
import type { DashboardView, WindowRow } from '../wire';
import { visitAt } from './attention';

interface Props {
    view: DashboardView;
    now: number;
}

/** Each window: who works there, whom they have, since when. */
export function Windows({ view, now }: Props) {
    const speech = useSpeech();
    const open = view.windows.filter(({ state }) => state === 'open').length;
    return (
        <section class="panel card windows" aria-labelledby="windows-title">
            <div class="panel-head">
                <h2 id="windows-title">{speech.say('windowsTitle')}</h2>
                <span class="muted">
                    {speech.say('windowsOpen', { open, all: view.windows.length })}
                </span>
            </div>
            <ul class="plates">
                {view.windows.map((window) => (
                    <Plate key={window.id} window={window} view={view} now={now} />
                ))}
            </ul>
        </section>
    );
}

type Doing = 'closed' | 'paused' | 'onBreak' | 'free' | 'called' | 'serving';

function doing(window: WindowRow, view: DashboardView): Doing {
    if (window.number !== null) {
        return visitAt(view, window)?.state === 'called' ? 'called' : 'serving';
    }
    return window.state === 'open' ? 'free' : window.state;
}

const texts = {
    closed: 'stateClosed',
    paused: 'statePaused',
    onBreak: 'stateOnBreak',
    free: 'windowFreeNow',
    called: 'windowCalling',
    serving: 'windowServing',
} as const;

const icons = {
    closed: 'door',
    paused: 'pause',
    onBreak: 'cup',
    free: 'check',
    called: 'bell',
    serving: 'people',
} as const;

function Plate({ window, view, now }: { window: WindowRow; view: DashboardView; now: number }) {
    const speech = useSpeech();
    const what = doing(window, view);
    const visit = visitAt(view, window);
    const time = (instant: number) => clockText(instant, view.office.utcOffsetMinutes);
    const since = visit?.startedAt ?? window.since;
    return (
        <li class={`plate ${what}`} data-window={window.name} data-doing={what}>
            <span class="plate-name" aria-label={speech.say('window', { name: window.name })}>
                {window.name}
            </span>
            <span class="plate-state">
                <Icon name={icons[what]} size={16} /> {doingText(what, window, now, time, speech)}
            </span>
            <span class="plate-clerk">{window.clerkName ?? speech.say('noClerk')}</span>
            {window.nextBreak && (
                <span class="plate-break" data-next-break={window.nextBreak.begins}>
                    <Icon name="cup" size={14} />
                    {speech.say('breakPlanned', {
                        time: time(window.nextBreak.begins),
                        length: speech.length(window.nextBreak.minutes * 60_000),
                    })}
                </span>
            )}
            {window.number !== null && <span class="plate-number">{window.number}</span>}
            {window.number !== null && since !== null && (
                <span class="plate-since">{timerText(now - since)}</span>
            )}
        </li>
    );
}

/** On a break the time to be back is what counts; after it, that it is over. */
function doingText(
    what: Doing,
    window: WindowRow,
    now: number,
    time: (instant: number) => string,
    speech: Speech,
): string {
    if (what === 'onBreak' && window.backAt !== null) {
        return speech.say(now < window.backAt ? 'windowOnBreak' : 'windowBreakOver', {
            time: time(window.backAt),
        });
    }
    return speech.say(texts[what]);
}
