import type { Speech } from './i18n';
import { nameIn } from './names';
import { clockText } from './time';
import { lateAfterMs } from './waiting';
import type { CallReason, Named } from './wire';

/** The wait against its target: "Ждал 14 из 15 минут". */
function waitedText({ waitedSeconds, targetSeconds }: CallReason, speech: Speech): string {
    const waited = Math.floor(waitedSeconds / 60);
    const lateMs = (waitedSeconds - targetSeconds) * 1000;
    const time = speech.length(waitedSeconds * 1000);
    if (targetSeconds === 0) {
        return speech.say('reasonAtOnce', { time });
    }
    return lateMs >= lateAfterMs
        ? speech.say('reasonWaitedLong', { time, late: speech.length(lateMs) })
        : speech.say('reasonWaited', {
              waited,
              minutes: speech.minutesOf(Math.round(targetSeconds / 60)),
          });
}

/** Why this visitor was called and not another, to be read out. */
export function reasonText(
    reason: CallReason,
    categories: readonly Named[],
    utcOffsetMinutes: number,
    speech: Speech,
): string {
    const category = reason.category === null ? '' : nameIn(categories, reason.category, speech);
    const byRule = [
        waitedText(reason, speech),
        category && speech.say('reasonCategory', { category }),
        reason.bookedFor !== null &&
            speech.say('reasonBooked', { time: clockText(reason.bookedFor, utcOffsetMinutes) }),
        reason.helping && speech.say('reasonHelping'),
        reason.onlyHere && speech.say('reasonOnlyHere'),
    ]
        .filter(Boolean)
        .join('; ');
    return reason.outOfTurn
        ? `${speech.say('reasonOutOfTurn', { why: reason.outOfTurn })}. ${byRule}`
        : byRule;
}
