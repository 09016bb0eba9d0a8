import type { ComponentChildren } from 'preact';
import { nameIn } from '../names';
import { useSpeech } from '../shared/context';
import { ChoiceSheet, type Choice } from '../shared/sheet';
import type { OfficeClock } from '../time';
import type { VisitRow, WindowView } from '../wire';
import { returnVisit, type Order } from './orders';
import type { RowForm } from './forms';
import { VisitMarks } from './visit_marks';

interface Props {
    visit: VisitRow;
    view: WindowView;
    clock: OfficeClock;
    onOrder: (order: Order) => void;
    onForm: (form: RowForm) => void;
    onClose: () => void;
    children?: ComponentChildren;
}

type Row = RowForm | 'return';

/** What can be done with somebody who waits, is on hold, or was absent. */
export function VisitForm({ visit, view, clock, onOrder, onForm, onClose, children }: Props) {
    const speech = useSpeech();
    const title = `${visit.number} · ${nameIn(view.services, visit.service, speech)}`;
    const busy = view.visit !== null;
    const callable = view.state === 'open' && !busy;
    const call: Choice<Row> = {
        id: 'outOfTurn',
        icon: 'bell',
        text: speech.say('callOutOfTurn'),
        off: !callable,
        ...(callable
            ? {}
            : { hint: speech.say(busy ? 'callOutOfTurnBusy' : 'callOutOfTurnClosed') }),
    };
    const back: Choice<Row> = { id: 'return', icon: 'toQueue', text: speech.say('returnVisit') };
    const more: Choice<Row>[] = [
        { id: 'transfer', icon: 'swap', text: speech.say('transfer') },
        { id: 'category', icon: 'star', text: speech.say('setCategory') },
        { id: 'cancel', icon: 'cross', text: speech.say('cancelVisit') },
    ];
    const choices: Choice<Row>[] =
        visit.state === 'noShow'
            ? [back]
            : visit.state === 'held'
              ? [back, call, ...more]
              : [call, { id: 'hold', icon: 'clock', text: speech.say('hold') }, ...more];
    return (
        <ChoiceSheet
            name="visit"
            title={title}
            choices={choices}
            onChoose={(id) => (id === 'return' ? onOrder(returnVisit(visit.visit)) : onForm(id))}
            onClose={onClose}
        >
            <VisitMarks visit={visit} view={view} clock={clock} />
            {children}
        </ChoiceSheet>
    );
}
