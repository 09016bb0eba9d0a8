#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { keepPicture, openBrowser, signIn } from './browser.mjs';

const help = `Works at a window of a running controller as a clerk does, in a real Chromium.

  TALON_NODE_MODULES=<build folder>/pages/node_modules \\
  clerk.mjs --url http://127.0.0.1:8080 --login L --password P --window 5 [--topic 13]
            [--steps open,call,start,finish] [--visits 1] [--language ru|en]
            [--then SERVICE] [--send-to SERVICE] [--why 'опаздывает на поезд']
            [--pictures DIR] [--width 1366] [--height 768] [--dark] [--wait-seconds 30]

Steps: open, call, outOfTurn (the second who waits), recall, start, finish (with --then the visit
goes on to that service), noShow, putBack, hold, callHeld, returnHeld, returnAbsent, transfer (to
--send-to, with a note, and back), cancel, undo, pause, break, resume, close, signOut. Those from
"call" on that end with "finish" or "noShow" are done once for each of --visits. Prints one line of
JSON a step: {"step":"call","number":"А015","stage":"called","milliseconds":41,"picture":"..."}.
Ends with 0 when every step was done, with 1 and {"error":...} otherwise.`;

const { values: given } = parseArgs({
    options: {
        url: { type: 'string' },
        login: { type: 'string' },
        password: { type: 'string' },
        window: { type: 'string' },
        topic: { type: 'string' },
        steps: { type: 'string', default: 'open,call,start,finish' },
        visits: { type: 'string', default: '1' },
        language: { type: 'string', default: 'ru' },
        then: { type: 'string' },
        'send-to': { type: 'string' },
        why: { type: 'string', default: 'опаздывает на поезд' },
        pictures: { type: 'string' },
        width: { type: 'string', default: '1366' },
        height: { type: 'string', default: '768' },
        dark: { type: 'boolean', default: false },
        'wait-seconds': { type: 'string', default: '30' },
        help: { type: 'boolean', default: false },
    },
});

if (given.help || !given.url || !given.login || !given.password || !given.window) {
    console.log(help);
    process.exit(given.help ? 0 : 2);
}

const { page, close } = await openBrowser({
    width: Number(given.width),
    height: Number(given.height),
    dark: given.dark,
});
const waitMs = Number(given['wait-seconds']) * 1000;
page.setDefaultTimeout(waitMs);
let pictures = 0;

/** The page shows this stage, is in touch with the controller, and takes the next action. */
async function untilStage(...stages) {
    await page.waitForFunction((wanted) => {
        const work = document.querySelector('[data-page="work"]');
        return work?.dataset.link === 'live' && wanted.includes(work.dataset.stage);
    }, stages);
}

const sheet = (name) => page.locator(`[data-sheet="${name}"]`);

/** The row of a visit in one part of the list beside the stage, opened. */
async function openRow(part, index) {
    await page.locator(`[data-part="${part}"]`).click();
    await page.locator('.queue-row').nth(index).click();
    await sheet('visit').waitFor();
}

async function choose(name, id) {
    await sheet(name).locator(`[data-choice="${id}"]`).click();
}

/** No form is open any more: the office agreed. */
async function untilClosed(name) {
    await sheet(name).waitFor({ state: 'detached' });
}

async function sayWhy() {
    await choose('visit', 'outOfTurn');
    await page.locator('#why').fill(given.why);
    await picture('why');
    await sheet('outOfTurn').locator('[data-act="sendSheet"]').click();
    await untilStage('called');
    await page.locator('.reason.out-of-turn', { hasText: given.why }).waitFor();
}

async function press(action) {
    const button = page.locator(`[data-act="${action}"]:not([aria-disabled="true"])`);
    await button.click();
}

