import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { modulePath } from '../../e2e/browser/modules.mjs';
import { signIn } from '../../e2e/browser/browser.mjs';
import { clerkAt, untilStage, withController } from './office.mjs';

const axe = readFileSync(modulePath('axe-core/axe.min.js'), 'utf8');

/** Every breach of WCAG 2.2 AA that axe can see on the page as it is now. */
async function breaches(page) {
    return page.evaluate(async (source) => {
        if (!('axe' in window)) {
            new Function(source)();
        }
        const { violations } = await window.axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
    }, axe);
}

/** Nothing sticks out of the screen sideways, nor does a page scroll that should not. */
const sticksOut = (page) =>
    page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return { sideways: scrollWidth > clientWidth, down: scrollHeight > clientHeight };
    });

const fits = { sideways: false, down: false };

const forms = [
    ['F2', 'hold'],
    ['F4', 'transfer'],
    ['F8', 'next'],
    ['F9', 'cancel'],
];

const looks = [
    { name: 'a desktop by day', width: 1366, height: 768 },
    { name: 'a desktop by night', width: 1366, height: 768, dark: true },
    { name: 'a browser with all its bars', width: 1366, height: 600 },
    { name: 'a tablet by day', width: 1024, height: 768 },
    { name: 'a tablet by night', width: 1024, height: 768, dark: true },
];

describe('every page can be read and used', () => {
    for (const look of looks) {
        it(`on ${look.name}`, { timeout: 60_000 }, () =>
            withController(async ({ controller, office, person }) => {
                office.issue(1, { minutesAgo: 14, print: 'onScreen' });
                office.issue(1, { minutesAgo: 3, category: 1 });
                office.issue(6);
                office.past(1, { window: 1, topic: 1, minutesAgo: 30, wait: 5, service: 3 });
                const page = await person({ ...look, bypassCSP: true });
                const check = async (where) => {
                    assert.deepEqual(await breaches(page), [], where);
                    assert.deepEqual(await sticksOut(page), fits, where);
                };
                await page.goto(`${controller.url}/console`);
                await page.locator('#login').waitFor();
                await check('sign-in');
                await clerkAt(page, controller, '1');
                await untilStage(page, 'free');
                await check('free');
                for (const stage of ['called', 'serving']) {
                    await page.keyboard.press('Space');
                    await untilStage(page, stage);
                    await check(stage);
                    const large = await page.locator('.large-action').boundingBox();
                    assert.ok(large.y + large.height <= look.height, `${stage}: large action`);
                }
                for (const [key, form] of forms) {
                    await page.keyboard.press(key);
                    await page.locator(`[data-sheet="${form}"]`).waitFor();
                    await check(form);
                    await page.keyboard.press('Escape');
                    await page.locator(`[data-sheet="${form}"]`).waitFor({ state: 'detached' });
                }
                await page.keyboard.press('1');
                await page.keyboard.press('Space');
                await untilStage(page, 'free');
                await page.locator('.queue-row').first().click();
                await page.locator('[data-sheet="visit"]').waitFor();
                await check('a visit in the queue');
                await page.keyboard.press('Escape');
                await page.locator('[data-sheet="visit"]').waitFor({ state: 'detached' });
                await page.keyboard.press('KeyL');
                await page.locator('dialog[open]').waitFor();
                await check('question');
                await page.keyboard.press('Enter');
                await page.locator('[data-window="1"]').waitFor();
                await check('choice of a window');
                await page.locator('[data-act="signOut"]').click();
                await page.locator('#login').waitFor();
                await signIn(page, {
                    url: controller.url,
                    path: '/dashboard',
                    login: 'sokolova',
                    password: 'ves-zal',
                });
                await page.waitForSelector('.figures');
                await check('dashboard');
                await page.locator('[data-issuing]').first().click();
                await page.locator('[data-sheet="issuing"]').waitFor();
                await check('the tickets of a service');
            }),
        );
    }
});

describe('the pages', () => {
    it('load nothing from outside the office, and run under the strict policy', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1);
            const page = await person();
            const asked = new Set();
            page.on('request', (request) => asked.add(new URL(request.url()).origin));
            await clerkAt(page, controller, '1');
            await untilStage(page, 'free');
            await page.goto(`${controller.url}/dashboard`);
            await page.getByText('Эта страница').waitFor();
            assert.deepEqual([...asked], [controller.url]);
            const fonts = await page.evaluate(
                () => [...document.fonts].filter(({ status }) => status === 'loaded').length,
            );
            assert.ok(fonts > 0, 'the font of the pages is there');
        }));
});
