import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { languages, Speech, type Language } from '../i18n';
import type { LinkState } from '../feed';
import { clockText, dateText, type OfficeClock } from '../time';
import type { OfficePresent, Staff } from '../wire';
import { useNow, useSpeech, useVoice } from './context';
import { Icon, Mark } from './icons';

/** A key as it is printed on the keyboard, shown on the button that it works. */
export function Key({ children }: { children: ComponentChildren }) {
    return <kbd aria-hidden="true">{children}</kbd>;
}

export function LanguageSwitch() {
    const { speech, speak } = useVoice();
    return (
        <div class="language-switch" role="group" aria-label={speech.say('chooseLanguage')}>
            {(Object.keys(languages) as Language[]).map((language) => (
                <button
                    key={language}
                    type="button"
                    lang={language}
                    aria-label={new Speech(language).say('languageName')}
                    aria-pressed={language === speech.language}
                    onClick={() => speak(language)}
                >
                    {language.toUpperCase()}
                </button>
            ))}
        </div>
    );
}

export function OfficeTime({ clock }: { clock: OfficeClock }) {
    const speech = useSpeech();
    const now = useNow(clock);
    const offset = clock.utcOffsetMinutes();
    return (
        <div class="office-time">
            <span class="office-date">{dateText(now, offset, speech.language)}</span>
            <time class="office-clock">{clockText(now, offset)}</time>
        </div>
    );
}

interface TopBarProps {
    staff: Staff;
    office?: OfficePresent | undefined;
    clock?: OfficeClock | undefined;
    onSignOut: () => void;
    children?: ComponentChildren;
}

/** The same head on every page: which office, what time, who works. */
export function TopBar({ staff, office, clock, onSignOut, children }: TopBarProps) {
    const speech = useSpeech();
    return (
        <header class="top-bar">
            <a class="brand" href="/" aria-label={speech.say('product')}>
                <Mark size={34} />
                <span class="office-name">
                    {office ? speech.inLanguage(office.name) : speech.say('product')}
                </span>
            </a>
            {children}
            <span class="spring" />
            {office && clock && <OfficeTime clock={clock} />}
            <LanguageSwitch />
            <div class="who">
                <span class="who-name">{staff.name}</span>
                <span class="who-role">{speech.say(`role_${staff.role}`)}</span>
            </div>
            <button type="button" class="quiet" data-act="signOut" onClick={onSignOut}>
                <Icon name="out" />
                <span>{speech.say('signOut')}</span>
            </button>
        </header>
    );
}

const loadedAnew = 'talon-loaded-anew';
const betweenLoadsMs = 60_000;
const backShownMs = 4_000;

/** The controller speaks a newer language than this page: takes the page that came with it. */
function loadAnew(): void {
    const latest = Number(sessionStorage.getItem(loadedAnew) ?? 0);
    if (Math.abs(Date.now() - latest) > betweenLoadsMs) {
        sessionStorage.setItem(loadedAnew, String(Date.now()));
        location.reload();
    }
}

interface LinkBarProps {
    link: LinkState;
    clock: OfficeClock;
    hasView: boolean;
}

/** Says that what is shown is not the present. Takes no room while all is well. */
export function LinkBar({ link, clock, hasView }: LinkBarProps) {
    const speech = useSpeech();
    const [isBack, setIsBack] = useState(false);
    const before = useRef(link);
    useEffect(() => {
        const wasLost = before.current === 'lost';
        before.current = link;
        if (link === 'unreadable') {
            loadAnew();
        }
        if (link !== 'live' || !wasLost) {
            setIsBack(false);
            return undefined;
        }
        setIsBack(true);
        const timer = setTimeout(() => setIsBack(false), backShownMs);
        return () => clearTimeout(timer);
    }, [link]);

    if (link === 'live' && isBack) {
        return (
            <div class="link-bar shown back" role="status" data-link={link}>
                <Icon name="check" size={24} />
                <strong>{speech.say('linkBack')}</strong>
            </div>
        );
    }
    if (link === 'live' || link === 'connecting') {
        return <div class="link-bar" role="status" data-link={link} />;
    }
    const old = link === 'unreadable';
    const time = clockText(clock.lastHeard(), clock.utcOffsetMinutes());
    return (
        <div class="link-bar shown" role="status" data-link={link}>
            <Icon name={old ? 'alert' : 'linkLost'} size={24} />
            <strong>{speech.say(old ? 'linkUnreadable' : 'linkLost')}</strong>
            <span>
                {old
                    ? speech.say('linkUnreadableHint')
                    : hasView
                      ? speech.say('linkLostHint', { time })
                      : speech.say('linkLostNoData')}
            </span>
        </div>
    );
}

interface AskProps {
    title: string;
    hint: string;
    confirm: string;
    danger?: boolean;
    onConfirm: () => void;
    onCancel: () => void;
}

/** A question before what cannot be taken back. Enter confirms, Escape does not. */
export function Ask({ title, hint, confirm, danger = false, onConfirm, onCancel }: AskProps) {
    const speech = useSpeech();
    const dialog = useRef<HTMLDialogElement>(null);
    const button = useRef<HTMLButtonElement>(null);
    // At once: the next key may already be the answer.
    useLayoutEffect(() => {
        dialog.current?.showModal();
        button.current?.focus();
    }, []);
    return (
        <dialog
            ref={dialog}
            class="ask"
            aria-labelledby="ask-title"
            aria-describedby="ask-hint"
            onCancel={(event) => {
                event.preventDefault();
                onCancel();
            }}
        >
            <h2 id="ask-title">{title}</h2>
            <p id="ask-hint">{hint}</p>
            <div class="ask-actions">
                <button
                    ref={button}
                    type="button"
                    data-act="confirm"
                    class={danger ? 'strong danger' : 'strong'}
                    onClick={onConfirm}
                >
                    {confirm} <Key>{speech.say('keyEnter')}</Key>
                </button>
                <button type="button" data-act="cancel" onClick={onCancel}>
                    {speech.say('cancel')} <Key>{speech.say('keyEscape')}</Key>
                </button>
            </div>
        </dialog>
    );
}
