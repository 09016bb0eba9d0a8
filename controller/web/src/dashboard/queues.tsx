import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import type { DashboardView, ServiceRow } from '../wire';
import { queueLateMs } from './attention';
import type { Rights } from './rights';

interface Props {
    view: DashboardView;
    now: number;
    rights: Rights;
    onIssuing: (service: number) => void;
    onRule: () => void;
    onSendHome: () => void;
}

const columns = 6;

/** Each service: who waits and how long, how long a newcomer would, and whether tickets go out. */
export function Queues({ view, now, rights, onIssuing, onRule, onSendHome }: Props) {
    const speech = useSpeech();
    const most = Math.max(1, ...view.services.map(({ waiting }) => waiting));
    const segments = (['b2c', 'b2b'] as const)
        .map((segment) => ({
            segment,
            services: view.services.filter((service) => service.segment === segment),
        }))
        .filter(({ services }) => services.length > 0);
    const toSendHome = view.today.waiting + view.today.held;
    return (
        <section class="panel card queues" aria-labelledby="queues-title">
            <div class="panel-head">
                <h2 id="queues-title">{speech.say('servicesTitle')}</h2>
                <span class="spring" />
                <button type="button" class="quiet small" data-act="rule" onClick={onRule}>
                    <Icon name="scales" size={18} /> {speech.say('ruleTitle')}
                </button>
                {rights.sendHome && (
                    <button
                        type="button"
                        class="quiet small"
                        data-act="sendHome"
                        aria-disabled={toSendHome === 0}
                        onClick={() => toSendHome > 0 && onSendHome()}
                    >
                        <Icon name="home" size={18} /> {speech.say('sendHome')}
                    </button>
                )}
            </div>
            <div class="panel-scroll" tabIndex={0} role="group" aria-labelledby="queues-title">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{speech.say('columnService')}</th>
                            <th scope="col" class="figures-column">
                                {speech.say('columnWaiting')}
                            </th>
                            <th scope="col" class="figures-column">
                                {speech.say('columnLongest')}
                            </th>
                            <th scope="col" class="figures-column">
                                {speech.say('columnForecast')}
                            </th>
                            <th scope="col" class="figures-column">
                                {speech.say('columnWindows')}
                            </th>
                            <th scope="col">{speech.say('columnIssuing')}</th>
                        </tr>
                    </thead>
                    {segments.map(({ segment, services }) => (
                        <tbody key={segment}>
                            <tr class="segment">
                                <th scope="rowgroup" colSpan={columns}>
                                    {speech.say(`segment_${segment}`)}
                                </th>
                            </tr>
                            {services.map((service) => (
                                <QueueRow
                                    key={service.id}
                                    service={service}
                                    most={most}
                                    now={now}
                                    mayChange={rights.issuing}
                                    onIssuing={onIssuing}
                                />
                            ))}
                        </tbody>
                    ))}
                </table>
            </div>
        </section>
    );
}

interface RowProps {
    service: ServiceRow;
    most: number;
    now: number;
    mayChange: boolean;
    onIssuing: (service: number) => void;
}

function QueueRow({ service, most, now, mayChange, onIssuing }: RowProps) {
    const speech = useSpeech();
    const late = queueLateMs(service, now) > 0;
    const unserved = service.waiting > 0 && service.openWindows === 0;
    const none = <span class="muted">{speech.say('notYet')}</span>;
    return (
        <tr class={late || unserved ? 'late' : ''} data-service={service.id} data-late={late}>
            <th scope="row">{speech.inLanguage(service.name)}</th>
            <td class="figures-column">
                <span class="bar-cell">
                    <progress max={most} value={service.waiting} aria-hidden="true" />
                    <span class="count">{service.waiting}</span>
                </span>
            </td>
            <td class="figures-column">
                {service.longestSince === null ? (
                    none
                ) : (
                    <span class="longest">
                        {late && (
                            <span class="late-sign">
                                <Icon name="alert" size={16} />
                                <span class="late-words">{speech.say('late')}</span>
                            </span>
                        )}
                        {speech.shortLength(now - service.longestSince)}
                    </span>
                )}
            </td>
            <td class="figures-column" data-forecast={service.forecast?.highSeconds ?? ''}>
                {service.forecast ? speech.range(service.forecast) : none}
            </td>
            <td class="figures-column">
                {unserved ? (
                    <span class="late-sign">
                        <Icon name="door" size={16} /> 0
                    </span>
                ) : (
                    service.openWindows
                )}
            </td>
            <td>
                <Issuing service={service} mayChange={mayChange} onIssuing={onIssuing} />
            </td>
        </tr>
    );
}

type IssuingProps = Pick<RowProps, 'service' | 'mayChange' | 'onIssuing'>;

/** Whether tickets are given, and why not; for those with the right it opens the switch. */
function Issuing({ service, mayChange, onIssuing }: IssuingProps) {
    const speech = useSpeech();
    const { issuing, closed } = service;
    const words = (
        <span class="issuing-words">
            <span>{speech.say(`issuing_${issuing}`)}</span>
            {closed !== null && closed !== 'stopped' && (
                <span class="issuing-closed">{speech.say(`closed_${closed}`)}</span>
            )}
        </span>
    );
    const look = `issuing ${closed === null ? 'given' : 'not-given'}`;
    return mayChange ? (
        <button
            type="button"
            class={look}
            data-issuing={issuing}
            data-closed={closed ?? ''}
            aria-label={speech.say('issuingChange', { service: speech.inLanguage(service.name) })}
            onClick={() => onIssuing(service.id)}
        >
            {words}
        </button>
    ) : (
        <span class={look} data-issuing={issuing} data-closed={closed ?? ''}>
            {words}
        </span>
    );
}
