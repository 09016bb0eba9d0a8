import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { timerText } from '../time';
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

type Doing = 'closed' | 'paused' | 'free' | 'called' | 'serving';

function doing(window: WindowRow, view: DashboardView): Doing {
    if (window.number !== null) {
        return visitAt(view, window)?.state === 'called' ? 'called' : 'serving';
    }
    return window.state === 'open' ? 'free' : window.state;
}

function Plate({ window, view, now }: { window: WindowRow; view: DashboardView; now: number }) {
    const speech = useSpeech();
    const what = doing(window, view);
    const visit = visitAt(view, window);
    const since = visit?.startedAt ?? window.since;
    const text = (
        {
            closed: 'stateClosed',
            paused: 'statePaused',
            free: 'windowFreeNow',
            called: 'windowCalling',
            serving: 'windowServing',
        } as const
    )[what];
    const icon = (
        { closed: 'door', paused: 'cup', free: 'check', called: 'bell', serving: 'people' } as const
    )[what];
    return (
        <li class={`plate ${what}`} data-window={window.name} data-doing={what}>
            <span class="plate-name" aria-label={speech.say('window', { name: window.name })}>
                {window.name}
            </span>
            <span class="plate-state">
                <Icon name={icon} size={16} /> {speech.say(text)}
            </span>
            <span class="plate-clerk">{window.clerkName ?? speech.say('noClerk')}</span>
            {window.number !== null && <span class="plate-number">{window.number}</span>}
            {window.number !== null && since !== null && (
                <span class="plate-since">{timerText(now - since)}</span>
            )}
        </li>
    );
}
