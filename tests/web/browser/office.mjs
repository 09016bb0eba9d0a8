import assert from 'node:assert/strict';
import { openBrowser, signIn } from '../../e2e/browser/browser.mjs';
import { FakeController } from '../fake_controller.mjs';
import { FakeOffice } from '../fake_office.mjs';

const pages = process.env.TALON_PAGES;
assert.ok(pages, 'TALON_PAGES must name <build folder>/pages/dist');

/** A controller of its own for one test, stopped at its end. */
export async function withController(work) {
    const controller = new FakeController({ pages, office: new FakeOffice() });
    await controller.start();
    const faults = [];
    const people = [];
    /** Somebody at a computer of their own. */
    const person = async (look = {}) => {
        const browser = await openBrowser(look);
        people.push(browser);
        const { page } = browser;
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('console', (message) => {
            if (/Content Security Policy|feeds\//.test(message.text())) {
                faults.push(message.text());
            }
        });
        return page;
    };
    try {
        await work({ controller, office: controller.office, person });
        assert.deepEqual(
            faults.filter((fault) => !fault.includes('WebSocket')),
            [],
        );
    } finally {
        await Promise.all(people.map((browser) => browser.close()));
        await controller.stop();
    }
}

/** The page is in touch with the controller, at this stage, and takes the next action. */
export async function untilStage(page, stage) {
    await page.waitForFunction((wanted) => {
        const work = document.querySelector('[data-page="work"]');
        const large = document.querySelector('.large-action');
        return (
            work?.dataset.link === 'live' &&
            work.dataset.stage === wanted &&
            (!large || large.getAttribute('aria-disabled') !== 'true')
        );
    }, stage);
}

export async function clerkAt(page, controller, window, login = 'ivanova', password = 'okno-5') {
    await signIn(page, { url: controller.url, login, password });
    await page.locator(`[data-window="${window}"]:not([aria-disabled="true"])`).waitFor();
    await page.keyboard.press(window);
    await page.waitForSelector('[data-page="work"]');
}

/** The title follows the page a moment later. */
export async function untilTitled(page, title) {
    await page.waitForFunction((wanted) => document.title === wanted, title);
}
