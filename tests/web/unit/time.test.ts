import { describe, expect, it } from 'vitest';
import {
    clockText,
    dateText,
    isSameDay,
    OfficeClock,
    timerText,
} from '../../../controller/web/src/time';

const eleven = Date.UTC(2026, 10, 24, 7, 5); // 11:05 in Saratov.

describe('the clock of the office', () => {
    it('goes on from what the controller said, by the time that has passed here', () => {
        let passed = 5_000;
        const clock = new OfficeClock(() => passed);
        clock.hear({ now: eleven, utcOffsetMinutes: 240 });
        passed += 61_000;
        expect(clock.now()).toBe(eleven + 61_000);
        expect(clockText(clock.now(), clock.utcOffsetMinutes())).toBe('11:06');
    });

    it('is shown in the zone of the office, not of the machine', () => {
        expect(clockText(eleven, 240)).toBe('11:05');
        expect(clockText(eleven, -300)).toBe('02:05');
        expect(dateText(eleven, 240, 'ru')).toBe('вторник, 24 ноября');
        expect(dateText(eleven, 240, 'en')).toContain('24 November');
        expect(dateText(Date.UTC(2026, 10, 24, 21), 240, 'ru')).toBe('среда, 25 ноября');
    });

    it('knows when a day of the office ends', () => {
        expect(isSameDay(Date.UTC(2026, 10, 24, 19), Date.UTC(2026, 10, 24, 21), 240)).toBe(false);
        expect(isSameDay(Date.UTC(2026, 10, 24, 19), Date.UTC(2026, 10, 24, 21), 0)).toBe(true);
    });
});

describe('a timer', () => {
    it.each([
        [-5, '0:00'],
        [59_999, '0:59'],
        [272_000, '4:32'],
        [3_872_000, '1:04:32'],
    ])('of %i ms shows %s', (milliseconds, words) => {
        expect(timerText(milliseconds)).toBe(words);
    });
});
