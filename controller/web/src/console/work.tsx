import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Api } from '../api';
import type { TextName } from '../i18n';
import { LiveView } from '../live_view';
import { nameIn } from '../names';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { LinkBar, TopBar } from '../shared/parts';
import type { SignedInProps } from '../shared/signed_in';
import { windowView, type WindowState, type WindowView } from '../wire';
import { Actions, StageHead } from './actions';
import { Announcer } from './announcer';
import { Desk, type DeskState } from './desk';
import { InFront, type Front, type Question } from './forms';
import { useKeys } from './keys';
import { NoteLine, PendingLine } from './lines';
import { atWindow, finish, takeBreak, type Stop } from './orders';
import { QueueList } from './queue_list';
import { largeActions, mustWait, stageOf, undoSeconds, worksHere } from './stage';
import type { Move, Stage, Wish } from './stage';
import { StageView } from './stage_view';
import { useTopics } from './use_topics';

interface Props extends SignedInProps {
    api: Api;
    window: number;
    /** The window is no longer this clerk's; null when it was their own wish. */
    onLeft: (windowName: string | null) => void;
}

/** A clerk's work at a window. */
export function Work({ api, window: windowId, staff, onSignedOut, signOut, onLeft }: Props) {
    const desk = useDesk(api, windowId, onSignedOut);
    const state = useDeskState(desk);
    const leaving = useRef(false);
    const { view } = state;

    // Closed by a manager, taken by another: the clerk is told and chooses again.
    const seen = useRef(false);
    useEffect(() => {
        if (view && worksHere(view, staff.id)) {
            seen.current = true;
        } else if (view && (seen.current || state.link === 'live') && !state.pending) {
            onLeft(leaving.current ? null : view.name);
        }
    }, [view, state.link, state.pending, staff.id, onLeft]);

    const leave = async (thenSignOut: boolean) => {
        leaving.current = true;
        const shown = desk.state.view;
        if (shown && (await desk.ask(atWindow(shown, 'close'))) === 'done') {
            if (thenSignOut) {
                signOut();
            } else {
                onLeft(null);
            }
        } else {
            leaving.current = false;
        }
    };

    if (!view) {
        return (
            <div class="page">
                <TopBar staff={staff} onSignOut={signOut} />
                <LinkBar link={state.link} clock={desk.live.clock} hasView={false} />
            </div>
        );
    }
    return <AtWork desk={desk} state={state} view={view} staff={staff} onLeave={leave} />;
}

function useDesk(api: Api, windowId: number, onSignedOut: () => void): Desk {
    const desk = useMemo(() => {
        const live = new LiveView(`/api/feeds/windows/${windowId}`, windowView, () => {
            void api.whoAmI().then((who) => who === null && onSignedOut());
        });
        return new Desk(api, live, onSignedOut);
    }, [api, windowId, onSignedOut]);
    useEffect(() => () => desk.stop(), [desk]);
    return desk;
}

function useDeskState(desk: Desk): DeskState {
    const [state, setState] = useState(desk.state);
    useEffect(() => {
        setState(desk.state);
        return desk.follow(() => setState(desk.state));
    }, [desk]);
    return state;
}

interface AtWorkProps {
    desk: Desk;
    state: DeskState;
    view: WindowView;
    staff: SignedInProps['staff'];
    onLeave: (thenSignOut: boolean) => Promise<void>;
}

const stageTitles: Readonly<Record<Stage, TextName>> = {
    closed: 'stateClosed',
    paused: 'stagePaused',
    onBreak: 'stageOnBreak',
    empty: 'stageFree',
    free: 'stageFree',
    called: 'stageCalled',
    serving: 'stageServing',
};

const stateTexts: Readonly<Record<WindowState, TextName>> = {
    open: 'stateOpen',
    paused: 'statePaused',
    onBreak: 'stateOnBreak',
    closed: 'stateClosed',
};

