import { nameIn } from '../names';
import { useSpeech } from '../shared/context';
import { clockText, type OfficeClock } from '../time';
import type { WindowView } from '../wire';
import type { Stage } from './stage';

interface Props {
    stage: Stage;
    view: WindowView;
    clock: OfficeClock;
}

/** Tells a reader aloud what has changed. */
export function Announcer({ stage, view, clock }: Props) {
    const speech = useSpeech();
    const number = view.visit?.number ?? '';
    const words = () => {
        switch (stage) {
            case 'called':
                return speech.say('announceCalled', {
                    number,
                    service: nameIn(view.services, view.visit?.service ?? 0, speech),
                });
            case 'serving':
                return speech.say('announceServing', { number });
            case 'paused':
                return speech.say('announcePaused');
            case 'onBreak':
                return view.backAt === null
                    ? speech.say('stageOnBreak')
                    : speech.say('announceOnBreak', {
                          time: clockText(view.backAt, clock.utcOffsetMinutes()),
                      });
            case 'closed':
                return speech.say('stateClosed');
            case 'free':
            case 'empty':
                return speech.say('announceFree', { count: view.waiting });
        }
    };
    return (
        <p class="heard-only" aria-live="polite">
            {words()}
        </p>
    );
}
