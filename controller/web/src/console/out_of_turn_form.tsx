import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TextName } from '../i18n';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { Key } from '../shared/parts';
import { Sheet } from '../shared/sheet';
import type { VisitRow, WindowView } from '../wire';
import { bytesIn, callOutOfTurn, whyBytesMax, whyLettersMin, type Order } from './orders';

interface Props {
    visit: VisitRow;
    view: WindowView;
    onOrder: (order: Order) => void;
    onClose: () => void;
    children?: ComponentChildren;
}

const usual: readonly TextName[] = ['outOfTurnTransport', 'outOfTurnUnwell', 'outOfTurnPaper'];

/** Calls somebody who is not the next one: only with a reason, in the clerk's words. */
export function OutOfTurnForm({ visit, view, onOrder, onClose, children }: Props) {
    const speech = useSpeech();
    const [why, setWhy] = useState('');
    const [asked, setAsked] = useState(false);
    const words = why.trim();
    const short = words.length < whyLettersMin;
    const long = bytesIn(words) > whyBytesMax;
    const trouble = long
        ? speech.say('outOfTurnLong')
        : asked && short
          ? speech.say('outOfTurnShort')
          : '';
    const send = (event: Event) => {
        event.preventDefault();
        setAsked(true);
        if (!short && !long) {
            onOrder(callOutOfTurn(view, visit.visit, words));
        }
    };
    return (
        <Sheet
            name="outOfTurn"
            title={speech.say('outOfTurnTitle', { number: visit.number })}
            hint={speech.say('outOfTurnHint')}
            onClose={onClose}
        >
            <form class="sheet-form" onSubmit={send}>
                <label for="why">{speech.say('outOfTurnWhy')}</label>
                <input
                    id="why"
                    data-first=""
                    autocomplete="off"
                    value={why}
                    aria-invalid={trouble !== ''}
                    aria-describedby="why-trouble"
                    onInput={(event) => setWhy(event.currentTarget.value)}
                />
                <div class="chips">
                    {usual.map((name) => (
                        <button key={name} type="button" onClick={() => setWhy(speech.say(name))}>
                            {speech.say(name)}
                        </button>
                    ))}
                </div>
                <p id="why-trouble" class="trouble" role="alert">
                    {trouble && (
                        <>
                            <Icon name="alert" /> {trouble}
                        </>
                    )}
                </p>
                {children}
                <button type="submit" class="strong wide" data-act="sendSheet">
                    {speech.say('callOutOfTurn')} <Key>{speech.say('keyEnter')}</Key>
                </button>
            </form>
        </Sheet>
    );
}
