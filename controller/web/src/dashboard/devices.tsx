import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { clockText, isSameDay } from '../time';
import type { DashboardView, DeviceRow } from '../wire';
import { wordsOf } from './trouble_words';
import { troublesOf, type Weight } from './troubles';

interface Props {
    view: DashboardView;
    now: number;
}

const icons = { stops: 'alert', soon: 'info', passes: 'swap', well: 'check', unknown: 'linkLost' } as const;

type State = Weight | 'well' | 'unknown';

const order: State[] = ['stops', 'soon', 'passes', 'unknown', 'well'];

function stateOf(device: DeviceRow, now: number): State {
    const worst = troublesOf(device, now)[0];
    return worst?.weight ?? (device.connected ? 'well' : 'unknown');
}

/** Terminals and displays: who is there, and what is wrong with them, the worst first. */
export function Devices({ view, now }: Props) {
    const speech = useSpeech();
    if (view.devices.length === 0) {
        return null;
    }
    const rows = view.devices
        .map((device) => ({ device, state: stateOf(device, now) }))
        .sort(
            (one, other) =>
                order.indexOf(one.state) - order.indexOf(other.state) ||
                one.device.name.localeCompare(other.device.name),
        );
    const there = view.devices.filter(({ connected }) => connected).length;
    return (
        <section class="panel card devices" aria-labelledby="devices-title">
            <div class="panel-head">
                <h2 id="devices-title">{speech.say('devicesTitle')}</h2>
                <span class="muted">
                    {speech.say('devicesThere', { there, all: view.devices.length })}
                </span>
            </div>
            <ul class="device-rows">
                {rows.map(({ device, state }) => (
                    <Row key={device.id} device={device} state={state} view={view} now={now} />
                ))}
            </ul>
        </section>
    );
}

function Row({ device, state, view, now }: Props & { device: DeviceRow; state: State }) {
    const speech = useSpeech();
    const troubles = troublesOf(device, now);
    return (
        <li class={`device ${state}`} data-device={device.name} data-device-state={state}>
            <Icon name={icons[state]} size={20} />
            <span class="device-name">
                {device.name}
                <span class="muted">
                    {speech.say(device.kind === 'terminal' ? 'deviceTerminal' : 'deviceDisplay')}
                </span>
            </span>
            <span class="device-words">
                {troubles.length === 0 && <span>{quietText(device, view, speech.say.bind(speech))}</span>}
                {troubles.map((trouble) => {
                    const { what, hint } = wordsOf(trouble, view, speech);
                    return (
                        <span key={trouble.name + (trouble.detail ?? '')} data-trouble={trouble.name}>
                            <strong>{what}</strong> <span class="muted">{hint}</span>
                        </span>
                    );
                })}
            </span>
            <span class="device-facts muted">{factsOf(device, speech.say.bind(speech))}</span>
        </li>
    );
}

type Say = ReturnType<typeof useSpeech>['say'];

function quietText(device: DeviceRow, view: DashboardView, say: Say): string {
    if (device.connected) {
        return say('deviceWell');
    }
    const { since } = device;
    const offset = view.office.utcOffsetMinutes;
    return since !== null && isSameDay(since, view.office.now, offset)
        ? say('troubleAway', { time: clockText(since, offset) })
        : say('deviceNotSeen');
}

/** What stays interesting while all is well. */
function factsOf({ connected, status }: DeviceRow, say: Say): string {
    if (!connected || status === null) {
        return '';
    }
    return [
        status.paperMetresLeft !== null &&
            say('devicePaper', { count: status.paperMetresLeft }),
        status.numbersLeft > 0 && say('deviceNumbers', { count: status.numbersLeft }),
        say('deviceVersion', { version: status.version }),
    ]
        .filter(Boolean)
        .join(' · ');
}
