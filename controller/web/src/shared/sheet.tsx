import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSpeech } from './context';
import { Icon, type IconName } from './icons';
import { Key } from './parts';

interface SheetProps {
    name: string;
    title: string;
    hint?: string | undefined;
    wide?: boolean;
    onClose: () => void;
    onKey?: (event: KeyboardEvent) => void;
    children: ComponentChildren;
}

/** A form in front of the page. Escape and a tap beside it leave everything as it was. */
export function Sheet({ name, title, hint, wide = false, onClose, onKey, children }: SheetProps) {
    const speech = useSpeech();
    const dialog = useRef<HTMLDialogElement>(null);
    // At once: the next key may already be the answer.
    useLayoutEffect(() => {
        const shown = dialog.current;
        shown?.showModal();
        shown?.querySelector<HTMLElement>('[data-first]')?.focus();
    }, []);
    return (
        <dialog
            ref={dialog}
            class={wide ? 'ask sheet wide-sheet' : 'ask sheet'}
            data-sheet={name}
            aria-labelledby="sheet-title"
            onCancel={(event) => {
                event.preventDefault();
                onClose();
            }}
            onClick={(event) => event.target === dialog.current && onClose()}
            onKeyDown={onKey}
        >
            <div class="sheet-body">
                <div class="sheet-head">
                    <h2 id="sheet-title">{title}</h2>
                    <button
                        type="button"
                        class="quiet sheet-close"
                        data-act="closeSheet"
                        aria-label={speech.say('close')}
                        onClick={onClose}
                    >
                        <Key>{speech.say('keyEscape')}</Key>
                        <Icon name="cross" />
                    </button>
                </div>
                {hint && <p class="sheet-hint">{hint}</p>}
                {children}
            </div>
        </dialog>
    );
}

export interface Choice<Id> {
    id: Id;
    text: string;
    hint?: string;
    icon?: IconName;
    danger?: boolean;
    /** What holds already. */
    present?: boolean;
    /** Not possible now; the hint says why. */
    off?: boolean;
}

interface ChoicesProps<Id> {
    choices: readonly Choice<Id>[];
    onChoose: (id: Id) => void;
}

/** One of a few answers: a tap or its digit takes it. */
export function Choices<Id extends string | number>({ choices, onChoose }: ChoicesProps<Id>) {
    return (
        <ul class="choices">
            {choices.map((choice, index) => (
                <li key={choice.id}>
                    <button
                        type="button"
                        class={choice.danger ? 'choice danger' : 'choice'}
                        data-choice={choice.id}
                        data-first={index === 0 ? '' : undefined}
                        aria-disabled={choice.off}
                        aria-current={choice.present ? 'true' : undefined}
                        onClick={() => !choice.off && onChoose(choice.id)}
                    >
                        {choice.icon && <Icon name={choice.icon} size={22} />}
                        <span class="choice-words">
                            <span class="choice-text">{choice.text}</span>
                            {choice.hint && <span class="choice-hint">{choice.hint}</span>}
                        </span>
                        {choice.present && <Icon name="check" />}
                        {index < 9 && <Key>{index + 1}</Key>}
                    </button>
                </li>
            ))}
        </ul>
    );
}

/** Takes the choice whose digit was pressed. */
export function digitOf<Id extends string | number>(
    event: KeyboardEvent,
    choices: readonly Choice<Id>[],
): Choice<Id> | undefined {
    const plain = !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
    const index = plain && /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    const choice = choices[index];
    return choice && !choice.off ? choice : undefined;
}

interface ChoiceSheetProps<Id> extends Omit<SheetProps, 'children' | 'onKey'> {
    choices: readonly Choice<Id>[];
    onChoose: (id: Id) => void;
    children?: ComponentChildren;
}

/** A question with a few answers. */
export function ChoiceSheet<Id extends string | number>({
    choices,
    onChoose,
    children,
    ...sheet
}: ChoiceSheetProps<Id>) {
    const takeKey = (event: KeyboardEvent) => {
        const choice = digitOf(event, choices);
        if (choice) {
            event.preventDefault();
            onChoose(choice.id);
        }
    };
    return (
        <Sheet {...sheet} onKey={takeKey}>
            {children}
            <Choices choices={choices} onChoose={onChoose} />
        </Sheet>
    );
}
