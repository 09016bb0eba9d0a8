import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../api';
import type { TextName } from '../i18n';
import type { Staff } from '../wire';
import { useSpeech } from './context';
import { Icon, Mark } from './icons';
import { LanguageSwitch } from './parts';

interface Props {
    api: Api;
    ended: boolean;
    onSignedIn: (staff: Staff) => void;
}

const texts: Record<'wrong' | 'tooMany' | 'noReply', TextName> = {
    wrong: 'wrongPassword',
    tooMany: 'tooManyTries',
    noReply: 'noReplyToSignIn',
};

export function SignIn({ api, ended, onSignedIn }: Props) {
    const speech = useSpeech();
    const [login, setLogin] = useState('');
    const [password, setPassword] = useState('');
    const [visible, setVisible] = useState(false);
    const [working, setWorking] = useState(false);
    const [trouble, setTrouble] = useState<keyof typeof texts | null>(null);
    const first = useRef<HTMLInputElement>(null);
    const second = useRef<HTMLInputElement>(null);

    useLayoutEffect(() => {
        document.title = `${speech.say('signInTitle')} — ${speech.say('product')}`;
    }, [speech]);
    useLayoutEffect(() => first.current?.focus(), []);

    const send = async (event: Event) => {
        event.preventDefault();
        if (working) {
            return;
        }
        setWorking(true);
        setTrouble(null);
        const answer = await api.signIn(login.trim(), password);
        setWorking(false);
        if (typeof answer === 'string') {
            setTrouble(answer);
            second.current?.focus();
            second.current?.select();
        } else {
            onSignedIn(answer);
        }
    };

    return (
        <main class="centre sign-in">
            <div class="sign-in-language">
                <LanguageSwitch />
            </div>
            <form class="card sign-in-card" onSubmit={(event) => void send(event)}>
                <div class="sign-in-head">
                    <Mark size={52} />
                    <div>
                        <p class="sign-in-product">{speech.say('product')}</p>
                        <h1>{speech.say('signInTitle')}</h1>
                    </div>
                </div>
                {ended && !trouble && (
                    <p class="note" role="status">
                        <Icon name="alert" /> {speech.say('sessionEnded')}
                    </p>
                )}
                <label for="login">{speech.say('login')}</label>
                <input
                    id="login"
                    name="login"
                    ref={first}
                    autocomplete="username"
                    autocapitalize="none"
                    spellcheck={false}
                    required
                    value={login}
                    aria-invalid={trouble === 'wrong'}
                    onInput={(event) => setLogin(event.currentTarget.value)}
                />
                <label for="password">{speech.say('password')}</label>
                <div class="password">
                    <input
                        id="password"
                        name="password"
                        ref={second}
                        type={visible ? 'text' : 'password'}
                        autocomplete="current-password"
                        required
                        value={password}
                        aria-invalid={trouble === 'wrong'}
                        aria-describedby="sign-in-trouble"
                        onInput={(event) => setPassword(event.currentTarget.value)}
                    />
                    <button
                        type="button"
                        class="quiet"
                        aria-pressed={visible}
                        aria-label={speech.say(visible ? 'hidePassword' : 'showPassword')}
                        onClick={() => setVisible(!visible)}
                    >
                        <Icon name="eye" />
                    </button>
                </div>
                <p id="sign-in-trouble" class="trouble" role="alert">
                    {trouble && (
                        <>
                            <Icon name="alert" /> {speech.say(texts[trouble])}
                        </>
                    )}
                </p>
                <button type="submit" class="strong wide" aria-disabled={working}>
                    {speech.say(working ? 'signingIn' : 'signIn')}
                </button>
            </form>
        </main>
    );
}
