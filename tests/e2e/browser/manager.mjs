#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { keepPicture, openBrowser, signIn } from './browser.mjs';

const help = `Looks at the dashboard of a running controller as a manager does, in a real Chromium.

  TALON_NODE_MODULES=<build folder>/pages/node_modules \\
  manager.mjs --url http://127.0.0.1:8080 --login L --password P [--number А015]
              [--state finished] [--language ru|en] [--pictures DIR]
              [--width 1366] [--height 768] [--dark] [--wait-seconds 30]

Without --number waits only for the dashboard. With it, waits until that visit shows in that state
(with waiting and service time, where the state has them) and prints one line of JSON:
{"step":"visit","number":"А015","state":"finished","waitSeconds":61,"serviceSeconds":40,...}.
Ends with 0 when it showed, with 1 and {"error":...} otherwise.`;

const { values: given } = parseArgs({
    options: {
        url: { type: 'string' },
        login: { type: 'string' },
        password: { type: 'string' },
        number: { type: 'string' },
        state: { type: 'string', default: 'finished' },
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
} catch (error) {
    console.log(
        JSON.stringify({ error: String(error.message), picture: await picture('dashboard-error') }),
    );
    ended = 1;
} finally {
    await close();
}
process.exit(ended);
