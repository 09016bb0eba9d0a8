import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { Key } from '../shared/parts';
import { Sheet } from '../shared/sheet';
import type { VisitRow, WindowView } from '../wire';
import { offeredServices, offeredWindows, type OfferedService } from './destinations';
import { bytesIn, noteBytesMax, type Stop } from './orders';

export interface Sending {
    to: Stop;
    andBack: boolean;
    note: string;
}

interface Props {
    /** A transfer takes the visit away now; the next service comes after this one. */
    kind: 'transfer' | 'next';
    visit: VisitRow;
    view: WindowView;
    onSend: (sending: Sending) => void;
    onClose: () => void;
    children?: ComponentChildren;
}

/** Where a visit goes on to: a service, and if wished one window for it. */
export function SendForm({ kind, visit, view, onSend, onClose, children }: Props) {
    const speech = useSpeech();
    const [typed, setTyped] = useState('');
    const [picked, setPicked] = useState<number | null>(null);
    const [onlyAt, setOnlyAt] = useState<number | null>(null);
    const [andBack, setAndBack] = useState(false);
    const [note, setNote] = useState('');
    const offered = offeredServices(view, visit, typed, (words) => speech.inLanguage(words));
    const service = picked ?? (typed.trim() ? (offered[0]?.id ?? null) : null);
    const noteTooLong = bytesIn(note.trim()) > noteBytesMax;
    const fromHere = view.visit?.visit === visit.visit;

    const pick = (id: number) => {
        setPicked(id);
        setOnlyAt(null);
    };
    const send = (event: Event) => {
        event.preventDefault();
        if (service !== null && !noteTooLong) {
            onSend({ to: { service, onlyAt }, andBack, note: note.trim() });
        }
    };
    return (
        <Sheet
            name={kind}
            wide
            title={speech.say(kind === 'transfer' ? 'transferTitle' : 'nextTitle', {
                number: visit.number,
            })}
            hint={kind === 'next' ? speech.say('nextHint') : undefined}
            onClose={onClose}
        >
            <form class="sheet-form" onSubmit={send}>
                <div class="search">
                    <Icon name="search" size={18} />
                    <input
                        data-first=""
                        aria-label={speech.say('sendServiceSearch')}
                        placeholder={speech.say('sendServiceSearch')}
                        autocomplete="off"
                        spellcheck={false}
                        value={typed}
                        onInput={(event) => {
                            setTyped(event.currentTarget.value);
                            setPicked(null);
                            setOnlyAt(null);
                        }}
                    />
                </div>
                <Services offered={offered} chosen={service} onPick={pick} />
                {service !== null && (
                    <WindowField
                        view={view}
                        service={service}
                        own={kind === 'transfer' && fromHere}
                        onlyAt={onlyAt}
                        onPick={setOnlyAt}
                    />
                )}
                {kind === 'transfer' && (
                    <>
                        {fromHere && (
                            <label class="check">
                                <input
                                    type="checkbox"
                                    name="andBack"
                                    checked={andBack}
                                    onChange={(event) => setAndBack(event.currentTarget.checked)}
                                />
                                {speech.say('sendBack')}
                            </label>
                        )}
                        <input
                            id="note"
                            aria-label={speech.say('sendNote')}
                            autocomplete="off"
                            placeholder={speech.say('sendNoteHint')}
                            value={note}
                            aria-invalid={noteTooLong}
                            onInput={(event) => setNote(event.currentTarget.value)}
                        />
                    </>
                )}
                {noteTooLong && (
                    <p class="trouble" role="alert">
                        <Icon name="alert" /> {speech.say('noteTooLong')}
                    </p>
                )}
                {children}
                <button
                    type="submit"
                    class="strong wide"
                    data-act="sendSheet"
                    aria-disabled={service === null || noteTooLong}
                >
                    {speech.say(kind === 'transfer' ? 'transfer' : 'nextConfirm')}{' '}
                    <Key>{speech.say('keyEnter')}</Key>
                </button>
            </form>
        </Sheet>
    );
}

interface ServicesProps {
    offered: readonly OfferedService[];
    chosen: number | null;
    onPick: (service: number) => void;
}

function Services({ offered, chosen, onPick }: ServicesProps) {
    const speech = useSpeech();
    return (
        <fieldset class="options">
            <legend>{speech.say('sendService')}</legend>
            <div class="options-list">
                {offered.map(({ id, name, same }) => (
                    <label key={id} class="option" data-service={id}>
                        <input
                            type="radio"
                            name="service"
                            checked={id === chosen}
                            onChange={() => onPick(id)}
                        />
                        <span>
                            {name}
                            {same && <span class="option-hint">{speech.say('sendSame')}</span>}
                        </span>
                    </label>
                ))}
                {offered.length === 0 && <p class="muted">{speech.say('serviceNone')}</p>}
            </div>
        </fieldset>
    );
}

interface WindowFieldProps {
    view: WindowView;
    service: number;
    /** The visit is at this window: sending it here again means nothing. */
    own: boolean;
    onlyAt: number | null;
    onPick: (window: number | null) => void;
}

function WindowField({ view, service, own, onlyAt, onPick }: WindowFieldProps) {
    const speech = useSpeech();
    const windows = offeredWindows(view, service).filter(({ id }) => !own || id !== view.window);
    return (
        <fieldset class="options windows-row">
            <legend>{speech.say('sendWindow')}</legend>
            <div class="options-list">
                <label class="option">
                    <input
                        type="radio"
                        name="window"
                        checked={onlyAt === null}
                        onChange={() => onPick(null)}
                    />
                    <span>{speech.say('sendAnyWindow')}</span>
                </label>
                {windows.map(({ id, name, state }) => (
                    <label key={id} class="option" data-only-at={name}>
                        <input
                            type="radio"
                            name="window"
                            checked={onlyAt === id}
                            onChange={() => onPick(id)}
                        />
                        <span>
                            {state === 'open'
                                ? name
                                : speech.say('sendWindowAway', { window: name })}
                        </span>
                    </label>
                ))}
                {windows.length === 0 && <p class="options-note">{speech.say('sendNobody')}</p>}
            </div>
        </fieldset>
    );
}
