import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Api } from '../api';
import type { Staff } from '../wire';
import { useSpeech } from './context';
import { Mark } from './icons';
import { SignIn } from './sign_in';

export interface SignedInProps {
    staff: Staff;
    /** The controller says that nobody is signed in any more. */
    onSignedOut: () => void;
    /** The person asks to leave. */
    signOut: () => void;
}

interface Props {
    api: Api;
    children: (signedIn: SignedInProps) => ComponentChildren;
}

const askAgainMs = 2_000;

/** Shows a page to those who are signed in, and the sign-in to the others, in the same place. */
export function SignedIn({ api, children }: Props) {
    const speech = useSpeech();
    const [staff, setStaff] = useState<Staff | null | 'asking'>('asking');
    const [ended, setEnded] = useState(false);

    useEffect(() => {
        if (staff !== 'asking') {
            return undefined;
        }
        let timer = 0;
        let over = false;
        const ask = async () => {
            const answer = await api.whoAmI();
            if (over) {
                return;
            }
            if (answer === 'noReply') {
                timer = window.setTimeout(() => void ask(), askAgainMs);
            } else {
                setStaff(answer);
            }
        };
        void ask();
        return () => {
            over = true;
            clearTimeout(timer);
        };
    }, [api, staff]);

    const onSignedOut = useCallback(() => {
        setEnded(true);
        setStaff(null);
    }, []);
    const signOut = useCallback(() => {
        void api.signOut().then((left) => {
            if (left) {
                setEnded(false);
                setStaff(null);
            }
        });
    }, [api]);

    if (staff === 'asking') {
        return (
            <main class="centre" aria-busy="true">
                <Mark size={56} />
                <p class="muted">{speech.say('loading')}</p>
            </main>
        );
    }
    if (staff === null) {
        return <SignIn api={api} ended={ended} onSignedIn={setStaff} />;
    }
    return <>{children({ staff, onSignedOut, signOut })}</>;
}
