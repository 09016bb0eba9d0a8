import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Api } from '../api';
import { LiveView } from '../live_view';
import { useLive, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { Key, LinkBar, TopBar } from '../shared/parts';
import type { SignedInProps } from '../shared/signed_in';
import { hallView, windowList, windowView, type HallView, type WindowRow } from '../wire';

interface Props extends SignedInProps {
    api: Api;
    /** Why the clerk is here again, when it was not their own wish. */
    note: string | null;
    onChosen: (window: number) => void;
}

/** Own window first, then the free ones, then those of others; each in the office's order. */
export function inOrderOfUse(windows: readonly WindowRow[], clerk: number): WindowRow[] {
    const rank = (row: WindowRow) => (row.clerk === clerk ? 0 : row.state === 'closed' ? 1 : 2);
    return [...windows].sort((one, other) => rank(one) - rank(other));
}

/** The windows as GET /api/windows tells them, asked anew whenever the hall shows a change. */
function useWindows(api: Api, hall: HallView | null, onSignedOut: () => void) {
    const [windows, setWindows] = useState<WindowRow[] | null>(null);
    const change = hall ? JSON.stringify(hall.windows) : '';
    const ask = useCallback(async () => {
        const answer = await api.get('/api/windows', windowList);
        if (answer.kind === 'done') {
            setWindows(answer.value.windows);
        } else if (answer.kind === 'signedOut') {
            onSignedOut();
        }
    }, [api, onSignedOut]);
    useEffect(() => void ask(), [ask, change]);
    return { windows, ask };
}

export function ChooseWindow({ api, staff, onSignedOut, signOut, note, onChosen }: Props) {
    const speech = useSpeech();
    const live = useMemo(
        () =>
            new LiveView('/api/feeds/hall', hallView, () => {
                void api.whoAmI().then((who) => who === null && onSignedOut());
            }),
        [api, onSignedOut],
    );
    useEffect(() => () => live.stop(), [live]);
    const { view: hall, link } = useLive(live);
    const { windows, ask } = useWindows(api, hall, onSignedOut);
    const [trouble, setTrouble] = useState<string | null>(note);
    const [opening, setOpening] = useState<number | null>(null);

    useLayoutEffect(() => {
        document.title = `${speech.say('chooseWindow')} — ${speech.say('product')}`;
    }, [speech]);

    // A clerk who reloads the page, or changes the computer, is back at the same window.
    const own = windows?.find((row) => row.clerk === staff.id && row.state !== 'closed');
    useEffect(() => {
        if (own) {
            onChosen(own.id);
        }
    }, [own, onChosen]);

    const open = async (row: WindowRow) => {
        if (opening !== null || link !== 'live') {
            return;
        }
        setOpening(row.id);
        setTrouble(null);
        const stop = new AbortController().signal;
        const outcome = await api.act(`/api/windows/${row.id}/open`, {}, windowView, stop, () =>
            setTrouble(speech.say('requestRepeated')),
        );
        setOpening(null);
        if (outcome.kind === 'done') {
            onChosen(row.id);
        } else if (outcome.kind === 'signedOut') {
            onSignedOut();
        } else if (outcome.kind === 'refused') {
            setTrouble(speech.refusal(outcome.refusal));
            void ask();
        } else if (outcome.kind === 'forbidden') {
            setTrouble(speech.say('forbidden'));
        } else if (outcome.kind === 'failed') {
            setTrouble(
                speech.say('requestFailed', { status: outcome.status, error: outcome.error }),
            );
        }
    };

    const isFree = (row: WindowRow) => row.state === 'closed' || row.clerk === staff.id;
    // With the paint: whatever can be seen can be pressed.
    useLayoutEffect(() => {
        const onKey = (event: KeyboardEvent) => {
            const plain = !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey;
            const row = plain && windows?.find(({ name }) => name === event.key);
            if (row && isFree(row)) {
                void open(row);
            }
        };
        document.addEventListener('keydown', onKey);
        return () => document.removeEventListener('keydown', onKey);
    });

    return (
        <div class="page" data-page="chooseWindow">
            <TopBar staff={staff} office={hall?.office} clock={live.clock} onSignOut={signOut} />
            <LinkBar link={link} clock={live.clock} hasView={hall !== null} />
            <main class="choose-window">
                <div class="choose-window-head">
                    <h1>{speech.say('chooseWindow')}</h1>
                    <p class="muted">{speech.say('chooseWindowHint')}</p>
                </div>
                <p class="trouble" role="alert">
                    {trouble && (
                        <>
                            <Icon name="alert" /> {trouble}
                        </>
                    )}
                </p>
                {windows?.length === 0 && <p class="muted">{speech.say('noWindows')}</p>}
                <ul class="window-cards" aria-busy={windows === null}>
                    {inOrderOfUse(windows ?? [], staff.id).map((row) => (
                        <li key={row.id}>
                            <WindowCard
                                row={row}
                                hall={hall}
                                free={isFree(row)}
                                ready={link === 'live' && opening === null}
                                onOpen={() => void open(row)}
                            />
                        </li>
                    ))}
                </ul>
            </main>
        </div>
    );
}

interface CardProps {
    row: WindowRow;
    hall: HallView | null;
    free: boolean;
    ready: boolean;
    onOpen: () => void;
}

function WindowCard({ row, hall, free, ready, onOpen }: CardProps) {
    const speech = useSpeech();
    const queues = (hall?.queues ?? []).filter(({ service }) => row.services.includes(service));
    const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
    return (
        <button
            type="button"
            class={free ? 'window-card free' : 'window-card'}
            data-window={row.name}
            disabled={!free}
            aria-disabled={!ready}
            onClick={() => ready && onOpen()}
        >
            <span class="window-card-name">
                {speech.say('window', { name: row.name })}
                {free && row.name.length === 1 && <Key>{row.name}</Key>}
            </span>
            <span class="window-card-state">
                <Icon name={free ? 'door' : 'people'} size={18} />
                {free
                    ? speech.say('windowFree')
                    : row.clerkName
                      ? speech.say('windowBusyWith', { clerk: row.clerkName })
                      : speech.say('windowBusy')}
            </span>
            <span class="window-card-services">
                {queues.map(({ service, name }) => (
                    <span key={service}>{speech.inLanguage(name)}</span>
                ))}
            </span>
            <span class="window-card-waiting">
                <Icon name="clock" size={18} />
                {speech.say('windowQueue', { count: waiting })}
            </span>
        </button>
    );
}
