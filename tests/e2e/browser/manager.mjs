#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { keepPicture, openBrowser, signIn } from './browser.mjs';

const help = `Looks at the dashboard of a running controller as a manager does, in a real Chromium.

  TALON_NODE_MODULES=<build folder>/pages/node_modules \\
  manager.mjs --url http://127.0.0.1:8080 --login L --password P [--number А015]
              [--state finished] [--stop SERVICE] [--rule] [--send-home] [--language ru|en] [--pictures DIR]
              [--width 1366] [--height 768] [--dark] [--wait-seconds 30]

Without --number waits only for the dashboard. With it, waits until that visit shows in that state
(with waiting and service time, where the state has them) and prints one line of JSON:
{"step":"visit","number":"А015","state":"finished","waitSeconds":61,"serviceSeconds":40,...}.
With --stop stops the tickets of that service and lets them go on again, with --rule reads the rule
of the queue, with --send-home ends the day for all who wait.
Ends with 0 when it showed, with 1 and {"error":...} otherwise.`;

const { values: given } = parseArgs({
    options: {
        url: { type: 'string' },
        login: { type: 'string' },
        password: { type: 'string' },
        number: { type: 'string' },
        state: { type: 'string', default: 'finished' },
        stop: { type: 'string' },
        rule: { type: 'boolean', default: false },
        'send-home': { type: 'boolean', default: false },
        language: { type: 'string', default: 'ru' },
        pictures: { type: 'string' },
        width: { type: 'string', default: '1366' },
        height: { type: 'string', default: '768' },
        dark: { type: 'boolean', default: false },
        'wait-seconds': { type: 'string', default: '30' },
        help: { type: 'boolean', default: false },
    },
});

if (given.help || !given.url || !given.login || !given.password) {
    console.log(help);
    process.exit(given.help ? 0 : 2);
}

const { page, close } = await openBrowser({
    width: Number(given.width),
    height: Number(given.height),
    dark: given.dark,
});
page.setDefaultTimeout(Number(given['wait-seconds']) * 1000);

const picture = async (name) =>
    given.pictures ? keepPicture(page, given.pictures, name) : undefined;

const figures = () =>
    page.evaluate(() =>
        Object.fromEntries(
            [...document.querySelectorAll('[data-figure]')].map((figure) => [
                figure.dataset.figure,
                figure.querySelector('.figure-value').textContent,
            ]),
        ),
    );

async function report(step, more = {}) {
    const shown = { step, ...more, figures: await figures() };
    console.log(JSON.stringify({ ...shown, picture: await picture(`dashboard-${step}`) }));
}

/** Switches the tickets of a service, and waits until the hall shows it. */
async function switchIssuing(service, mode) {
    await page.locator(`tr[data-service="${service}"] [data-issuing]`).click();
    await page.locator('[data-sheet="issuing"]').waitFor();
    await picture('dashboard-issuing-form');
    await page.locator(`[data-sheet="issuing"] [data-choice="${mode}"]`).click();
    await page.locator('[data-sheet="issuing"]').waitFor({ state: 'detached' });
    await page.waitForSelector(`tr[data-service="${service}"] [data-issuing="${mode}"]`);
}

async function sendHome() {
    await page.locator('[data-act="sendHome"]').click();
    await picture('dashboard-send-home-question');
    await page.locator('dialog[open] [data-act="confirm"]').click();
    await page.waitForFunction(
        () => document.querySelector('[data-figure="waiting"] .figure-value').textContent === '0',
    );
}

let ended = 0;
try {
    await signIn(page, { ...given, path: '/dashboard' });
    await page.waitForSelector('[data-page="dashboard"][data-link="live"] .figures');
    console.log(
        JSON.stringify({
            step: 'dashboard',
            figures: await figures(),
            picture: await picture('dashboard-01-now'),
        }),
    );
    if (given.number) {
        const row = page.locator(`tr[data-number="${given.number}"][data-state="${given.state}"]`);
        await row.waitFor();
        const shown = await row.evaluate((line) => ({
            cells: [...line.cells].map((cell) => cell.textContent.trim()),
            waitSeconds: Number(line.querySelector('[data-wait]').dataset.wait),
            served: line.querySelector('[data-service-time]').dataset.serviceTime,
        }));
        await row.scrollIntoViewIfNeeded();
        console.log(
            JSON.stringify({
                step: 'visit',
                number: given.number,
                state: given.state,
                waitSeconds: shown.waitSeconds,
                serviceSeconds: shown.served === '' ? null : Number(shown.served),
                cells: shown.cells,
                figures: await figures(),
                picture: await picture('dashboard-02-visit'),
            }),
        );
    }
    if (given.stop) {
        await switchIssuing(given.stop, 'stopped');
        await report('stopped');
        await switchIssuing(given.stop, 'byRule');
        await report('byRule');
    }
    if (given.rule) {
        await page.locator('[data-act="rule"]').click();
        await page.waitForSelector('.rule-statements li');
        const statements = await page.locator('.rule-statements li').allInnerTexts();
        await report('rule', { statements });
        await page.keyboard.press('Escape');
        await page.locator('[data-sheet="rule"]').waitFor({ state: 'detached' });
    }
    if (given['send-home']) {
        await sendHome();
        await report('sendHome');
    }
} catch (error) {
    console.log(
        JSON.stringify({ error: String(error.message), picture: await picture('dashboard-error') }),
    );
    ended = 1;
} finally {
    await close();
}
process.exit(ended);
