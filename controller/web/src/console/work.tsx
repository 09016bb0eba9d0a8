import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Api } from '../api';
import { LiveView } from '../live_view';
import { nameIn } from '../names';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { Ask, Key, LinkBar, TopBar } from '../shared/parts';
import type { SignedInProps } from '../shared/signed_in';
import { windowView, type WindowView } from '../wire';
import { Desk, type DeskState } from './desk';
import { NoteLine, PendingLine } from './lines';
import { QueueList } from './queue_list';
import { largeActions, sideMoves, stageOf, windowMoves, wishOf, worksHere } from './stage';
import type { Move, Stage } from './stage';
import { StageView } from './stage_view';
import { useTopics, type Topics } from './use_topics';

interface Props extends SignedInProps {
    api: Api;
    window: number;
    /** The window is no longer this clerk's; null when it was their own wish. */
    onLeft: (windowName: string | null) => void;
}

type Question = 'no-show' | 'close' | 'signOut';

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
        if (await desk.act('close')) {
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
        return new Desk(api, windowId, live, onSignedOut);
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

function AtWork({ desk, state, view, staff, onLeave }: AtWorkProps) {
    const speech = useSpeech();
    const stage = stageOf(view);
    const [question, setQuestion] = useState<Question | null>(null);
    const [hint, setHint] = useState<string | null>(null);
    const largeButton = useRef<HTMLButtonElement>(null);
    const topics = useTopics(view);
    const moment = `${stage}-${view.visit?.visit ?? ''}`;

    useTitle(view, state);
    useEffect(() => setHint(null), [topics.chosen]);

    // A new moment takes back what was asked or said about the one before, and the focus goes to
    // what the clerk does next.
    useEffect(() => {
        setQuestion(null);
        setHint(null);
        const at = document.activeElement;
        if (!at || at === document.body || !at.closest('.top-bar')) {
            largeButton.current?.focus({ preventScroll: true });
        }
    }, [moment]);

    const large = () => {
        const offered = largeActions[stage];
        if (!offered || !desk.ready()) {
            return;
        }
        if (offered.action !== 'finish') {
            void desk.act(offered.action);
        } else if (topics.chosen === null) {
            setHint(speech.say('chooseTopicFirst'));
            topics.field.current?.focus();
        } else {
            void desk.act('finish', { topic: topics.chosen });
        }
    };

    const move = (wanted: Move) => {
        if (wanted.action === 'no-show' || wanted.action === 'close') {
            setQuestion(wanted.action);
        } else if (desk.ready()) {
            void desk.act(wanted.action);
        }
    };

    useKeys({ stage, asking: question !== null, topics, large, move });

    const askToSignOut = () => {
        if (view.visit) {
            setHint(speech.say('finishFirst', { number: view.visit.number }));
        } else {
            setQuestion('signOut');
        }
    };

    const offered = largeActions[stage];
    const chosenName = topics.chosen === null ? '' : nameIn(view.topics, topics.chosen, speech);
    const largeText =
        stage === 'serving' && chosenName
            ? speech.say('finishWith', { topic: chosenName })
            : offered && speech.say(offered.text);
    const lost = state.link === 'lost' || state.link === 'unreadable';
    return (
        <div class="page console" data-page="work" data-stage={stage} data-link={state.link}>
            <TopBar
                staff={staff}
                office={view.office}
                clock={desk.live.clock}
                onSignOut={askToSignOut}
            >
                <span class="window-plate">{speech.say('window', { name: view.name })}</span>
                <WindowStateTag view={view} />
            </TopBar>
            <LinkBar link={state.link} clock={desk.live.clock} hasView />
            <main class={lost ? 'console-body stale' : 'console-body'}>
                <section
                    class={`stage card stage-${stage}`}
                    aria-label={stageTitle(stage, speech.say.bind(speech))}
                >
                    <div class="stage-head">
                        <p class="stage-title">{stageTitle(stage, speech.say.bind(speech))}</p>
                        <div class="window-moves">
                            {windowMoves[stage].map((wanted) => (
                                <button
                                    key={wanted.action}
                                    type="button"
                                    data-act={wanted.action}
                                    aria-disabled={!desk.ready()}
                                    aria-keyshortcuts={wanted.key}
                                    onClick={() => desk.ready() && move(wanted)}
                                >
                                    <Icon name={wanted.action === 'pause' ? 'cup' : 'door'} />
                                    {speech.say(wanted.text)} <Key>{wanted.key}</Key>
                                </button>
                            ))}
                        </div>
                    </div>
                    <StageView stage={stage} view={view} clock={desk.live.clock} topics={topics} />
                    <div class="stage-foot">
                        <NoteLine note={state.note} hint={hint} />
                        <PendingLine pending={state.pending} />
                        <div class="actions">
                            {offered && (
                                <button
                                    ref={largeButton}
                                    type="button"
                                    class="large-action"
                                    data-act={offered.action}
                                    data-busy={state.pending !== null}
                                    aria-disabled={!desk.ready() || question !== null}
                                    aria-keyshortcuts="Space Enter"
                                    onClick={large}
                                >
                                    <span>{largeText}</span>
                                    <Key>{speech.say('keySpace')}</Key>
                                </button>
                            )}
                            {sideMoves[stage].map((wanted) => (
                                <button
                                    key={wanted.action}
                                    type="button"
                                    class="side-action"
                                    data-act={wanted.action}
                                    aria-disabled={!desk.ready()}
                                    aria-keyshortcuts={wanted.key}
                                    onClick={() => desk.ready() && move(wanted)}
                                >
                                    {speech.say(wanted.text)} <Key>{wanted.key}</Key>
                                </button>
                            ))}
                        </div>
                    </div>
                </section>
                <QueueList view={view} clock={desk.live.clock} />
            </main>
            <Announcer stage={stage} view={view} />
            <Questions
                question={question}
                view={view}
                onAnswer={(yes) => {
                    setQuestion(null);
                    if (yes && question === 'no-show') {
                        void desk.act('no-show');
                    } else if (yes) {
                        void onLeave(question === 'signOut');
                    } else {
                        largeButton.current?.focus({ preventScroll: true });
                    }
                }}
            />
        </div>
    );
}

function stageTitle(stage: Stage, say: ReturnType<typeof useSpeech>['say']): string {
    switch (stage) {
        case 'called':
            return say('stageCalled');
        case 'serving':
            return say('stageServing');
        case 'paused':
            return say('stagePaused');
        case 'closed':
            return say('stateClosed');
        case 'free':
        case 'empty':
            return say('stageFree');
    }
}

function WindowStateTag({ view }: { view: WindowView }) {
    const speech = useSpeech();
    const text = ({ open: 'stateOpen', paused: 'statePaused', closed: 'stateClosed' } as const)[
        view.state
    ];
    return <span class={`state-tag ${view.state}`}>{speech.say(text)}</span>;
}

/** The number stands in the title, so that it is read with the window behind others. */
function useTitle(view: WindowView, state: DeskState): void {
    const speech = useSpeech();
    const window = speech.say('window', { name: view.name });
    const lead =
        state.link === 'lost'
            ? speech.say('linkLost')
            : (view.visit?.number ?? (view.waiting > 0 ? `(${view.waiting})` : ''));
    useEffect(() => {
        document.title = !lead
            ? `${window} — ${speech.say('product')}`
            : lead.startsWith('(')
              ? `${lead} ${window}`
              : `${lead} · ${window}`;
    }, [lead, window, speech]);
}

interface KeyTargets {
    stage: Stage;
    asking: boolean;
    topics: Topics;
    large: () => void;
    move: (wanted: Move) => void;
}

/** One listener for the life of the page; it reads the targets of the latest rendering. */
function useKeys(targets: KeyTargets): void {
    const latest = useRef(targets);
    latest.current = targets;
    useEffect(() => {
        const onKey = (event: KeyboardEvent) => takeKey(event, latest.current);
        document.addEventListener('keydown', onKey);
        return () => document.removeEventListener('keydown', onKey);
    }, []);
}

function takeKey(event: KeyboardEvent, { stage, asking, topics, large, move }: KeyTargets): void {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const presses = event.key === 'Enter' || event.key === ' ';
    if (event.repeat && presses) {
        event.preventDefault(); // A key held down must not press what comes next.
        return;
    }
    if (asking) {
        return;
    }
    if (stage === 'serving' && topics.takeKey(event)) {
        event.preventDefault();
        return;
    }
    const inWords = event.key === ' ' && topics.typed !== '';
    if (target instanceof HTMLInputElement && (!presses || inWords)) {
        return;
    }
    if (presses && target.closest('button, a')) {
        return; // The focused button does what it says.
    }
    const wish = wishOf(event, stage);
    if (wish) {
        event.preventDefault();
        if (wish.kind === 'large') {
            large();
        } else {
            move(wish.move);
        }
    }
}

/** Tells a reader aloud what has changed. */
function Announcer({ stage, view }: { stage: Stage; view: WindowView }) {
    const speech = useSpeech();
    const number = view.visit?.number ?? '';
    const service = view.visit ? nameIn(view.services, view.visit.service, speech) : '';
    const words =
        stage === 'called'
            ? speech.say('announceCalled', { number, service })
            : stage === 'serving'
              ? speech.say('announceServing', { number })
              : stage === 'paused'
                ? speech.say('announcePaused')
                : speech.say('announceFree', { count: view.waiting });
    return (
        <p class="heard-only" aria-live="polite">
            {words}
        </p>
    );
}

interface QuestionsProps {
    question: Question | null;
    view: WindowView;
    onAnswer: (yes: boolean) => void;
}

function Questions({ question, view, onAnswer }: QuestionsProps) {
    const speech = useSpeech();
    const answers = { onConfirm: () => onAnswer(true), onCancel: () => onAnswer(false) };
    switch (question) {
        case null:
            return null;
        case 'no-show':
            return (
                <Ask
                    title={speech.say('noShowAsk', { number: view.visit?.number ?? '' })}
                    hint={speech.say('noShowHint')}
                    confirm={speech.say('noShowConfirm')}
                    danger
                    {...answers}
                />
            );
        case 'close':
            return (
                <Ask
                    title={speech.say('closeWindowAsk', { name: view.name })}
                    hint={speech.say('closeWindowHint')}
                    confirm={speech.say('closeWindow')}
                    {...answers}
                />
            );
        case 'signOut':
            return (
                <Ask
                    title={speech.say('signOutAsk', { name: view.name })}
                    hint={speech.say('closeWindowHint')}
                    confirm={speech.say('signOutConfirm')}
                    {...answers}
                />
            );
    }
}