function AtWork({ desk, state, view, staff, onLeave }: AtWorkProps) {
    const speech = useSpeech();
    const { clock } = desk.live;
    const stage = stageOf(view);
    const [front, setFront] = useState<Front | null>(null);
    const [hint, setHint] = useState<string | null>(null);
    const [next, setNext] = useState<Stop | null>(null);
    const largeButton = useRef<HTMLButtonElement>(null);
    const topics = useTopics(view);
    const moment = `${stage}-${view.visit?.visit ?? ''}`;

    useTitle(view, state);
    useEffect(() => setHint(null), [topics.chosen]);
    useEffect(() => setNext(null), [view.visit?.visit]);

    const toLarge = () => largeButton.current?.focus({ preventScroll: true });

    // A new moment takes back what was asked or said about the one before, and the focus goes to
    // what the clerk does next.
    useLayoutEffect(() => {
        setFront(null);
        setHint(null);
        const at = document.activeElement;
        if (!at || at === document.body || !at.closest('.top-bar, .queue')) {
            toLarge();
        }
    }, [moment]);

    const large = () => {
        const offered = largeActions[stage];
        if (!offered || !desk.ready()) {
            return;
        }
        if (offered.action !== 'finish') {
            void desk.ask(atWindow(view, offered.action));
        } else if (topics.chosen === null) {
            setHint(speech.say('chooseTopicFirst'));
            topics.field.current?.focus();
        } else {
            void desk.ask(finish(view, topics.chosen, next));
        }
    };

    const goOnBreak = async (evenAlone: boolean) => {
        const answer = await desk.ask(takeBreak(view, evenAlone));
        if (typeof answer === 'object' && answer.refusal === 'breakNotCovered') {
            desk.forgetNote();
            setFront({ kind: 'question', question: 'breakAlone' });
        }
    };

    const move = (wanted: Move) => {
        const { does } = wanted;
        if (mustWait(wanted, view)) {
            setHint(speech.recallsLeft(view.recallsLeft ?? 0));
            return;
        }
        switch (does) {
            case 'no-show':
            case 'close':
                setFront({ kind: 'question', question: does });
                return;
            case 'hold':
            case 'transfer':
            case 'next':
            case 'cancel':
                if (view.visit) {
                    desk.forgetNote();
                    setFront({ kind: 'form', form: does, visit: view.visit });
                }
                return;
            case 'break':
                if (desk.ready()) {
                    void goOnBreak(false);
                }
                return;
            default:
                if (desk.ready()) {
                    void desk.ask(atWindow(view, does));
                }
        }
    };

    const undo = () => {
        if (desk.ready() && undoSeconds(view, clock.now()) > 0) {
            void desk.ask(atWindow(view, 'undo'));
        }
    };

    const onWish = (wish: Wish) => {
        if (wish.kind === 'large') {
            large();
        } else if (wish.kind === 'undo') {
            undo();
        } else {
            move(wish.move);
        }
    };
    useKeys({ stage, covered: front !== null, topics, onWish });

    const askToSignOut = () => {
        if (view.visit) {
            setHint(speech.say('finishFirst', { number: view.visit.number }));
        } else {
            setFront({ kind: 'question', question: 'signOut' });
        }
    };

    const onYes = (question: Question) => {
        if (question === 'no-show') {
            void desk.ask(atWindow(view, 'no-show'));
        } else if (question === 'breakAlone') {
            void goOnBreak(true);
        } else {
            void onLeave(question === 'signOut');
        }
    };

    const onFront = (wanted: Front | null) => {
        setFront(wanted);
        desk.forgetNote();
        if (wanted === null) {
            toLarge();
        }
    };

    const title = speech.say(stageTitles[stage]);
    const largeText = useLargeText(stage, view, topics.chosen, next);
    const lost = state.link === 'lost' || state.link === 'unreadable';
    return (
        <div class="page console" data-page="work" data-stage={stage} data-link={state.link}>
            <TopBar staff={staff} office={view.office} clock={clock} onSignOut={askToSignOut}>
                <span class="window-plate">{speech.say('window', { name: view.name })}</span>
                <span class={`state-tag ${view.state}`}>{speech.say(stateTexts[view.state])}</span>
            </TopBar>
            <LinkBar link={state.link} clock={clock} hasView />
            <main class={lost ? 'console-body stale' : 'console-body'}>
                <section class={`stage card stage-${stage}`} aria-label={title}>
                    <StageHead
                        stage={stage}
                        title={title}
                        view={view}
                        clock={clock}
                        ready={desk.ready()}
                        onMove={move}
                        onUndo={undo}
                    />
                    <StageView
                        stage={stage}
                        view={view}
                        clock={clock}
                        topics={topics}
                        next={
                            next && (
                                <NextService
                                    next={next}
                                    view={view}
                                    onRemove={() => setNext(null)}
                                />
                            )
                        }
                    />
                    <div class="stage-foot">
                        <NoteLine note={front ? null : state.note} hint={hint} />
                        <PendingLine pending={state.pending} />
                        <Actions
                            stage={stage}
                            view={view}
                            largeText={largeText}
                            largeButton={largeButton}
                            busy={state.pending !== null}
                            ready={desk.ready()}
                            covered={front !== null}
                            onLarge={large}
                            onMove={move}
                        />
                    </div>
                </section>
                <QueueList
                    view={view}
                    clock={clock}
                    onVisit={(visit) => onFront({ kind: 'form', form: 'visit', visit })}
                />
            </main>
            <Announcer stage={stage} view={view} clock={clock} />
            <InFront
                front={front}
                desk={desk}
                state={state}
                view={view}
                onFront={onFront}
                onYes={onYes}
                onNext={setNext}
            />
        </div>
    );
}

