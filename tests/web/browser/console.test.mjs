import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../e2e/browser/browser.mjs';
import { clerkAt, untilStage, untilTitled, withController } from './office.mjs';

const number = (page) => page.locator('.visitor .number').innerText();
const actions = (controller) => controller.requests.map(({ path }) => path.split('/').pop());
const note = (page) => page.locator('.note-line').innerText();

describe('the console', () => {
    it('takes a clerk through a whole visit by keyboard alone', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1, { minutesAgo: 4 });
            office.issue(5, { minutesAgo: 2, category: 4 });
            const page = await person();

            await page.goto(`${controller.url}/console`);
            await page.locator('#login:focus').waitFor();
            await page.keyboard.type('ivanova');
            await page.keyboard.press('Tab');
            await page.keyboard.type('okno-5');
            await page.keyboard.press('Enter');
            await page.locator('[data-window="1"]:not([aria-disabled="true"])').waitFor();
            await page.keyboard.press('1');
            await untilStage(page, 'free');
            await untilTitled(page, '(2) Окно 1');

            await page.keyboard.press('Space');
            await untilStage(page, 'called');
            assert.equal(await number(page), 'Д001'); // With a child: due sooner.
            await untilTitled(page, 'Д001 · Окно 1');
            await page.keyboard.press('KeyR');
            await page.waitForSelector('[data-times="2"]');
            await untilStage(page, 'called'); // The feed may come before the answer to the key.

            await page.keyboard.press('Enter');
            await untilStage(page, 'serving');
            await page.keyboard.press('Space');
            await page.waitForFunction(() => document.querySelector('.note-line')?.textContent);
            assert.match(await note(page), /Выберите тему визита/);
            await page.keyboard.type('кон');
            await page.keyboard.press('Enter');
            await page.waitForSelector('[data-topic="13"][aria-selected="true"]');
            await page.keyboard.press('Enter');
            await untilStage(page, 'free');

            const [, visit] = office.visits;
            assert.equal(visit.state, 'finished');
            assert.equal(visit.topic, 13);
            assert.deepEqual(actions(controller), [
                'open',
                'call-next',
                'recall',
                'start',
                'finish',
            ]);
        }));

    it('takes a topic by its digit', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(4);
            const page = await person();
            await clerkAt(page, controller, '3');
            await untilStage(page, 'free');
            await page.keyboard.press('Space');
            await untilStage(page, 'called');
            await page.keyboard.press('Space');
            await untilStage(page, 'serving');
            await page.keyboard.press('2');
            await page.waitForSelector('[data-topic][aria-selected="true"]');
            assert.match(
                await page.locator('.large-action').innerText(),
                /Завершить: Заявка на замену счётчика/,
            );
            await page.keyboard.press('Space');
            await untilStage(page, 'empty');
            assert.equal(office.visits[0].topic, 7);
        }));

    it('asks before a visitor is marked as a no-show', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1);
            const page = await person();
            await clerkAt(page, controller, '1');
            await untilStage(page, 'free');
            await page.keyboard.press('Space');
            await untilStage(page, 'called');

            await page.keyboard.press('KeyN');
            await page.locator('dialog[open]').waitFor();
            await page.keyboard.press('Escape');
            await page.locator('dialog[open]').waitFor({ state: 'detached' });
            assert.equal(office.visits[0].state, 'called');

            await page.keyboard.press('KeyN');
            await page.locator('dialog[open]').waitFor();
            await page.keyboard.press('Enter');
            await untilStage(page, 'empty');
            assert.equal(office.visits[0].state, 'noShow');
        }));

    it('pauses, goes on, closes, and signs out', () =>
        withController(async ({ controller, office, person }) => {
            const page = await person();
            await clerkAt(page, controller, '1');
            await untilStage(page, 'empty');
            await page.keyboard.press('KeyP');
            await untilStage(page, 'paused');
            assert.equal(office.desks.get(1).state, 'paused');
            await page.keyboard.press('Space');
            await untilStage(page, 'empty');
            await page.keyboard.press('KeyL');
            await page.locator('dialog[open]').waitFor();
            await page.keyboard.press('Enter');
            await page.locator('[data-page="chooseWindow"]').waitFor();
            assert.equal(office.desks.get(1).state, 'closed');

            await page.locator('[data-window="2"]:not([aria-disabled="true"])').waitFor();
            await page.keyboard.press('2');
            await untilStage(page, 'empty');
            await page.locator('[data-act="signOut"]').click();
            await page.locator('[data-act="confirm"]').click();
            await page.locator('#login').waitFor();
            assert.equal(office.desks.get(2).state, 'closed');
            assert.equal(controller.sessions.size, 0);
        }));

    it('does not sign out with a visitor at the window', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1);
            const page = await person();
            await clerkAt(page, controller, '1');
            await untilStage(page, 'free');
            await page.keyboard.press('Space');
            await untilStage(page, 'called');
            await page.locator('[data-act="signOut"]').click();
            await page.waitForFunction(() => document.querySelector('.note-line')?.textContent);
            assert.match(await note(page), /Сначала завершите визит А001/);
            assert.equal(controller.sessions.size, 1);
        }));

    it('is back at the same window and visitor after the page is loaded anew', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1);
            const page = await person();
            await clerkAt(page, controller, '1');
            await untilStage(page, 'free');
            await page.keyboard.press('Space');
            await untilStage(page, 'called');
            await page.reload();
            await untilStage(page, 'called');
            assert.equal(await number(page), 'А001');
        }));

    it('shows a ticket that is issued, and the free windows first', () =>
        withController(async ({ controller, office, person }) => {
            office.act(1, 'open', 2);
            const page = await person();
            await signIn(page, { url: controller.url, login: 'ivanova', password: 'okno-5' });
            await page.locator('[data-window="1"]').waitFor();
            const names = await page
                .locator('[data-window]')
                .evaluateAll((cards) => cards.map((card) => card.dataset.window));
            assert.deepEqual(names, ['2', '3', '4', '5', '6', '7', '8', '1']);
            await page.getByText('Работает Петров Олег').waitFor();
            await page.locator('[data-window="2"]:not([aria-disabled="true"])').waitFor();
            await page.keyboard.press('1'); // Taken: the key does nothing.
            await page.keyboard.press('2');
            await untilStage(page, 'empty');
            office.issue(1);
            await untilStage(page, 'free');
            assert.deepEqual(actions(controller), ['open']);
        }));

    it('gives two clerks two visitors', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1);
            office.issue(1);
            const [one, other] = await Promise.all([person(), person()]);
            await clerkAt(one, controller, '1');
            await clerkAt(other, controller, '2', 'petrov', 'okno-2');
            await Promise.all([untilStage(one, 'free'), untilStage(other, 'free')]);
            await Promise.all([one.keyboard.press('Space'), other.keyboard.press('Space')]);
            await Promise.all([untilStage(one, 'called'), untilStage(other, 'called')]);
            const both = [await number(one), await number(other)];
            assert.deepEqual(both.sort(), ['А001', 'А002']);
        }));

    it('refuses a wrong password, and passes the sign-in by language', () =>
        withController(async ({ controller, person }) => {
            const page = await person();
            await signIn(page, { url: controller.url, login: 'ivanova', password: 'wrong' });
            await page.getByText('Неверный логин или пароль.').waitFor();
            await page.getByRole('button', { name: 'English' }).click();
            await page.getByText('Wrong login or password.').waitFor();
            assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
            await page.locator('#password').fill('okno-5');
            await page.keyboard.press('Enter');
            await page.getByText('Choose a window').first().waitFor();
        }));
});
