import { useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import type { OfficeClock } from '../time';
import { lateMs, waitedMs } from '../waiting';
import type { VisitRow, WindowView } from '../wire';
import { nameIn } from '../names';

interface Props {
    view: WindowView;
    clock: OfficeClock;
}

/** Whom this window can serve, in the order of calling. */
export function QueueList({ view, clock }: Props) {
    const speech = useSpeech();
    const now = useNow(clock, 5000);
    const more = view.waiting - view.queue.length;
    return (
        <aside class="queue card" aria-labelledby="queue-title">
            <div class="queue-head">
                <h2 id="queue-title">{speech.say('queueTitle')}</h2>
                <span class="queue-count" data-waiting={view.waiting}>
                    {view.waiting}
                </span>
            </div>
            {view.queue.length === 0 ? (
                <p class="queue-empty muted">{speech.say('queueEmpty')}</p>
            ) : (
                <ol class="queue-rows" tabIndex={0} aria-labelledby="queue-title">
                    {view.queue.map((visit) => (
                        <QueueRow key={visit.visit} visit={visit} view={view} now={now} />
                    ))}
                    {more > 0 && <li class="muted">{speech.say('queueMore', { count: more })}</li>}
                </ol>
            )}
        </aside>
    );
}

function QueueRow({ visit, view, now }: { visit: VisitRow; view: WindowView; now: number }) {
    const speech = useSpeech();
    const late = lateMs(visit, now) > 0;
    const category = visit.category === null ? '' : nameIn(view.categories, visit.category, speech);
    return (
        <li class={late ? 'queue-row late' : 'queue-row'} data-number={visit.number}>
            <span class="queue-number">{visit.number}</span>
            <span class="queue-service">{nameIn(view.services, visit.service, speech)}</span>
            <span class="queue-wait">{speech.length(waitedMs(visit, now))}</span>
            {(category || late) && (
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
                </span>
            )}
        </li>
    );
}
