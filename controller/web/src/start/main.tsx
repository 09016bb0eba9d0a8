import { useEffect } from 'preact/hooks';
import { Api } from '../api';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { show } from '../shared/page';
import { TopBar } from '../shared/parts';
import { SignedIn, type SignedInProps } from '../shared/signed_in';

/** The way to the pages that this person may see; who may see one only is led there. */
function WhereTo({ staff, signOut }: SignedInProps) {
    const speech = useSpeech();
    const onlyConsole = staff.role === 'clerk';
    useEffect(() => {
        document.title = speech.say('product');
        if (onlyConsole) {
            location.replace('/console');
        }
    }, [speech, onlyConsole]);
    if (onlyConsole) {
        return null;
    }
    return (
        <div class="page">
            <TopBar staff={staff} onSignOut={signOut} />
            <main class="where-to">
                <h1>{speech.say('whereTo')}</h1>
                <div class="where-to-cards">
                    <a class="card where-to-card" href="/dashboard">
                        <Icon name="hall" size={44} />
                        <strong>{speech.say('dashboardCard')}</strong>
                        <span>{speech.say('dashboardCardHint')}</span>
                    </a>
                    <a class="card where-to-card" href="/console">
                        <Icon name="people" size={44} />
                        <strong>{speech.say('consoleCard')}</strong>
                        <span>{speech.say('consoleCardHint')}</span>
                    </a>
                </div>
            </main>
        </div>
    );
}

const api = new Api();
show(<SignedIn api={api}>{(signedIn) => <WhereTo {...signedIn} />}</SignedIn>);
