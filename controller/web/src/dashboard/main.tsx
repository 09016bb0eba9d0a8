import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Api } from '../api';
import type { Speech } from '../i18n';
import { LiveView } from '../live_view';
import { useAsking } from '../shared/asking';
import { useLive, useNow, useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { show } from '../shared/page';
import { LinkBar, TopBar } from '../shared/parts';
import { SignedIn, type SignedInProps } from '../shared/signed_in';
import { clockText, dateText, isSameDay } from '../time';
import { dashboardView, type DashboardView, type OfficePresent } from '../wire';
import { AttentionList } from './attention_list';
import { Devices } from './devices';
import { Figures } from './figures';
import { IssuingForm, SendHomeQuestion } from './fronts';
import { Queues } from './queues';
import { rightsOf } from './rights';
import { RuleSheet } from './rule_sheet';
import { Visits } from './visits';
import { Windows } from './windows';

const api = new Api();

/** What stands in front of the hall. */
type Front = { kind: 'issuing'; service: number } | { kind: 'rule' } | { kind: 'sendHome' };

function Dashboard(signedIn: SignedInProps) {
    const speech = useSpeech();
    if (signedIn.staff.role === 'clerk') {
        return (
            <div class="page">
                <TopBar staff={signedIn.staff} onSignOut={signedIn.signOut} />
                <main class="centre">
                    <p>{speech.say('notForYou')}</p>
                    <a class="button strong" href="/console">
                        {speech.say('toConsole')}
                    </a>
                </main>
            </div>
        );
    }
    return <Hall {...signedIn} />;
}

/** The hall at this moment, and the day behind it. */
function Hall({ staff, onSignedOut, signOut }: SignedInProps) {
    const speech = useSpeech();
    const live = useMemo(
        () =>
            new LiveView('/api/feeds/dashboard', dashboardView, () => {
                void api.whoAmI().then((who) => who === null && onSignedOut());
            }),
        [onSignedOut],
    );
    useEffect(() => () => live.stop(), [live]);
    const { view, link } = useLive(live);
    const now = useNow(live.clock);

    const asking = useAsking(api, onSignedOut);
    const [front, setFront] = useState<Front | null>(null);
    const rights = useMemo(() => rightsOf(staff), [staff]);
    const close = () => {
        asking.forget();
        setFront(null);
    };
    const changing =
        front?.kind === 'issuing'
            ? view?.services.find(({ id }) => id === front.service)
            : undefined;

    const waiting = view?.today.waiting ?? 0;
    useLayoutEffect(() => {
        const lead = link === 'lost' ? speech.say('linkLost') : waiting > 0 ? `(${waiting})` : '';
        document.title = [lead, speech.say('dashboardTitle')].filter(Boolean).join(' ');
    }, [speech, waiting, link]);

    return (
        <div class="page" data-page="dashboard" data-link={link}>
            <TopBar staff={staff} office={view?.office} clock={live.clock} onSignOut={signOut}>
                {view && <OpenTag view={view} />}
            </TopBar>
            <LinkBar link={link} clock={live.clock} hasView={view !== null} />
            <main class={link === 'lost' ? 'hall stale' : 'hall'}>
                <h1 class="heard-only">{speech.say('dashboardTitle')}</h1>
                {view && (
                    <>
                        <Figures view={view} now={now} />
                        <AttentionList view={view} now={now} />
                        <div class="hall-now">
                            <Queues
                                view={view}
                                now={now}
                                rights={rights}
                                onIssuing={(service) => setFront({ kind: 'issuing', service })}
                                onRule={() => setFront({ kind: 'rule' })}
                                onSendHome={() => setFront({ kind: 'sendHome' })}
                            />
                            <div class="hall-side">
                                <Windows view={view} now={now} />
                                <Devices view={view} now={now} />
                            </div>
                        </div>
                        <Visits view={view} now={now} />
                    </>
                )}
            </main>
            {changing && <IssuingForm service={changing} asking={asking} onClose={close} />}
            {front?.kind === 'rule' && (
                <RuleSheet api={api} onSignedOut={onSignedOut} onClose={close} />
            )}
            {front?.kind === 'sendHome' && view && (
                <SendHomeQuestion view={view} asking={asking} onClose={close} />
            )}
        </div>
    );
}

function OpenTag({ view }: { view: DashboardView }) {
    const speech = useSpeech();
    const { office } = view;
    return (
        <span class={office.open ? 'state-tag open' : 'state-tag closed'}>
            <Icon name={office.open ? 'check' : 'door'} size={16} />
            {speech.say(office.open ? 'officeOpen' : 'officeClosed')}
            {!office.open && office.opensAt !== null && (
                <span>{opensText(office.opensAt, office, speech)}</span>
            )}
        </span>
    );
}

function opensText(at: number, office: OfficePresent, speech: Speech): string {
    const offset = office.utcOffsetMinutes;
    const time = clockText(at, offset);
    return isSameDay(at, office.now, offset)
        ? speech.say('officeOpensAt', { time })
        : speech.say('officeOpensOn', { day: dateText(at, offset, speech.language), time });
}

show(<SignedIn api={api}>{(signedIn) => <Dashboard {...signedIn} />}</SignedIn>);