function useLargeText(
    stage: Stage,
    view: WindowView,
    topic: number | null,
    next: Stop | null,
): string {
    const speech = useSpeech();
    const offered = largeActions[stage];
    if (stage !== 'serving' || topic === null) {
        return offered ? speech.say(offered.text) : '';
    }
    const name = nameIn(view.topics, topic, speech);
    const goesOn = next !== null || (view.visit?.then.length ?? 0) > 0;
    return speech.say(goesOn ? 'finishAndSend' : 'finishWith', { topic: name });
}

interface NextProps {
    next: Stop;
    view: WindowView;
    onRemove: () => void;
}

/** The service that comes after this one on the same ticket, until it is sent or taken back. */
function NextService({ next, view, onRemove }: NextProps) {
    const speech = useSpeech();
    const service = nameIn(view.services, next.service, speech);
    const window = view.windows.find(({ id }) => id === next.onlyAt);
    return (
        <p class="next-service" data-next={next.service}>
            <Icon name="swap" />
            <span>
                {speech.say('thenChosen', { service })}
                {window && `, ${speech.say('onlyAtWindow', { window: window.name })}`}
            </span>
            <button
                type="button"
                class="quiet"
                data-act="removeNext"
                aria-label={speech.say('thenRemove')}
                onClick={onRemove}
            >
                <Icon name="cross" size={18} />
            </button>
        </p>
    );
}

/** The number stands in the title, so that it is read with the window behind others. */
function useTitle(view: WindowView, state: DeskState): void {
    const speech = useSpeech();
    const window = speech.say('window', { name: view.name });
    const lead =
        state.link === 'lost'
            ? speech.say('linkLost')
            : (view.visit?.number ?? (view.waiting > 0 ? `(${view.waiting})` : ''));
    useLayoutEffect(() => {
        document.title = !lead
            ? `${window} — ${speech.say('product')}`
            : lead.startsWith('(')
              ? `${lead} ${window}`
              : `${lead} · ${window}`;
    }, [lead, window, speech]);
}
