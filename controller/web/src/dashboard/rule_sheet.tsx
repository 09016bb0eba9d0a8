import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api';
import { useSpeech } from '../shared/context';
import { Icon } from '../shared/icons';
import { Sheet } from '../shared/sheet';
import { queueRule, type QueueRule } from '../wire';

interface Props {
    api: Api;
    onSignedOut: () => void;
    onClose: () => void;
}

/** The rule that decides every call, in sentences that follow from the office's settings. */
export function RuleSheet({ api, onSignedOut, onClose }: Props) {
    const speech = useSpeech();
    const [rule, setRule] = useState<QueueRule | null>(null);
    const [trouble, setTrouble] = useState('');
    useEffect(() => {
        let left = false;
        void api.get('/api/rule', queueRule).then((outcome) => {
            if (left) {
                return;
            }
            switch (outcome.kind) {
                case 'done':
                    setRule(outcome.value);
                    return;
                case 'signedOut':
                    onSignedOut();
                    return;
                case 'noReply':
                    setTrouble(speech.say('ruleNoReply'));
                    return;
                case 'forbidden':
                    setTrouble(speech.say('forbidden'));
                    return;
                case 'refused':
                    setTrouble(speech.refusal(outcome.refusal));
                    return;
                case 'failed':
                    setTrouble(
                        speech.say('requestFailed', {
                            status: outcome.status,
                            error: outcome.error,
                        }),
                    );
            }
        });
        return () => {
            left = true;
        };
    }, [api, onSignedOut, speech]);
    return (
        <Sheet
            name="rule"
            wide
            title={speech.say('ruleTitle')}
            hint={speech.say('ruleHint')}
            onClose={onClose}
        >
            {trouble && (
                <p class="note-line" role="alert">
                    <Icon name="alert" /> {trouble}
                </p>
            )}
            {!rule && !trouble && (
                <p class="pending-line" role="status">
                    <span class="spinner" aria-hidden="true" /> {speech.say('ruleWait')}
                </p>
            )}
            {rule && (
                <ol class="rule-statements" tabIndex={0} data-first="">
                    {rule.statements.map((statement, index) => (
                        <li key={index}>{speech.inLanguage(statement)}</li>
                    ))}
                </ol>
            )}
        </Sheet>
    );
}
