// Prints when a demo should begin: "now" when the office is open for a while yet, else 10:05 of its
// next working day, such as 2026-11-24T10:05.
//
//     node working_time.mjs SETTINGS.json [MOMENT]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const minutesNeeded = 30;

/** The calendar day and minute of the day that a zone's wall clock shows. */
function wallClock(moment, timeZone) {
    const parts = new Intl.DateTimeFormat('en-CA', {
        timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
        hour: '2-digit', minute: '2-digit',
    }).formatToParts(moment);
    const part = (type) => parts.find((p) => p.type === type).value;
    return {
        day: `${part('year')}-${part('month')}-${part('day')}`,
        minute: Number(part('hour')) * 60 + Number(part('minute')),
    };
}

function minuteOf(text) {
    const [hour, minute] = text.split(':').map(Number);
    return hour * 60 + minute;
}

/** The hours of a day, holidays counted; undefined when it is closed. */
function hoursOn(settings, day) {
    if (settings.holidays.includes(day)) {
        return undefined;
    }
    return settings.hours[weekdays[new Date(`${day}T00:00Z`).getUTCDay()]];
}

function nextDay(day) {
    return new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export function workingTime(settings, moment) {
    const { day: today, minute } = wallClock(moment, settings.timeZone);
    const hours = hoursOn(settings, today);
    if (hours && minute >= minuteOf(hours.opens) &&
        minute + minutesNeeded <= minuteOf(hours.closes)) {
        return 'now';
    }
    const beforeOpening = hours && minute < minuteOf(hours.opens);
    for (let day = beforeOpening ? today : nextDay(today), i = 0; i < 60; day = nextDay(day), ++i) {
        if (hoursOn(settings, day)) {
            return `${day}T10:05`;
        }
    }
    throw new Error('the office does not open within 60 days');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
    console.log(workingTime(settings, process.argv[3] ? new Date(process.argv[3]) : new Date()));
}
