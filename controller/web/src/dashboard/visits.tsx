import { useCallback, useState } from 'preact/hooks';
import { nameIn } from '../names';
import type { Speech } from '../i18n';
import { reasonText } from '../reason';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { clockText } from '../time';
import { lateMs, serviceMs, waitedMs } from '../waiting';
import type { DashboardView, VisitRow, VisitState } from '../wire';
import { filterVisits } from './filter';

interface Props {
    view: DashboardView;
    now: number;
}

const states = [
    'waiting',
    'called',
    'serving',
    'held',
    'finished',
    'noShow',
    'cancelled',
    'dropped',
] as const;

/** Rare states have a button of their own only while there is such a visit. */
const rare: readonly VisitState[] = ['held', 'cancelled', 'dropped'];

/** The visits that changed latest, with a search. */
export function Visits({ view, now }: Props) {
    const speech = useSpeech();
    const [state, setState] = useState<VisitState | null>(null);
    const [typed, setTyped] = useState('');
    const { visits, services, categories, topics, windows } = view;
    const wordsOf = useCallback(
        (visit: VisitRow) => [
            visit.number,
            nameIn(services, visit.service, speech),
            visit.category === null ? '' : nameIn(categories, visit.category, speech),
            visit.topic === null ? '' : nameIn(topics, visit.topic, speech),
            visit.window === null ? '' : speech.say('window', { name: windowName(view, visit) }),
            speech.say(`visit_${visit.state}`),
        ],
        [services, categories, topics, windows, speech],
    );
    const shown = filterVisits(visits, state, typed, wordsOf);
    const count = (of: VisitState) => visits.filter((visit) => visit.state === of).length;
    return (
        <section class="panel card visits" aria-labelledby="visits-title">
            <div class="panel-head">
                <h2 id="visits-title">{speech.say('visitsTitle')}</h2>
                <span class="muted visits-hint">{speech.say('visitsHint')}</span>
                <span class="spring" />
                <div class="chips" role="group" aria-label={speech.say('filterState')}>
                    <button
                        type="button"
                        aria-pressed={state === null}
                        data-filter="all"
                        onClick={() => setState(null)}
                    >
                        {speech.say('filterAll')} <span class="chip-count">{visits.length}</span>
                    </button>
                    {states
                        .filter((one) => !rare.includes(one) || one === state || count(one) > 0)
                        .map((one) => (
                            <button
                                key={one}
                                type="button"
                                aria-pressed={state === one}
                                data-filter={one}
                                onClick={() => setState(one)}
                            >
                                {speech.say(`filter_${one}`)}{' '}
                                <span class="chip-count">{count(one)}</span>
                            </button>
                        ))}
                </div>
                <div class="search">
                    <Icon name="search" size={18} />
                    <input
                        type="search"
                        aria-label={speech.say('filterLabel')}
                        placeholder={speech.say('filterPlaceholder')}
                        autocomplete="off"
                        spellcheck={false}
                        value={typed}
                        onInput={(event) => setTyped(event.currentTarget.value)}
                    />
                </div>
            </div>
            <div class="panel-scroll" tabIndex={0} role="group" aria-labelledby="visits-title">
                <VisitTable visits={shown} view={view} now={now} />
                {shown.length === 0 && (
                    <p class="muted table-empty">
                        {speech.say(visits.length === 0 ? 'visitsEmpty' : 'filterEmpty')}
                    </p>
                )}
            </div>
        </section>
    );
}

function windowName(view: DashboardView, visit: VisitRow): string {
    return view.windows.find(({ id }) => id === visit.window)?.name ?? '';
}

interface TableProps {
    visits: readonly VisitRow[];
    view: DashboardView;
    now: number;
}

