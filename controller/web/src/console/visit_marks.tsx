import { nameIn } from '../names';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { clockText, type OfficeClock } from '../time';
import type { VisitRow, WindowView } from '../wire';

interface Props {
    visit: VisitRow;
    view: WindowView;
    clock: OfficeClock;
}

/** Whatever is special about a visit, each in words beside its sign. */
export function Marks({ visit, view, clock }: Props) {
    const speech = useSpeech();
    const category = visit.category === null ? '' : nameIn(view.categories, visit.category, speech);
    const only = visit.onlyAt === null ? undefined : windowName(view, visit.onlyAt);
    return (
        <p class="marks">
            {category && (
                <span class="tag priority">
                    <Icon name="star" size={18} /> {category}
                </span>
            )}
            {visit.bookedFor !== null && (
                <span class="tag">
                    <Icon name="calendar" size={18} />
                    {speech.say('bookedAt', {
                        time: clockText(visit.bookedFor, clock.utcOffsetMinutes()),
                    })}
                </span>
            )}
            {visit.people > 1 && (
                <span class="tag">
                    <Icon name="people" size={18} /> {speech.people(visit.people)}
                </span>
            )}
            {only !== undefined && (
                <span class="tag">
                    <Icon name="pin" size={18} /> {onlyText(view, visit, speech)}
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

export function windowName(view: WindowView, window: number): string {
    return view.windows.find(({ id }) => id === window)?.name ?? '';
}

/** Where a visit that was sent to one window may be served. */
export function onlyText(
    view: WindowView,
    visit: VisitRow,
    speech: ReturnType<typeof useSpeech>,
): string {
    return visit.onlyAt === view.window
        ? speech.say('onlyHere')
        : speech.say('onlyAtWindow', { window: windowName(view, visit.onlyAt ?? 0) });
}

/** The services on one ticket: behind, now, to come. Nothing where there is only one. */
export function Path({ visit, view }: Omit<Props, 'clock'>) {
    const speech = useSpeech();
    if (visit.before.length + visit.then.length === 0) {
        return null;
    }
    const step = (service: number, when: 'before' | 'now' | 'then', index: number) => (
        <li
            key={`${when}-${index}`}
            class={`path-step ${when}`}
            aria-current={when === 'now' ? 'step' : undefined}
        >
            {when === 'before' && <Icon name="check" size={16} />}
            {nameIn(view.services, service, speech)}
        </li>
    );
    return (
        <ol class="path" aria-label={speech.say('pathLabel')}>
            {visit.before.map((service, index) => step(service, 'before', index))}
            {step(visit.service, 'now', 0)}
            {visit.then.map((service, index) => step(service, 'then', index))}
        </ol>
    );
}

/** What a colleague wrote for whoever serves next. */
export function ColleagueNote({ note }: { note: string }) {
    const speech = useSpeech();
    if (!note) {
        return null;
    }
    return (
        <p class="colleague-note">
            <Icon name="note" size={20} />
            <span>
                <span class="colleague-note-label">{speech.say('noteLabel')}</span> {note}
            </span>
        </p>
    );
}

/** All of it, for the form about one visit. */
export function VisitMarks({ visit, view, clock }: Props) {
    return (
        <div class="visit-marks">
            <Marks visit={visit} view={view} clock={clock} />
            <Path visit={visit} view={view} />
            <ColleagueNote note={visit.note} />
        </div>
    );
}