const steps = {
    open: async () => {
        await page.locator(`[data-window="${given.window}"]`).click();
        await untilStage('free', 'empty');
    },
    call: async () => {
        await untilStage('free');
        await press('call-next');
        await untilStage('called');
    },
    recall: async () => {
        const times = await page.locator('[data-times]').getAttribute('data-times');
        await press('recall');
        await page.waitForSelector(`[data-times="${Number(times) + 1}"]`);
        await untilStage('called');
    },
    start: async () => {
        await press('start');
        await untilStage('serving');
    },
    outOfTurn: async () => {
        await untilStage('free');
        await openRow('queue', 1);
        await sayWhy();
    },
    putBack: async () => {
        await press('put-back');
        await untilStage('free');
    },
    hold: async () => {
        await press('hold');
        await picture('hold');
        await choose('hold', 15);
        await untilClosed('hold');
        await untilStage('free', 'empty');
        await page.locator('[data-part="held"]').click();
        await page.waitForSelector('.queue-row[data-state="held"]');
    },
    callHeld: async () => {
        await openRow('held', 0);
        await sayWhy();
    },
    returnHeld: async () => {
        await openRow('held', 0);
        await choose('visit', 'return');
        await untilClosed('visit');
    },
    returnAbsent: async () => {
        await openRow('absent', 0);
        await choose('visit', 'return');
        await untilClosed('visit');
        await untilStage('free');
    },
    transfer: async () => {
        await press('transfer');
        const form = sheet('transfer');
        await form.locator(`[data-service="${given['send-to']}"]`).click();
        await form.locator('[name="andBack"]').check();
        await form.locator('#note').fill('Нужна копия договора');
        await picture('transfer');
        await form.locator('[data-act="sendSheet"]').click();
        await untilClosed('transfer');
        await untilStage('free', 'empty');
    },
    cancel: async () => {
        await press('cancel');
        await picture('cancel');
        await choose('cancel', 'visitorLeft');
        await untilClosed('cancel');
        await untilStage('free', 'empty');
    },
    undo: async () => {
        const before = await page.locator('[data-page="work"]').getAttribute('data-stage');
        await press('undo');
        await page.waitForFunction(
            (stage) => document.querySelector('[data-page="work"]').dataset.stage !== stage,
            before,
        );
    },
    break: async () => {
        await press('break');
        const alone = page.locator('dialog[open] [data-act="confirm"]');
        await Promise.race([
            alone.waitFor(),
            page.waitForSelector('[data-page="work"][data-stage="onBreak"]'),
        ]);
        if (await alone.isVisible()) {
            await alone.click();
        }
        await untilStage('onBreak');
    },
    finish: async () => {
        if (given.then) {
            await press('next');
            await sheet('next').locator(`[data-service="${given.then}"]`).click();
            await sheet('next').locator('[data-act="sendSheet"]').click();
            await page.waitForSelector(`[data-next="${given.then}"]`);
        }
        const topic = given.topic
            ? page.locator(`[data-topic="${given.topic}"]`)
            : page.locator('[data-topic]').first();
        await topic.click();
        await picture('topic');
        await press('finish');
        await untilStage('free', 'empty');
    },
    noShow: async () => {
        await press('no-show');
        await press('confirm');
        await untilStage('free', 'empty');
    },
    pause: async () => {
        await press('pause');
        await untilStage('paused');
    },
    resume: async () => {
        await press('open');
        await untilStage('free', 'empty');
    },
    close: async () => {
        await press('close');
        await press('confirm');
        await page.waitForSelector('[data-page="chooseWindow"]');
    },
    signOut: async () => {
        await press('signOut');
        const confirm = page.locator('[data-act="confirm"]');
        await Promise.race([
            confirm.click().catch(() => undefined),
            page.waitForSelector('#login'),
        ]);
        await page.waitForSelector('#login');
    },
};

async function picture(name) {
    if (!given.pictures) {
        return undefined;
    }
    pictures += 1;
    const order = String(pictures).padStart(2, '0');
    return keepPicture(page, given.pictures, `console-${order}-${name}`);
}

async function report(step, work) {
    const startedAt = performance.now();
    await work();
    const milliseconds = Math.round(performance.now() - startedAt);
    const state = await page.evaluate(() => ({
        stage: document.querySelector('[data-page="work"]')?.dataset.stage ?? null,
        number: document.querySelector('.visitor .number')?.textContent ?? null,
        reason: document.querySelector('.reason')?.textContent ?? null,
        waiting: Number(document.querySelector('[data-waiting]')?.dataset.waiting ?? 0),
        title: document.title,
    }));
    console.log(JSON.stringify({ step, ...state, milliseconds, picture: await picture(step) }));
}

/** The steps of one visit are repeated, those around it are not. */
function inOrder(names, visits) {
    const ofVisit = ['call', 'recall', 'start', 'finish', 'noShow'];
    const isOfVisit = (name) => ofVisit.includes(name);
    const first = names.findIndex(isOfVisit);
    if (first < 0) {
        return names;
    }
    const last = names.findLastIndex(isOfVisit);
    const visit = names.slice(first, last + 1);
    return [
        ...names.slice(0, first),
        ...Array.from({ length: visits }, () => visit).flat(),
        ...names.slice(last + 1),
    ];
}

let ended = 0;
try {
    const names = given.steps.split(',');
    const unknown = names.find((name) => !(name in steps));
    if (unknown) {
        throw new Error(`no such step: ${unknown}`);
    }
    await report('signIn', async () => {
        await signIn(page, given);
        await page.waitForSelector('[data-page="chooseWindow"], [data-page="work"]');
        await page.waitForSelector('[data-window], [data-page="work"]');
    });
    for (const name of inOrder(names, Number(given.visits))) {
        const isThere = name === 'open' && (await page.locator('[data-page="work"]').count()) > 0;
        await report(name, isThere ? () => untilStage('free', 'empty') : steps[name]);
    }
} catch (error) {
    console.log(JSON.stringify({ error: String(error.message), picture: await picture('error') }));
    ended = 1;
} finally {
    await close();
}
process.exit(ended);
