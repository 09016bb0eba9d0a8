import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clerkAt, untilStage, withController } from './office.mjs';

const sent = (controller, action) =>
    controller.requests.filter(({ path }) => path.endsWith(`/${action}`));

const keys = (requests) => new Set(requests.map(({ key }) => key));

/** A clerk who has just called the one visitor there is, or is about to. */
async function atWindow(person, controller, office, stage) {
    office.issue(1, { minutesAgo: 3 });
    const page = await person();
    await clerkAt(page, controller, '1');
    for (const before of ['free', 'called', 'serving']) {
        await untilStage(page, before);
        if (before === stage) {
            return page;
        }
        await page.keyboard.press('Space');
    }
    return page;
}

describe('a reply that is lost', () => {
    it('does not make a second call', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1, { minutesAgo: 9 });
            const page = await atWindow(person, controller, office, 'free');
            controller.loseReplies = 3;
            await page.keyboard.press('Space');
            await untilStage(page, 'called');
            const calls = sent(controller, 'call-next');
            assert.equal(calls.length, 4);
            assert.equal(keys(calls).size, 1);
            assert.equal(calls.filter(({ repeated }) => !repeated).length, 1);
            assert.equal(office.visits.filter(({ state }) => state === 'called').length, 1);
        }));

    it('does not finish twice, and the clerk is told meanwhile', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'serving');
            await page.keyboard.press('1');
            await page.waitForSelector('[aria-selected="true"]');
            controller.isMute = true; // The feed says nothing: only the answer can.
            controller.loseRequests = 3;
            controller.loseReplies = 1;
            await page.keyboard.press('Space');
            await page.getByText('Повторяем тот же запрос').waitFor();
            await page.keyboard.press('Space');
            await page.keyboard.press('Space');
            await untilStage(page, 'empty');
            assert.equal(keys(sent(controller, 'finish')).size, 1);
            assert.equal(office.visits[0].state, 'finished');
        }));

    it('of a busy controller is asked for again', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'called');
            controller.busyAnswers = 2;
            await page.keyboard.press('Space');
            await page.getByText('Контроллер занят').waitFor();
            await untilStage(page, 'serving');
            assert.equal(keys(sent(controller, 'start')).size, 1);
        }));
});

describe('a line that is cut', () => {
    it('is shown, keeps the clerk from acting on old news, and comes back by itself', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'free');
            controller.cut();
            await page.getByText('Нет связи с контроллером').first().waitFor();
            assert.match(await page.title(), /Нет связи/);
            await page.keyboard.press('Space');
            office.issue(1);
            controller.mend();
            await page.getByText('Связь восстановлена').waitFor();
            await untilStage(page, 'free');
            assert.equal(await page.locator('[data-waiting]').getAttribute('data-waiting'), '2');
            assert.equal(sent(controller, 'call-next').length, 0);
        }));

    it('in the midst of a call does not lose it', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'free');
            controller.loseReplies = 1;
            const wasCut = new Promise((resolve) => {
                const publish = office.onChange;
                office.onChange = () => {
                    office.onChange = publish;
                    controller.cut();
                    resolve();
                };
            });
            await page.keyboard.press('Space');
            await wasCut;
            await page.getByText('Нет связи с контроллером').first().waitFor();
            controller.mend();
            await untilStage(page, 'called');
            assert.equal(keys(sent(controller, 'call-next')).size, 1);
            assert.equal(office.visits[0].timesCalled, 1);
        }));

    it('that only falls silent is noticed and made anew', { timeout: 60_000 }, () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'free');
            controller.isMute = true;
            office.issue(1);
            await page.waitForFunction(
                () => document.querySelector('[data-waiting]').dataset.waiting === '2',
                undefined,
                { timeout: 30_000 },
            );
        }),
    );
});

describe('two taps at once', () => {
    it('are one step', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'free');
            await page.locator('.large-action').dblclick();
            await untilStage(page, 'called');
            assert.equal(sent(controller, 'call-next').length, 1);
            assert.equal(sent(controller, 'start').length, 0);
        }));

    it('by a key that is held down are one step', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'free');
            for (let count = 0; count < 10; count += 1) {
                await page.keyboard.down('Enter'); // The same key again: a repeat.
                await page.waitForTimeout(80);
            }
            await page.keyboard.up('Enter');
            await untilStage(page, 'called');
            assert.equal(sent(controller, 'start').length, 0);
        }));
});

describe('what the office refuses', () => {
    it('is said in Russian, and in English', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'free');
            controller.isMute = true; // Another clerk was faster, and this page does not know yet.
            office.act(2, 'open', 2);
            office.act(2, 'call-next', 2);
            await page.keyboard.press('Space');
            await page.getByText('Очередь пуста: вызывать некого.').waitFor();
            await page.getByRole('button', { name: 'English' }).click();
            await page.getByText('The queue is empty: there is nobody to call.').waitFor();
        }));

    it('keeps a clerk from a window that a colleague has just taken', () =>
        withController(async ({ controller, office, person }) => {
            const page = await person();
            await clerkAt(page, controller, '2');
            await untilStage(page, 'empty');
            await page.keyboard.press('KeyL');
            await page.keyboard.press('Enter');
            await page.locator('[data-page="chooseWindow"]').waitFor();
            await page.locator('[data-window="1"]:not([aria-disabled="true"])').waitFor();
            controller.isMute = true;
            office.act(1, 'open', 2);
            await page.keyboard.press('1');
            await page.getByText('За этим окном уже работает другой сотрудник.').waitFor();
        }));

    it('leads back to the choice when the window is closed by somebody else', () =>
        withController(async ({ controller, office, person }) => {
            const page = await person();
            await clerkAt(page, controller, '1');
            await untilStage(page, 'empty');
            office.act(1, 'close', 1);
            await page.getByText('Окно 1 закрыто или передано другому сотруднику.').waitFor();
            await page.locator('[data-page="chooseWindow"]').waitFor();
        }));
});

describe('a session that has ended', () => {
    it('asks for the password and goes on where the clerk was', () =>
        withController(async ({ controller, office, person }) => {
            const page = await atWindow(person, controller, office, 'called');
            controller.sessions.clear();
            await page.keyboard.press('Space');
            await page.getByText('Сеанс завершён').waitFor();
            await page.locator('#login').fill('ivanova');
            await page.locator('#password').fill('okno-5');
            await page.keyboard.press('Enter');
            // The window is behind the question all the time: keys are the password's until it goes.
            await page.getByText('Сеанс завершён').waitFor({ state: 'detached' });
            await untilStage(page, 'called');
            await page.keyboard.press('Space');
            await untilStage(page, 'serving');
        }));
});
