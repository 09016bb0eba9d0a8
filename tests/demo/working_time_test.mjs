// When a demo of the Engels office begins, whatever the hour and zone of the machine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { workingTime } from '../../packaging/demo/working_time.mjs';

const settings = JSON.parse(
    readFileSync(new URL('../../packaging/offices/engels.json', import.meta.url), 'utf8'),
);
// Wall clock of Saratov, four hours ahead of UTC.
const begins = (wallClock) => workingTime(settings, new Date(`${wallClock}+04:00`));

test('a demo in working hours shows the present', () => {
    assert.equal(begins('2026-11-24T08:00'), 'now');
    assert.equal(begins('2026-11-24T10:05'), 'now');
    assert.equal(begins('2026-11-24T16:30'), 'now');
    assert.equal(begins('2026-11-28T15:30'), 'now');
});

test('early in the morning it shows the same day', () => {
    assert.equal(begins('2026-11-24T00:00'), '2026-11-24T10:05');
    assert.equal(begins('2026-11-24T07:59'), '2026-11-24T10:05');
});

test('shortly before closing and after it, it shows the next day', () => {
    assert.equal(begins('2026-11-24T16:31'), '2026-11-25T10:05');
    assert.equal(begins('2026-11-24T23:59'), '2026-11-25T10:05');
    assert.equal(begins('2026-11-27T18:00'), '2026-11-28T10:05');
});

test('Sundays and holidays are passed over', () => {
    assert.equal(begins('2026-11-28T16:00'), '2026-11-30T10:05');
    assert.equal(begins('2026-11-29T12:00'), '2026-11-30T10:05');
    assert.equal(begins('2026-11-04T12:00'), '2026-11-05T10:05');
    assert.equal(begins('2026-12-31T17:00'), '2027-01-09T10:05');
});
