import type { ComponentChildren } from 'preact';
import { useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { nameIn } from '../names';
import { clockText, type OfficeClock } from '../time';
import type { WindowView } from '../wire';
import type { Stage } from './stage';
import { TopicPicker } from './topic_picker';
import type { Topics } from './use_topics';
import { Marks, ColleagueNote } from './visit_marks';
import { Visitor, Waited } from './visitor';

interface Props {
    stage: Stage;
    view: WindowView;
    clock: OfficeClock;
    topics: Topics;
    /** The service that was chosen to come next; null when none was. */
    next: ComponentChildren;
}

/** The middle of the console: what this moment is about. */
export function StageView({ stage, view, clock, topics, next }: Props) {
    const speech = useSpeech();
    switch (stage) {
        case 'called':
            return view.visit && <Visitor visit={view.visit} view={view} clock={clock} />;
        case 'serving':
            return (
                view.visit && (
                    <>
                        <Visitor visit={view.visit} view={view} clock={clock} />
                        {next}
                        <TopicPicker
                            topics={topics.offered}
                            typed={topics.typed}
                            chosen={topics.chosen}
                            active={topics.active}
                            field={topics.field}
                            onType={topics.type}
                            onChoose={topics.choose}
                        />
                    </>
                )
            );
        case 'free':
            return <NextInLine view={view} clock={clock} />;
        case 'empty':
            return (
                <Still
                    icon="people"
                    title={speech.say('nobodyWaits')}
                    hint={speech.say(view.office.open ? 'nobodyWaitsHint' : 'officeClosedNow')}
                />
            );
        case 'paused':
            return (
                <Still
                    icon="pause"
                    title={speech.say('stagePaused')}
                    hint={speech.say('stagePausedHint')}
                />
            );
        case 'onBreak':
            return <OnBreak view={view} clock={clock} />;
        case 'closed':
            return <Still icon="door" title={speech.say('stateClosed')} hint="" />;
    }
}

function Still({
    icon,
    title,
    hint,
    late = false,
}: {
    icon: 'people' | 'cup' | 'pause' | 'door';
    title: string;
    hint: string;
    late?: boolean;
}) {
    return (
        <div class="still">
            <span class="still-icon">
                <Icon name={icon} size={56} />
            </span>
            <p class="still-title">{title}</p>
            <p class={late ? 'late-sign' : 'muted'}>{hint}</p>
        </div>
    );
}

/** The time to be back stands in the middle, so that it is read from across the room. */
function OnBreak({ view, clock }: { view: WindowView; clock: OfficeClock }) {
    const speech = useSpeech();
    const now = useNow(clock, 1000);
    if (view.backAt === null) {
        return (
            <Still
                icon="cup"
                title={speech.say('stageOnBreak')}
                hint={speech.say('stagePausedHint')}
            />
        );
    }
    const left = view.backAt - now;
    const minutes = Math.ceil(Math.abs(left) / 60_000) * 60_000;
    return (
        <Still
            icon="cup"
            title={speech.say('backAt', {
                time: clockText(view.backAt, clock.utcOffsetMinutes()),
            })}
            hint={
                left > 0
                    ? speech.say('backIn', { time: speech.length(minutes) })
                    : speech.say('backLate', { time: speech.length(-left) })
            }
            late={left <= -60_000}
        />
    );
}

function NextInLine({ view, clock }: { view: WindowView; clock: OfficeClock }) {
    const speech = useSpeech();
    const now = useNow(clock, 1000);
    const next = view.queue[0];
    if (!next) {
        return null;
    }
    return (
        <div class="next" role="group" aria-label={next.number} tabIndex={0}>
            <p class="next-label">{speech.say('nextInLine')}</p>
            <p class="number">{next.number}</p>
            <div class="visitor-wish">
                <p class="service">{nameIn(view.services, next.service, speech)}</p>
                <Marks visit={next} view={view} clock={clock} />
                <ColleagueNote note={next.note} />
            </div>
            <dl class="facts">
                <Waited visit={next} now={now} />
            </dl>
        </div>
    );
}
