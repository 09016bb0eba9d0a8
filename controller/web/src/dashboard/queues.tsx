import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import type { DashboardView, ServiceRow } from '../wire';
import { queueLateMs } from './attention';

interface Props {
    view: DashboardView;
    now: number;
}

/** Each service: who waits, how long, and by how many windows it is served. */
export function Queues({ view, now }: Props) {
    const speech = useSpeech();
    const most = Math.max(1, ...view.services.map(({ waiting }) => waiting));
    const segments = (['b2c', 'b2b'] as const)
        .map((segment) => ({
            segment,
            services: view.services.filter((service) => service.segment === segment),
        }))
        .filter(({ services }) => services.length > 0);
    return (
        <section class="panel card queues" aria-labelledby="queues-title">
            <div class="panel-head">
                <h2 id="queues-title">{speech.say('servicesTitle')}</h2>
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
                                {speech.say('columnWindows')}
                            </th>
                        </tr>
                    </thead>
                    {segments.map(({ segment, services }) => (
                        <tbody key={segment}>
                            <tr class="segment">
                                <th scope="rowgroup" colSpan={4}>
                                    {speech.say(`segment_${segment}`)}
                                </th>
                            </tr>
                            {services.map((service) => (
                                <QueueRow
                                    key={service.id}
                                    service={service}
                                    most={most}
                                    now={now}
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
}

function QueueRow({ service, most, now }: RowProps) {
    const speech = useSpeech();
    const late = queueLateMs(service, now) > 0;
    const unserved = service.waiting > 0 && service.openWindows === 0;
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
                    <span class="muted">{speech.say('notYet')}</span>
                ) : (
                    <span class="longest">
                        {late && (
                            <span class="late-sign">
                                <Icon name="alert" size={16} /> {speech.say('late')}
                            </span>
                        )}
                        {speech.shortLength(now - service.longestSince)}
                    </span>
                )}
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
        </tr>
    );
}
