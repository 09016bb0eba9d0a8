import { useCallback, useState } from 'preact/hooks';
import { Api } from '../api';
import { useSpeech } from '../shared/context';
import { show } from '../shared/page';
import { SignedIn, type SignedInProps } from '../shared/signed_in';
import { ChooseWindow } from './choose_window';
import { Work } from './work';

const api = new Api();

/** From choosing a window to the work at it, and back. */
function Console(signedIn: SignedInProps) {
    const speech = useSpeech();
    const [window, setWindow] = useState<number | null>(null);
    const [note, setNote] = useState<string | null>(null);
    const onLeft = useCallback(
        (windowName: string | null) => {
            setNote(
                windowName === null ? null : speech.say('windowTakenAway', { name: windowName }),
            );
            setWindow(null);
        },
        [speech],
    );
    if (window === null) {
        return <ChooseWindow {...signedIn} api={api} note={note} onChosen={setWindow} />;
    }
    return <Work {...signedIn} key={window} api={api} window={window} onLeft={onLeft} />;
}

show(<SignedIn api={api}>{(signedIn) => <Console {...signedIn} />}</SignedIn>);