function VisitTable({ visits, view, now }: TableProps) {
    const speech = useSpeech();
    return (
        <table>
            <thead>
                <tr>
                    <th scope="col">{speech.say('columnNumber')}</th>
                    <th scope="col">{speech.say('columnState')}</th>
                    <th scope="col">{speech.say('columnService')}</th>
                    <th scope="col">{speech.say('columnCategory')}</th>
                    <th scope="col" class="figures-column">
                        {speech.say('columnJoined')}
                    </th>
                    <th scope="col" class="figures-column">
                        {speech.say('columnWait')}
                    </th>
                    <th scope="col" class="figures-column">
                        {speech.say('columnServiceTime')}
                    </th>
                    <th scope="col" class="figures-column">
                        {speech.say('columnWindow')}
                    </th>
                    <th scope="col">{speech.say('columnTopic')}</th>
                </tr>
            </thead>
            <tbody>
                {visits.map((visit) => (
                    <VisitLine key={visit.visit} visit={visit} view={view} now={now} />
                ))}
            </tbody>
        </table>
    );
}

function VisitLine({ visit, view, now }: { visit: VisitRow; view: DashboardView; now: number }) {
    const speech = useSpeech();
    const late = lateMs(visit, now) > 0;
    const service = serviceMs(visit, now);
    return (
        <tr data-number={visit.number} data-state={visit.state}>
            <th scope="row" class="visit-number">
                {visit.number}
            </th>
            <td>
                <span class={`visit-state ${visit.state}`}>
                    {speech.say(`visit_${visit.state}`)}
                </span>
                <span class="visit-why">{whyText(visit, view, speech)}</span>
            </td>
            <td>
                {nameIn(view.services, visit.service, speech)}
                <span class="visit-why">{extraText(visit, view, speech)}</span>
            </td>
            <td>
                {visit.category !== null && (
                    <span class="category">
                        <Icon name="star" size={14} />{' '}
                        {nameIn(view.categories, visit.category, speech)}
                    </span>
                )}
            </td>
            <td class="figures-column">
                {clockText(visit.joinedAt, view.office.utcOffsetMinutes)}
            </td>
            <td class="figures-column" data-wait={Math.round(waitedMs(visit, now) / 1000)}>
                {late && (
                    <span class="late-sign">
                        <Icon name="alert" size={14} />
                        <span class="heard-only">{speech.say('late')}</span>
                    </span>
                )}{' '}
                <span title={reasonOf(visit, view, speech)}>
                    {speech.shortLength(waitedMs(visit, now))}
                </span>
            </td>
            <td
                class="figures-column"
                data-service-time={service === null ? '' : Math.round(service / 1000)}
            >
                {service === null ? (
                    <span class="muted">{speech.say('notYet')}</span>
                ) : (
                    speech.shortLength(service)
                )}
            </td>
            <td class="figures-column">{windowName(view, visit)}</td>
            <td>{visit.topic === null ? '' : nameIn(view.topics, visit.topic, speech)}</td>
        </tr>
    );
}

/** Until when it is on hold, or why it ended without service. */
function whyText(visit: VisitRow, view: DashboardView, speech: Speech): string {
    if (visit.state === 'held') {
        return visit.heldUntil === null
            ? speech.say('heldUntilCalled')
            : speech.say('heldUntil', {
                  time: clockText(visit.heldUntil, view.office.utcOffsetMinutes),
              });
    }
    if (visit.cancelled !== null) {
        return speech.say(`cancel_${visit.cancelled}`);
    }
    return visit.dropped === null ? '' : speech.say(`drop_${visit.dropped}`);
}

/** The booking, who come together, the services still to come, and that it went out of turn. */
function extraText(visit: VisitRow, view: DashboardView, speech: Speech): string {
    const { utcOffsetMinutes } = view.office;
    return [
        visit.bookedFor !== null &&
            speech.say('bookedAt', { time: clockText(visit.bookedFor, utcOffsetMinutes) }),
        visit.people > 1 && speech.people(visit.people),
        visit.then.length > 0 &&
            speech.say('thenChosen', {
                service: visit.then.map((id) => nameIn(view.services, id, speech)).join(' → '),
            }),
        visit.reason?.outOfTurn && speech.say('reasonOutOfTurn', { why: visit.reason.outOfTurn }),
    ]
        .filter(Boolean)
        .join(' · ');
}

function reasonOf(visit: VisitRow, view: DashboardView, speech: Speech): string | undefined {
    return visit.reason
        ? reasonText(visit.reason, view.categories, view.office.utcOffsetMinutes, speech)
        : undefined;
}
