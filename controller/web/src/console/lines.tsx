import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import type { DeskState, Note } from './desk';

/** What the office answered no to, or what the clerk should do first. */
export function NoteLine({ note, hint }: { note: Note | null; hint: string | null }) {
    const speech = useSpeech();
    const words =
        note?.kind === 'refused'
            ? speech.refusal(note.refusal)
            : note?.kind === 'forbidden'
              ? speech.say('forbidden')
              : note?.kind === 'failed'
                ? speech.say('requestFailed', { status: note.status, error: note.error })
                : note?.kind === 'breakBegan'
                  ? speech.say('breakBegan')
                  : hint;
    return (
        <p
            class={note?.kind === 'breakBegan' ? 'note-line told' : 'note-line'}
            role="alert"
            data-refusal={note?.kind === 'refused' ? note.refusal : undefined}
        >
            {words && (
                <>
                    <Icon name={note?.kind === 'breakBegan' ? 'cup' : 'alert'} /> {words}
                </>
            )}
        </p>
    );
}

const slowMs = 400;

/** A request that takes longer than a moment, and why. */
export function PendingLine({ pending }: { pending: DeskState['pending'] }) {
    const speech = useSpeech();
    const [slow, setSlow] = useState(false);
    const under = pending !== null;
    useEffect(() => {
        setSlow(false);
        if (!under) {
            return undefined;
        }
        const timer = setTimeout(() => setSlow(true), slowMs);
        return () => clearTimeout(timer);
    }, [under]);
    const words =
        pending?.trouble === 'noReply'
            ? speech.say('requestRepeated')
            : pending?.trouble === 'busy'
              ? speech.say('requestBusy')
              : slow && pending
                ? speech.say('working')
                : '';
    return (
        <p class="pending-line" role="status" data-trouble={pending?.trouble ?? undefined}>
            {words && (
                <>
                    <span class="spinner" aria-hidden="true" /> {words}
                </>
            )}
        </p>
    );
}
