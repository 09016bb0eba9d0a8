import { useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { nameIn } from '../names';
import { timerText, type OfficeClock } from '../time';
import { lateMs, promisedMs, waitedMs } from '../waiting';
import type { VisitRow, WindowView } from '../wire';

interface Props {
    visit: VisitRow;
    view: WindowView;
    clock: OfficeClock;
}

/** The visitor who was called or is being served: number, wish, wait. */
export function Visitor({ visit, view, clock }: Props) {
    const speech = useSpeech();
    const now = useNow(clock, 500);
    const serving = visit.state === 'serving';
    const since = serving ? visit.startedAt : visit.calledAt;
    return (
        <div class={serving ? 'visitor serving' : 'visitor'}>
            <p class="number" data-number={visit.number}>
                {visit.number}
            </p>
            <div class="visitor-wish">
                <p class="service">{nameIn(view.services, visit.service, speech)}</p>
                <Marks visit={visit} view={view} />
            </div>
            <dl class="facts">
                <div class="fact timer">
                    <dt>{speech.say(serving ? 'serviceTime' : 'calledAgo')}</dt>
                    <dd>
                        <span role="timer">{timerText(now - (since ?? now))}</span>
                    </dd>
                </div>
                <Waited visit={visit} now={now} />
                <div class="fact">
                    <dt>{speech.say('calledTimes')}</dt>
                    <dd data-times={visit.timesCalled}>{speech.times(visit.timesCalled)}</dd>
                </div>
            </dl>
        </div>
    );
}

function Marks({ visit, view }: { visit: VisitRow; view: WindowView }) {
    const speech = useSpeech();
    const category = visit.category === null ? '' : nameIn(view.categories, visit.category, speech);
    return (
        <p class="marks">
            {category && (
                <span class="tag priority">
                    <Icon name="star" size={18} /> {category}
                </span>
            )}
            {visit.helping && (
                <span class="tag">
                    <Icon name="swap" size={18} /> {speech.say('helpingOut')}
                </span>
            )}
            {visit.print === 'onScreen' && (
                <span class="tag">
                    <Icon name="printer" size={18} /> {speech.say('ticketNotPrinted')}
                </span>
            )}
        </p>
    );
}

/** The wait against the promise: late is said in words and by a sign, not by colour alone. */
export function Waited({ visit, now }: { visit: VisitRow; now: number }) {
    const speech = useSpeech();
    const late = lateMs(visit, now);
    const promised = promisedMs(visit);
    return (
        <div class={late > 0 ? 'fact late' : 'fact'}>
            <dt>{speech.say('waited')}</dt>
            <dd>
                {speech.length(waitedMs(visit, now))}
                <span class="fact-hint">
                    {late > 0 ? (
                        <>
                            <Icon name="alert" size={16} />
                            {speech.say('lateBy', { time: speech.length(late) })}
                        </>
                    ) : (
                        promised > 0 && speech.say('promised', { time: speech.length(promised) })
                    )}
                </span>
            </dd>
        </div>
    );
}
