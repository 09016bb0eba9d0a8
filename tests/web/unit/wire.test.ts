import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { WireError, type Read } from '../../../controller/web/src/schema';
import * as wire from '../../../controller/web/src/wire';
import { golden, sourceFolder } from './support';

/** The golden files that the pages read, and the reader of each. */
const files: [string, Read<unknown>][] = [
    ['window_view.json', wire.windowView],
    ['window_view_closed.json', wire.windowView],
    ['window_row.json', wire.windowRow],
    ['window_row_closed.json', wire.windowRow],
    ['window_row_on_break.json', wire.windowRow],
    ['visit_row_finished.json', wire.visitRow],
    ['visit_row_waiting.json', wire.visitRow],
    ['visit_row_held.json', wire.visitRow],
    ['visit_row_cancelled.json', wire.visitRow],
    ['dashboard_view.json', wire.dashboardView],
    ['dashboard_view_empty.json', wire.dashboardView],
    ['hall_view.json', wire.hallView],
    ['feed_message.json', wire.feedMessage],
];

describe('the messages', () => {
    // A reader drops the fields that it does not know: equality says that none was dropped.
    it.each(files)('%s is read whole, without a field more or less', (name, read) => {
        expect(read(golden(name), '')).toEqual(golden(name));
    });

    it('name the field that is missing', () => {
        const view = golden('window_view.json') as { queue: Record<string, unknown>[] };
        delete view.queue[0]?.['due'];
        expect(() => wire.windowView(view, '')).toThrow(
            new WireError('queue[0].due', 'is missing'),
        );
    });

    it('refuse a state that nobody knows', () => {
        const row = { ...(golden('window_row.json') as object), state: 'ajar' };
        expect(() => wire.windowRow(row, '')).toThrow('state is not a known name');
    });

    it('refuse half a number', () => {
        const row = { ...(golden('window_row.json') as object), id: 1.5 };
        expect(() => wire.windowRow(row, '')).toThrow('id must be a whole number');
    });
});

describe('the refusals', () => {
    it('are those of controller/queue/refusal.h, by the names on the wire', () => {
        const source = readFileSync(join(sourceFolder, 'controller/queue/names.cpp'), 'utf8');
        const names = [...source.matchAll(/case Refusal::\w+: return "(\w+)";/g)].map(
            (hit) => hit[1],
        );
        expect(names.length).toBeGreaterThan(10);
        expect([...wire.refusals].sort()).toEqual(names.sort());
    });
});

describe('the fake office of the browser tests', () => {
    it('speaks the messages of the contract', () => {
        const path = pathToFileURL(join(sourceFolder, 'tests/web/fake_office.mjs')).href;
        const script = `
            const { FakeOffice } = await import(${JSON.stringify(path)});
            const office = new FakeOffice();
            office.issue(1, { category: 4 });
            office.issue(1, { then: [2] });
            office.act(1, 'open', 1);
            office.act(1, 'call-next', 1);
            const held = office.issue(1);
            const row = office.actOnVisit(held.visit, 'hold', 1, { until: null });
            console.log(JSON.stringify([office.windowView(1), office.dashboardView(),
                office.hallView(), { windows: office.windowRows() }, row]));`;
        const output = execFileSync(process.execPath, ['--input-type=module', '-e', script]);
        const messages = JSON.parse(output.toString()) as unknown[];
        const readers = [
            wire.windowView,
            wire.dashboardView,
            wire.hallView,
            wire.windowList,
            wire.visitRow,
        ];
        expect(readers.map((read, index) => read(messages[index], ''))).toEqual(messages);
    });
});
