/** Time as the office has it. A page never asks the zone or the date of its own machine. */

const minuteMs = 60_000;

/** The controller's clock, carried on by the time that has passed here since a view came. */
export class OfficeClock {
    private officeNow = 0;
    private heardAt = 0;
    private offsetMinutes = 0;

    /** `monotonic` counts milliseconds and never jumps: performance.now(). */
    constructor(private readonly monotonic: () => number) {}

    hear(office: { now: number; utcOffsetMinutes: number }): void {
        this.officeNow = office.now;
        this.offsetMinutes = office.utcOffsetMinutes;
        this.heardAt = this.monotonic();
    }

    now(): number {
        return this.officeNow + (this.monotonic() - this.heardAt);
    }

    /** The office's time when it was last heard of. */
    lastHeard(): number {
        return this.officeNow;
    }

    utcOffsetMinutes(): number {
        return this.offsetMinutes;
    }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The wall clock of the office as the fields of a UTC date. */
function onTheWall(instant: number, utcOffsetMinutes: number): Date {
    return new Date(instant + utcOffsetMinutes * minuteMs);
}

/** "10:05". */
export function clockText(instant: number, utcOffsetMinutes: number): string {
    const wall = onTheWall(instant, utcOffsetMinutes);
    return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
}

/** "вторник, 24 ноября". */
export function dateText(instant: number, utcOffsetMinutes: number, language: string): string {
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
    }).format(onTheWall(instant, utcOffsetMinutes));
}

/** A running timer: "4:32", from an hour on "1:04:32". Never below zero. */
export function timerText(milliseconds: number): string {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) {
        return `${minutes}:${two(seconds % 60)}`;
    }
    return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** Hours and whole minutes of a length of time, for a text such as "1 h 05 min". */
export function hoursAndMinutes(milliseconds: number): { hours: number; minutes: number } {
    const minutes = Math.max(0, Math.floor(milliseconds / minuteMs));
    return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** Whether two instants fall on one calendar day of the office. */
export function isSameDay(one: number, other: number, utcOffsetMinutes: number): boolean {
    const day = (instant: number) =>
        Math.floor((instant + utcOffsetMinutes * minuteMs) / 86_400_000);
    return day(one) === day(other);
}
