import { useSpeech } from '../shared/context';
import { Ask } from '../shared/parts';
import type { VisitRow, WindowView } from '../wire';
import { CancelForm, CategoryForm, HoldForm } from './choice_forms';
import type { Desk, DeskState } from './desk';
import { NoteLine } from './lines';
import { transfer, type Order, type Stop } from './orders';
import { OutOfTurnForm } from './out_of_turn_form';
import { SendForm } from './send_form';
import { VisitForm } from './visit_form';

/** What can be open in front of the console; a form is always about one visit. */
export type RowForm = 'outOfTurn' | 'hold' | 'transfer' | 'category' | 'cancel';
export type Question = 'no-show' | 'close' | 'signOut' | 'breakAlone';
export type Front =
    | { kind: 'question'; question: Question }
    | { kind: 'form'; form: RowForm | 'next' | 'visit'; visit: VisitRow };

interface Props {
    front: Front | null;
    desk: Desk;
    state: DeskState;
    view: WindowView;
    onFront: (front: Front | null) => void;
    /** Yes to a question. */
    onYes: (question: Question) => void;
    onNext: (then: Stop) => void;
}

/** The one form or question that stands in front of the console. */
export function InFront({ front, desk, state, view, onFront, onYes, onNext }: Props) {
    if (front === null) {
        return null;
    }
    const close = () => onFront(null);
    if (front.kind === 'question') {
        return (
            <Questions
                question={front.question}
                view={view}
                onConfirm={() => {
                    close();
                    onYes(front.question);
                }}
                onCancel={close}
            />
        );
    }
    const order = async (wanted: Order) => {
        if ((await desk.ask(wanted)) === 'done') {
            close();
        }
    };
    const common = {
        visit: front.visit,
        view,
        clock: desk.live.clock,
        onOrder: (wanted: Order) => void order(wanted),
        onClose: close,
        children: <NoteLine note={state.note} hint={null} />,
    };
    switch (front.form) {
        case 'visit':
            return <VisitForm {...common} onForm={(form) => onFront({ ...front, form })} />;
        case 'outOfTurn':
            return <OutOfTurnForm {...common} />;
        case 'hold':
            return <HoldForm {...common} />;
        case 'cancel':
            return <CancelForm {...common} />;
        case 'category':
            return <CategoryForm {...common} />;
        case 'transfer':
            return (
                <SendForm
                    {...common}
                    kind="transfer"
                    onSend={({ to, andBack, note }) =>
                        void order(transfer(front.visit.visit, to, andBack, note))
                    }
                />
            );
        case 'next':
            return (
                <SendForm
                    {...common}
                    kind="next"
                    onSend={({ to }) => {
                        close();
                        onNext(to);
                    }}
                />
            );
    }
}

interface QuestionsProps {
    question: Question;
    view: WindowView;
    onConfirm: () => void;
    onCancel: () => void;
}

function Questions({ question, view, ...answers }: QuestionsProps) {
    const speech = useSpeech();
    switch (question) {
        case 'no-show':
            return (
                <Ask
                    title={speech.say('noShowAsk', { number: view.visit?.number ?? '' })}
                    hint={speech.say('noShowHint')}
                    confirm={speech.say('noShowConfirm')}
                    danger
                    {...answers}
                />
            );
        case 'close':
            return (
                <Ask
                    title={speech.say('closeWindowAsk', { name: view.name })}
                    hint={speech.say('closeWindowHint')}
                    confirm={speech.say('closeWindow')}
                    {...answers}
                />
            );
        case 'signOut':
            return (
                <Ask
                    title={speech.say('signOutAsk', { name: view.name })}
                    hint={speech.say('closeWindowHint')}
                    confirm={speech.say('signOutConfirm')}
                    {...answers}
                />
            );
        case 'breakAlone':
            return (
                <Ask
                    title={speech.say('breakAloneAsk')}
                    hint={speech.say('breakAloneHint')}
                    confirm={speech.say('breakAloneConfirm')}
                    {...answers}
                />
            );
    }
}
