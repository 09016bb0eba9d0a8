import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Api } from '../api';
import type { Speech } from '../i18n';
import type { Read } from '../schema';
import { useSpeech } from './context';

export interface Asking {
    busy: boolean;
    /** What the office said to the latest request, in words; empty when it agreed. */
    trouble: string;
    /** Asks once, repeated until answered; gives whether the office agreed. */
    ask: <T>(path: string, body: object, read: Read<T>) => Promise<boolean>;
    forget: () => void;
}

type Ended = Exclude<Awaited<ReturnType<Api['act']>>, { kind: 'done' | 'stopped' | 'signedOut' }>;

function inWords(outcome: Ended, speech: Speech): string {
    switch (outcome.kind) {
        case 'refused':
            return speech.refusal(outcome.refusal);
        case 'forbidden':
            return speech.say('forbidden');
        case 'failed':
            return speech.say('requestFailed', { status: outcome.status, error: outcome.error });
    }
}

/** Requests of a page that has no window: one at a time, given up when the page is left. */
export function useAsking(api: Api, onSignedOut: () => void): Asking {
    const speech = useSpeech();
    const [busy, setBusy] = useState(false);
    const [trouble, setTrouble] = useState('');
    const stopping = useMemo(() => new AbortController(), []);
    useEffect(() => () => stopping.abort(), [stopping]);
    const ask = useCallback(
        async <T>(path: string, body: object, read: Read<T>) => {
            setBusy(true);
            setTrouble('');
            const outcome = await api.act(path, body, read, stopping.signal, (why) =>
                setTrouble(speech.say(why === 'busy' ? 'requestBusy' : 'requestRepeated')),
            );
            if (outcome.kind === 'stopped') {
                return false;
            }
            setBusy(false);
            setTrouble('');
            if (outcome.kind === 'signedOut') {
                onSignedOut();
            } else if (outcome.kind !== 'done') {
                setTrouble(inWords(outcome, speech));
            }
            return outcome.kind === 'done';
        },
        [api, onSignedOut, speech, stopping],
    );
    const forget = useCallback(() => setTrouble(''), []);
    return { busy, trouble, ask, forget };
}
