import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import type { Asking } from '../shared/asking';
import { Ask } from '../shared/parts';
import { ChoiceSheet } from '../shared/sheet';
import {
    accepted,
    issuingModes,
    type DashboardView,
    type IssuingMode,
    type ServiceRow,
} from '../wire';

interface Props {
    asking: Asking;
    onClose: () => void;
}

const modeIcons = { byRule: 'scales', stopped: 'pause', continued: 'plus' } as const;

/** Whether tickets are given for a service today. */
export function IssuingForm({
    service,
    asking,
    onClose,
}: Props & { service: Pick<ServiceRow, 'id' | 'name' | 'issuing'> }) {
    const speech = useSpeech();
    const choose = async (mode: IssuingMode) => {
        const path = `/api/services/${service.id}/issuing`;
        if (!asking.busy && (await asking.ask(path, { mode }, accepted))) {
            onClose();
        }
    };
    return (
        <ChoiceSheet
            name="issuing"
            title={speech.say('issuingTitle', { service: speech.inLanguage(service.name) })}
            choices={issuingModes.map((mode) => ({
                id: mode,
                icon: modeIcons[mode],
                text: speech.say(`issuingChoice_${mode}`),
                hint: speech.say(`issuingHint_${mode}`),
                present: service.issuing === mode,
            }))}
            onChoose={(mode) => void choose(mode)}
            onClose={onClose}
        >
            <Trouble asking={asking} />
        </ChoiceSheet>
    );
}

/** The end of the day for all who still wait; the figures say what that means. */
export function SendHomeQuestion({ view, asking, onClose }: Props & { view: DashboardView }) {
    const speech = useSpeech();
    const { waiting, held } = view.today;
    const send = async () => {
        if (await asking.ask('/api/send-home', {}, accepted)) {
            onClose();
        }
    };
    return (
        <Ask
            title={speech.say('sendHomeAsk')}
            hint={asking.trouble || speech.say('sendHomeHint', { waiting, held })}
            confirm={speech.say('sendHomeConfirm')}
            danger
            onConfirm={() => !asking.busy && void send()}
            onCancel={onClose}
        />
    );
}

function Trouble({ asking }: { asking: Asking }) {
    return (
        <p class="note-line" role="alert">
            {asking.trouble && (
                <>
                    <Icon name="alert" /> {asking.trouble}
                </>
            )}
        </p>
    );
}
