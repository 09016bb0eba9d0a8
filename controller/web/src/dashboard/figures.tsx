import type { ComponentChildren } from 'preact';
import type { TextName } from '../i18n';
import { useSpeech } from '../shared/context';
import type { DashboardView, DayFigures } from '../wire';

interface Props {
    view: DashboardView;
    now: number;
}

/** The moment in two numbers, the promises kept in two, the times in three, the day in a line. */
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
            <Share name="within" text="figureWithin" percent={today.withinTargetPercent} />
            <Share name="forecast" text="figureForecast" percent={today.forecastWithinPercent}>
                <ForecastHint today={today} />
            </Share>
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
            <DayLine today={today} />
        </section>
    );
}

/** How honest the waits were that people were told: "в диапазон попали 82 % из 140". */
function ForecastHint({ today }: { today: DayFigures }) {
    const speech = useSpeech();
    if (today.forecastWithinPercent === null || today.forecastErrorSeconds === null) {
        return null;
    }
    const values = {
        percent: today.forecastWithinPercent,
        count: today.forecasts,
        error: speech.decimal(today.forecastErrorSeconds / 60),
    };
    return (
        <span title={speech.say('figureForecastLong', values)}>
            {speech.say('figureForecastHint', values)}
        </span>
    );
}

const counts: readonly { name: keyof DayFigures; text: TextName }[] = [
    { name: 'issued', text: 'figureIssued' },
    { name: 'finished', text: 'figureFinished' },
    { name: 'held', text: 'figureHeld' },
    { name: 'noShow', text: 'figureNoShow' },
    { name: 'cancelled', text: 'figureCancelled' },
    { name: 'dropped', text: 'figureDropped' },
];

/** What became of the day's tickets. */
function DayLine({ today }: { today: DayFigures }) {
    const speech = useSpeech();
    return (
        <dl class="day-line card" aria-label={speech.say('dayCounts')}>
            {counts.map(({ name, text }) => (
                <div key={name} class="day-count" data-figure={name}>
                    <dt>{speech.say(text)}</dt>
                    <dd class="figure-value">{today[name]}</dd>
                </div>
            ))}
        </dl>
    );
}

interface ShareProps {
    name: string;
    text: TextName;
    percent: number | null;
    children?: ComponentChildren;
}

function Share({ name, text, percent, children }: ShareProps) {
    const speech = useSpeech();
    const value = percent === null ? speech.say('notYet') : `${percent} %`;
    return (
        <Figure name={name} large text={speech.say(text)} value={value}>
            {percent !== null && (
                <>
                    <meter min={0} max={100} value={percent} aria-label={speech.say(text)} />
                    {children}
                </>
            )}
        </Figure>
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
