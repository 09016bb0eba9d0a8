import type { ComponentChildren } from 'preact';
import { useSpeech } from '../shared/context';
import type { DashboardView } from '../wire';

interface Props {
    view: DashboardView;
    now: number;
}

/** The day in nine numbers; the three that are about this moment are the large ones. */
export function Figures({ view, now }: Props) {
    const speech = useSpeech();
    const { today } = view;
    const none = speech.say('notYet');
    const length = (seconds: number | null) =>
        seconds === null ? none : speech.shortLength(seconds * 1000);
    const longest = Math.max(
        0,
        ...view.services.map(({ longestSince }) => now - (longestSince ?? now)),
    );
    return (
        <section class="figures" aria-label={speech.say('dashboardTitle')}>
            <Figure name="waiting" large text={speech.say('figureWaiting')} value={today.waiting}>
                {today.waiting > 0 &&
                    speech.say('figureLongest', { time: speech.shortLength(longest) })}
            </Figure>
            <Figure name="serving" large text={speech.say('figureServing')} value={today.serving}>
                {today.called > 0 && speech.say('figureServingHint', { count: today.called })}
            </Figure>
            <Figure
                name="within"
                large
                text={speech.say('figureWithin')}
                value={today.withinTargetPercent === null ? none : `${today.withinTargetPercent} %`}
            >
                {today.withinTargetPercent !== null && (
                    <meter
                        min={0}
                        max={100}
                        value={today.withinTargetPercent}
                        aria-label={speech.say('figureWithin')}
                    />
                )}
            </Figure>
            <Figure
                name="meanWait"
                text={speech.say('figureMeanWait')}
                value={length(today.meanWaitSeconds)}
            />
            <Figure
                name="wait95"
                text={speech.say('figureWait95')}
                value={length(today.wait95Seconds)}
            />
            <Figure
                name="meanService"
                text={speech.say('figureMeanService')}
                value={length(today.meanServiceSeconds)}
            />
            <Figure name="issued" text={speech.say('figureIssued')} value={today.issued} />
            <Figure name="finished" text={speech.say('figureFinished')} value={today.finished} />
            <Figure name="noShow" text={speech.say('figureNoShow')} value={today.noShow} />
        </section>
    );
}

interface FigureProps {
    name: string;
    text: string;
    value: string | number;
    large?: boolean;
    children?: ComponentChildren;
}

function Figure({ name, text, value, large = false, children }: FigureProps) {
    return (
        <div class={large ? 'figure card large' : 'figure card'} data-figure={name}>
            <span class="figure-text">{text}</span>
            <strong class="figure-value">{value}</strong>
            {children && <span class="figure-hint">{children}</span>}
        </div>
    );
}
