import { useSpeech } from '../shared/context';
import { ChoiceSheet } from '../shared/sheet';
import { clockText, type OfficeClock } from '../time';
import { cancelReasons, type VisitRow, type WindowView } from '../wire';
import { cancel, hold, setCategory, type Order } from './orders';
import type { ComponentChildren } from 'preact';

interface Props {
    visit: VisitRow;
    onOrder: (order: Order) => void;
    onClose: () => void;
    /** What the office said to the answer before. */
    children?: ComponentChildren;
}

const holdMinutes = [5, 15, 30] as const;
const minuteMs = 60_000;

/** Parks a visit for some minutes, or until a clerk calls it. */
export function HoldForm({ visit, clock, onOrder, ...sheet }: Props & { clock: OfficeClock }) {
    const speech = useSpeech();
    const untilIn = (minutes: number) => Math.round(clock.now()) + minutes * minuteMs;
    const choices = [
        ...holdMinutes.map((minutes) => ({
            id: minutes as number,
            text: speech.say('holdMinutes', { length: speech.length(minutes * minuteMs) }),
            hint: speech.say('holdUntilTime', {
                time: clockText(untilIn(minutes), clock.utcOffsetMinutes()),
            }),
        })),
        { id: 0, text: speech.say('holdUntilCalled'), hint: speech.say('holdUntilCalledHint') },
    ];
    return (
        <ChoiceSheet
            name="hold"
            title={speech.say('holdTitle', { number: visit.number })}
            hint={speech.say('holdHint')}
            choices={choices}
            onChoose={(minutes) =>
                onOrder(hold(visit.visit, minutes === 0 ? null : untilIn(minutes)))
            }
            {...sheet}
        />
    );
}

/** Ends a visit without service. The reason is the confirmation. */
export function CancelForm({ visit, onOrder, ...sheet }: Props) {
    const speech = useSpeech();
    return (
        <ChoiceSheet
            name="cancel"
            title={speech.say('cancelTitle', { number: visit.number })}
            hint={speech.say('cancelHint')}
            choices={cancelReasons.map((why) => ({ id: why, text: speech.say(`cancel_${why}`) }))}
            onChoose={(why) => onOrder(cancel(visit.visit, why))}
            {...sheet}
        />
    );
}

/** Grants a priority category, or takes it away. */
export function CategoryForm({ visit, view, onOrder, ...sheet }: Props & { view: WindowView }) {
    const speech = useSpeech();
    const choices = [
        ...view.categories.map(({ id, name }) => ({
            id,
            text: speech.inLanguage(name),
            present: visit.category === id,
        })),
        { id: 0, text: speech.say('noCategory'), present: visit.category === null },
    ];
    return (
        <ChoiceSheet
            name="category"
            title={speech.say('categoryTitle', { number: visit.number })}
            choices={choices}
            onChoose={(id) => onOrder(setCategory(visit.visit, id === 0 ? null : id))}
            {...sheet}
        />
    );
}
