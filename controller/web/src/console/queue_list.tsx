import { useEffect, useRef, useState } from 'preact/hooks';
import type { TextName } from '../i18n';
import { nameIn } from '../names';
import { useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { clockText, type OfficeClock } from '../time';
import { lateMs, waitedMs } from '../waiting';
import type { VisitRow, WindowView } from '../wire';
import { onlyText } from './visit_marks';

interface Props {
    view: WindowView;
    clock: OfficeClock;
    onVisit: (visit: VisitRow) => void;
}

type Part = 'queue' | 'held' | 'absent';

const parts: readonly { part: Part; tab: TextName; empty: TextName }[] = [
    { part: 'queue', tab: 'queueTab', empty: 'queueEmpty' },
    { part: 'held', tab: 'heldTab', empty: 'heldEmpty' },
    { part: 'absent', tab: 'absentTab', empty: 'absentEmpty' },
];

/**
 * Whom this window can serve, in the order of calling; beside them those on hold and those who
 * did not come. Each row opens what can be done with the visit.
 */
export function QueueList({ view, clock, onVisit }: Props) {
    const speech = useSpeech();
    const now = useNow(clock, 5000);
    const [part, setPart] = useState<Part>('queue');
    const more = view.waiting - view.queue.length;
    const count = { queue: view.waiting, held: view.held.length, absent: view.absent.length };
    useReturnWhenEmpty(part, view[part].length, () => setPart('queue'));
    const shown = parts.find((one) => one.part === part) ?? parts[0];
    return (
        <aside class="queue card" aria-label={speech.say('queueTitle')}>
            <div class="queue-tabs" role="group" aria-label={speech.say('queueTitle')}>
                {parts.map((one) => (
                    <button
                        key={one.part}
                        type="button"
                        class="queue-tab"
                        data-part={one.part}
                        data-waiting={one.part === 'queue' ? view.waiting : undefined}
                        aria-pressed={part === one.part}
                        onClick={() => setPart(one.part)}
                    >
                        <span class="queue-count">{count[one.part]}</span>
                        <span class="queue-tab-name">{speech.say(one.tab)}</span>
                    </button>
                ))}
            </div>
            {view[part].length === 0 ? (
                <p class="queue-empty muted">{shown && speech.say(shown.empty)}</p>
            ) : (
                <ol class="queue-rows">
                    {view[part].map((visit) => (
                        <li key={visit.visit}>
                            <QueueRow
                                visit={visit}
                                view={view}
                                clock={clock}
                                now={now}
                                onVisit={onVisit}
                            />
                        </li>
                    ))}
                    {part === 'queue' && more > 0 && (
                        <li class="muted queue-more">{speech.say('queueMore', { count: more })}</li>
                    )}
                </ol>
            )}
        </aside>
    );
}

/** Once the last one on hold is back, the clerk sees the queue again. */
function useReturnWhenEmpty(part: Part, count: number, onEmpty: () => void): void {
    const before = useRef({ part, count });
    useEffect(() => {
        const emptied = before.current.part === part && before.current.count > 0 && count === 0;
        before.current = { part, count };
        if (emptied && part !== 'queue') {
            onEmpty();
        }
    }, [part, count]);
}

interface RowProps extends Props {
    visit: VisitRow;
    now: number;
}

function QueueRow({ visit, view, clock, now, onVisit }: RowProps) {
    const speech = useSpeech();
    const waits = visit.state === 'waiting';
    const late = waits && lateMs(visit, now) > 0;
    return (
        <button
            type="button"
            class={late ? 'queue-row late' : 'queue-row'}
            data-number={visit.number}
            data-state={visit.state}
            onClick={() => onVisit(visit)}
        >
            <span class="queue-number">{visit.number}</span>
            <span class="queue-service">{nameIn(view.services, visit.service, speech)}</span>
            <span class="queue-times">
                <RowTimes visit={visit} clock={clock} now={now} />
            </span>
            <RowNotes visit={visit} view={view} clock={clock} late={late} />
        </button>
    );
}

/** How long it was and, for those in the queue, how long it still will be. */
function RowTimes({ visit, clock, now }: { visit: VisitRow; clock: OfficeClock; now: number }) {
    const speech = useSpeech();
    const offset = clock.utcOffsetMinutes();
    if (visit.state === 'held') {
        return (
            <span class="queue-wait">
                {visit.heldUntil === null
                    ? speech.say('heldUntilCalled')
                    : speech.say('heldUntil', { time: clockText(visit.heldUntil, offset) })}
            </span>
        );
    }
    if (visit.state !== 'waiting') {
        return (
            <span class="queue-forecast">
                {visit.calledAt !== null &&
                    speech.say('absentSince', { time: clockText(visit.calledAt, offset) })}
            </span>
        );
    }
    return (
        <>
            <span class="queue-wait">{speech.length(waitedMs(visit, now))}</span>
            {visit.forecast && (
                <span class="queue-forecast">
                    {speech.say('forecastLeft', { range: speech.range(visit.forecast) })}
                </span>
            )}
        </>
    );
}

interface NotesProps extends Omit<Props, 'onVisit'> {
    visit: VisitRow;
    late: boolean;
}

function RowNotes({ visit, view, clock, late }: NotesProps) {
    const speech = useSpeech();
    const category = visit.category === null ? '' : nameIn(view.categories, visit.category, speech);
    const booked = visit.bookedFor;
    if (!late && !category && booked === null && visit.people < 2 && visit.onlyAt === null) {
        return visit.note ? <RowNote note={visit.note} /> : null;
    }
    return (
        <>
            <span class="queue-notes">
                {late && (
                    <span class="late-sign">
                        <Icon name="alert" size={14} /> {speech.say('queueLate')}
                    </span>
                )}
                {category && (
                    <span class="queue-category">
                        <Icon name="star" size={14} /> {category}
                    </span>
                )}
                {booked !== null && (
                    <span class="queue-mark">
                        <Icon name="calendar" size={14} />
                        {speech.say('bookedAt', {
                            time: clockText(booked, clock.utcOffsetMinutes()),
                        })}
                    </span>
                )}
                {visit.people > 1 && (
                    <span class="queue-mark">
                        <Icon name="people" size={14} /> {speech.people(visit.people)}
                    </span>
                )}
                {visit.onlyAt !== null && (
                    <span class="queue-mark">
                        <Icon name="pin" size={14} /> {onlyText(view, visit, speech)}
                    </span>
                )}
            </span>
            {visit.note && <RowNote note={visit.note} />}
        </>
    );
}

function RowNote({ note }: { note: string }) {
    return (
        <span class="queue-note">
            <Icon name="note" size={14} /> {note}
        </span>
    );
}
