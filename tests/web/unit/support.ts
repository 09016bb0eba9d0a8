import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VisitRow } from '../../../controller/web/src/wire';

/** The tree that the tests are about: they run from a copy in the build folder. */
export const sourceFolder = process.env['TALON_SOURCE_DIR'] ?? '';

export function golden(name: string): unknown {
    return JSON.parse(readFileSync(join(sourceFolder, 'tests/golden/wire', name), 'utf8'));
}

/** A visit that waits, with what a test says of it. */
export function visit(more: Partial<VisitRow> = {}): VisitRow {
    return {
        visit: 1,
        number: 'А015',
        service: 1,
        category: null,
        state: 'waiting',
        print: 'printed',
        copies: 0,
        people: 1,
        bookedFor: null,
        onlyAt: null,
        then: [],
        before: [],
        joinedAt: 0,
        due: 600_000,
        promised: null,
        forecast: null,
        timesCalled: 0,
        window: null,
        calledAt: null,
        startedAt: null,
        endedAt: null,
        topic: null,
        heldUntil: null,
        reason: null,
        note: '',
        cancelled: null,
        dropped: null,
        ...more,
    };
}
