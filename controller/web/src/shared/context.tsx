import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { rememberedLanguage, rememberLanguage, Speech, type Language } from '../i18n';
import type { LiveState, LiveView } from '../live_view';
import type { OfficeClock } from '../time';
import type { OfficePresent } from '../wire';

interface Voice {
    speech: Speech;
    speak: (language: Language) => void;
}

const VoiceContext = createContext<Voice | null>(null);

/** Gives every part of a page the texts of the chosen language. */
export function Speaking({ children }: { children: ComponentChildren }) {
    const [speech, setSpeech] = useState(() => new Speech(rememberedLanguage()));
    useLayoutEffect(() => {
        document.documentElement.lang = speech.language;
    }, [speech]);
    const speak = (language: Language) => {
        rememberLanguage(language);
        setSpeech(new Speech(language));
    };
    return <VoiceContext.Provider value={{ speech, speak }}>{children}</VoiceContext.Provider>;
}

export function useVoice(): Voice {
    const voice = useContext(VoiceContext);
    if (!voice) {
        throw new Error('outside of Speaking');
    }
    return voice;
}

export function useSpeech(): Speech {
    return useVoice().speech;
}

/** The latest state of a live view; renders anew with each change. */
export function useLive<T extends { office: OfficePresent }>(live: LiveView<T>): LiveState<T> {
    const [state, setState] = useState(live.state);
    useEffect(() => {
        setState(live.state);
        return live.follow(() => setState(live.state));
    }, [live]);
    return state;
}

/** The office's clock, read anew every `everyMs`. */
export function useNow(clock: OfficeClock, everyMs = 1000): number {
    const [, setTurn] = useState(0);
    useEffect(() => {
        const timer = setInterval(() => setTurn((turn) => turn + 1), everyMs);
        return () => clearInterval(timer);
    }, [everyMs]);
    return clock.now();
}
