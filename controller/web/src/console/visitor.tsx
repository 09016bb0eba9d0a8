import { useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { nameIn } from '../names';
import { timerText, type OfficeClock } from '../time';
import { lateMs, targetMs, waitedMs } from '../waiting';
import type { VisitRow, WindowView } from '../wire';
import { reasonText } from '../reason';
import { ColleagueNote, Marks, Path } from './visit_marks';

interface Props {
    visit: VisitRow;
    view: WindowView;
    clock: OfficeClock;
}

/** The visitor who was called or is being served: number, wish, wait, and why just this one. */
export function Visitor({ visit, view, clock }: Props) {
    const speech = useSpeech();
    const now = useNow(clock, 500);
    const serving = visit.state === 'serving';
    const since = serving ? visit.startedAt : visit.calledAt;
    return (
        <div
            class={serving ? 'visitor serving' : 'visitor'}
            role="group"
            aria-label={visit.number}
            tabIndex={0}
        >
            <p class="number" data-number={visit.number}>
                {visit.number}
            </p>
            <div class="visitor-wish">
                <p class="service">{nameIn(view.services, visit.service, speech)}</p>
                <Marks visit={visit} view={view} clock={clock} />
            </div>
            <div class="story">
                <Path visit={visit} view={view} />
                <Reason visit={visit} view={view} clock={clock} />
                <ColleagueNote note={visit.note} />
            </div>
            <dl class="facts">
                <div class="fact timer">
                    <dt>{speech.say(serving ? 'serviceTime' : 'calledAgo')}</dt>
                    <dd>
                        <span role="timer">{timerText(now - (since ?? now))}</span>
                    </dd>
                </div>
                {/* The reason of the call says how long it was; then the room is the topic's. */}
                {!(serving && visit.reason) && <Waited visit={visit} now={now} />}
                <div class="fact">
                    <dt>{speech.say('calledTimes')}</dt>
                    <dd data-times={visit.timesCalled}>
                        {speech.times(visit.timesCalled)}
                        <span class="fact-hint">
                            {!serving &&
                                (view.recallsLeft ?? 0) > 0 &&
                                speech.recallsLeft(view.recallsLeft ?? 0)}
                        </span>
                    </dd>
                </div>
            </dl>
        </div>
    );
}

/** The reason that is stored with the call. */
function Reason({ visit, view, clock }: Props) {
    const speech = useSpeech();
    if (!visit.reason) {
        return null;
    }
    return (
        <p class={visit.reason.outOfTurn ? 'reason out-of-turn' : 'reason'}>
            <Icon name="info" size={18} />
            <span>
                <span class="heard-only">{speech.say('reasonLabel')} </span>
                {reasonText(visit.reason, view.categories, clock.utcOffsetMinutes(), speech)}
            </span>
        </p>
    );
}

/**
 * The wait against what was told on the ticket, or else against the target. Late is said in words
 * and by a sign, not by colour alone.
 */
export function Waited({ visit, now }: { visit: VisitRow; now: number }) {
    const speech = useSpeech();
    const late = lateMs(visit, now);
    const target = targetMs(visit);
    return (
        <div class={late > 0 ? 'fact late' : 'fact'}>
            <dt>{speech.say('waited')}</dt>
            <dd>
                {speech.length(waitedMs(visit, now))}
                <span class="fact-hint">
                    {late > 0 && (
                        <>
                            <Icon name="alert" size={16} />
                            {speech.say('lateBy', { time: speech.length(late) })}
                        </>
                    )}
                    {late === 0 &&
                        (visit.promised
                            ? speech.say('promisedRange', { range: speech.range(visit.promised) })
                            : target > 0 &&
                              speech.say('promised', { time: speech.length(target) }))}
                </span>
            </dd>
        </div>
    );
}
