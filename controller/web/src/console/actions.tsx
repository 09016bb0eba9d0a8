import type { RefObject } from 'preact';
import { useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { Key } from '../shared/parts';
import { clockText, type OfficeClock } from '../time';
import type { WindowView } from '../wire';
import {
    largeActions,
    mustWait,
    sideMoves,
    undoSeconds,
    visitMoves,
    windowMoves,
    type Move,
    type Stage,
} from './stage';

interface ActionsProps {
    stage: Stage;
    view: WindowView;
    /** What the large button says; it names what was chosen. */
    largeText: string;
    largeButton: RefObject<HTMLButtonElement>;
    busy: boolean;
    ready: boolean;
    covered: boolean;
    onLarge: () => void;
    onMove: (move: Move) => void;
}

/** The large action, what stands beside it, and below what else can become of the visit. */
export function Actions(props: ActionsProps) {
    const { stage, view, largeText, largeButton, busy, ready, covered, onLarge, onMove } = props;
    const speech = useSpeech();
    const offered = largeActions[stage];
    return (
        <>
            <div class="actions">
                {offered && (
                    <button
                        ref={largeButton}
                        type="button"
                        class="large-action"
                        data-act={offered.action}
                        data-busy={busy}
                        aria-disabled={!ready || covered}
                        aria-keyshortcuts="Space Enter"
                        onClick={onLarge}
                    >
                        <span>{largeText}</span>
                        <Key>{speech.say('keySpace')}</Key>
                    </button>
                )}
                {sideMoves[stage].map((move) => (
                    <MoveButton
                        key={move.does}
                        move={move}
                        kind="side-action"
                        ready={ready}
                        waits={mustWait(move, view)}
                        onMove={onMove}
                    />
                ))}
            </div>
            {visitMoves[stage].length > 0 && (
                <div
                    class="visit-moves"
                    role="group"
                    aria-label={speech.say('visitMoves', { number: view.visit?.number ?? '' })}
                >
                    {visitMoves[stage].map((move) => (
                        <MoveButton
                            key={move.does}
                            move={move}
                            kind="visit-move"
                            ready={ready}
                            onMove={onMove}
                        />
                    ))}
                </div>
            )}
        </>
    );
}

interface MoveProps {
    move: Move;
    kind: string;
    ready: boolean;
    /** Not possible yet; the page says for what it waits. */
    waits?: boolean;
    onMove: (move: Move) => void;
}

function MoveButton({ move, kind, ready, waits = false, onMove }: MoveProps) {
    const speech = useSpeech();
    return (
        <button
            type="button"
            class={kind}
            data-act={move.does}
            data-waits={waits}
            aria-disabled={!ready || waits}
            aria-keyshortcuts={move.key}
            title={kind === 'visit-move' ? `${speech.say(move.text)} — ${move.key}` : undefined}
            onClick={() => ready && onMove(move)}
        >
            {kind !== 'side-action' && <Icon name={move.icon} />}
            <span>{speech.say(move.text)}</span> <Key>{move.key}</Key>
        </button>
    );
}

interface HeadProps {
    stage: Stage;
    title: string;
    view: WindowView;
    clock: OfficeClock;
    ready: boolean;
    onMove: (move: Move) => void;
    onUndo: () => void;
}

/** What the window is doing, its next break, and what a clerk may do with the window itself. */
export function StageHead({ stage, title, view, clock, ready, onMove, onUndo }: HeadProps) {
    const speech = useSpeech();
    const now = useNow(clock, 500);
    const undo = undoSeconds(view, now);
    return (
        <div class="stage-head">
            <div class="stage-name">
                <p class="stage-title">{title}</p>
                {view.nextBreak && (
                    <p class="next-break" data-next-break={view.nextBreak.begins}>
                        <Icon name="cup" size={16} />
                        {speech.say('breakPlanned', {
                            time: clockText(view.nextBreak.begins, clock.utcOffsetMinutes()),
                            length: speech.length(view.nextBreak.minutes * 60_000),
                        })}
                    </p>
                )}
            </div>
            <div class="window-moves">
                {undo > 0 && (
                    <button
                        type="button"
                        class="undo"
                        data-act="undo"
                        aria-disabled={!ready}
                        aria-keyshortcuts="Control+Z"
                        onClick={() => ready && onUndo()}
                    >
                        <Icon name="back" />
                        <span>{speech.say('undo')}</span>
                        <span class="undo-left" aria-hidden="true">
                            {speech.say('undoLeft', { seconds: undo })}
                        </span>
                        <Key>{speech.say('keyUndo')}</Key>
                    </button>
                )}
                {windowMoves[stage].map((move) => (
                    <MoveButton
                        key={move.does}
                        move={move}
                        kind="window-move"
                        ready={ready}
                        onMove={onMove}
                    />
                ))}
            </div>
        </div>
    );
}
