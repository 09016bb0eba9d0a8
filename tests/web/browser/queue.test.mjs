import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clerkAt, untilStage, withController } from './office.mjs';

const minute = 60_000;

const sheet = (page, name) => page.locator(`[data-sheet="${name}"]`);
const row = (page, number) => page.locator(`.queue-row[data-number="${number}"]`);
const latest = (controller) => controller.requests.at(-1);

/** A page at window 1 with the first visitor called, or served. */
async function atWindow({ person, controller }, stage, look) {
    const page = await person(look);
    await clerkAt(page, controller, '1');
    await untilStage(page, 'free');
    for (const next of ['called', 'serving']) {
        if (stage === 'free') {
            return page;
        }
        await page.keyboard.press('Space');
        await untilStage(page, next);
        if (next === stage) {
            return page;
        }
    }
    return page;
}

describe('a visit at the window', () => {
    it('is put on hold by two keys, and comes back with one more', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1);
            const page = await atWindow({ person, controller }, 'serving');
            const before = office.now();
            await page.keyboard.press('F2');
            await sheet(page, 'hold').waitFor();
            await page.keyboard.press('2');
            await untilStage(page, 'empty');
            assert.equal(visit.state, 'held');
            const minutes = (visit.heldUntil - before) / minute;
            assert.ok(minutes > 14.8 && minutes < 15.3, `held for ${minutes} minutes`);

            await page.locator('[data-part="held"]').click();
            await row(page, 'А001').click();
            await page.keyboard.press('1');
            await untilStage(page, 'free');
            assert.equal(visit.state, 'waiting');
            // The list that has become empty gives way to the queue.
            await page.waitForSelector('[data-part="queue"][aria-pressed="true"]');
        }));

    it('goes to another service and window, with a note and back', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1);
            office.act(5, 'open', 2);
            const page = await atWindow({ person, controller }, 'serving');
            await page.keyboard.press('F4');
            const form = sheet(page, 'transfer');
            await form.waitFor();
            await page.keyboard.type('опл');
            await form.locator('[data-only-at="5"]').click();
            await form.locator('[name="andBack"]').check();
            await form.locator('#note').fill('Нужна копия договора');
            await page.keyboard.press('Enter');
            await untilStage(page, 'empty');
            assert.deepEqual(latest(controller).body, {
                service: 2,
                onlyAt: 5,
                andBack: true,
                note: 'Нужна копия договора',
            });
            assert.deepEqual(visit.then, [1]);
        }));

    it('goes on to one more service when it is finished, unless that is taken back', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1);
            const page = await atWindow({ person, controller }, 'serving');
            const choose = async () => {
                await page.keyboard.press('F8');
                await sheet(page, 'next').waitFor();
                await page.keyboard.type('касс');
                await page.keyboard.press('Enter');
                await page.waitForSelector('[data-next="2"]');
            };
            await choose();
            await page.locator('[data-act="removeNext"]').click();
            await page.waitForSelector('[data-next]', { state: 'detached' });
            await choose();
            await page.keyboard.press('1');
            await page.getByText('и дальше').waitFor();
            await page.keyboard.press('Space');
            await untilStage(page, 'empty');
            assert.deepEqual(latest(controller).body.then, { service: 2, onlyAt: null });
            assert.deepEqual([visit.state, visit.service, visit.before], ['waiting', 2, [1]]);
        }));

    it('is cancelled only with a reason', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1);
            const page = await atWindow({ person, controller }, 'called');
            await page.keyboard.press('F9');
            await sheet(page, 'cancel').waitFor();
            await page.keyboard.press('Escape');
            await sheet(page, 'cancel').waitFor({ state: 'detached' });
            assert.equal(visit.state, 'called');
            await page.keyboard.press('F9');
            await sheet(page, 'cancel').waitFor();
            await page.keyboard.press('1');
            await untilStage(page, 'empty');
            assert.equal(visit.cancelled, 'visitorLeft');
        }));

    it('is not given up before it was called again', () =>
        withController(async ({ controller, office, person }) => {
            office.recallsBeforeNoShow = 1;
            const visit = office.issue(1);
            const page = await atWindow({ person, controller }, 'called');
            await page.getByText('Неявка — после ещё 1 вызова').waitFor();
            await page.keyboard.press('KeyN');
            assert.equal(await page.locator('dialog[open]').count(), 0);
            await page.keyboard.press('KeyR');
            await page.waitForSelector('[data-act="no-show"][data-waits="false"]');
            await page.keyboard.press('KeyN');
            await page.locator('dialog[open]').waitFor();
            await page.keyboard.press('Enter');
            await untilStage(page, 'empty');
            assert.equal(visit.state, 'noShow');

            await page.locator('[data-part="absent"]').click();
            await row(page, 'А001').click();
            await page.keyboard.press('1');
            await untilStage(page, 'free');
            assert.equal(visit.state, 'waiting');
        }));

    it('is put back, and what was done is taken back while there is time', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1);
            const page = await atWindow({ person, controller }, 'called');
            await page.keyboard.press('KeyV');
            await untilStage(page, 'free');
            assert.equal(visit.state, 'waiting');
            assert.match(await page.locator('[data-act="undo"]').innerText(), /(60|59|58) с/);
            await page.keyboard.press('Control+z');
            await untilStage(page, 'called');
            assert.equal(visit.state, 'called');
            await page.waitForSelector('[data-act="undo"]', { state: 'detached' });
        }));

    it('is never mistaken for another that has come there meanwhile', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1);
            const other = office.issue(1);
            const page = await atWindow({ person, controller }, 'called');
            controller.isMute = true; // The page goes on showing the first.
            office.act(1, 'no-show', 1);
            office.act(1, 'call-next', 1);
            await page.keyboard.press('Space');
            await page.getByText('У окна уже другой посетитель').waitFor();
            assert.equal(other.state, 'called');
        }));
});

describe('a visit in the queue', () => {
    it('is called out of turn with a reason, which is read out', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1, { minutesAgo: 5 });
            const late = office.issue(1, { minutesAgo: 2, category: 4, people: 2 });
            late.due = office.now() + 30 * minute;
            const page = await atWindow({ person, controller }, 'free');
            await row(page, late.number).click();
            await page.keyboard.press('1');
            await sheet(page, 'outOfTurn').waitFor();
            await page.keyboard.press('Enter');
            await page.getByText('не короче трёх букв').waitFor();
            await page.locator('#why').fill('опаздывает на поезд');
            await page.keyboard.press('Enter');
            await untilStage(page, 'called');
            const reason = await page.locator('.reason').innerText();
            assert.match(reason, /Вне очереди: опаздывает на поезд\. Ждал 2 из 32 минут/);
            assert.match(reason, /льготная категория: С ребёнком до трёх лет/);
            assert.match(await page.locator('.visitor .marks').innerText(), /2 человека/);
        }));

    it('shows what is special about it, and how long it still will be', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1, { minutesAgo: 3, onlyAt: 1, note: 'Просит окно пониже' });
            visit.bookedFor = Date.UTC(2026, 10, 24, 7, 20);
            const page = await atWindow({ person, controller }, 'free');
            const words = await row(page, 'А001').innerText();
            for (const part of [
                '3 мин',
                'ещё 4–10 мин',
                'запись на 11:20',
                'только к этому окну',
                'Просит окно пониже',
            ]) {
                assert.ok(words.includes(part), `${part} in ${words}`);
            }
        }));

    it('is granted a priority category', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1);
            const page = await atWindow({ person, controller }, 'free');
            await row(page, 'А001').click();
            await sheet(page, 'visit').locator('[data-choice="category"]').click();
            await sheet(page, 'category').locator('[data-choice="2"]').click();
            await sheet(page, 'category').waitFor({ state: 'detached' });
            assert.equal(visit.category, 2);
        }));
});

describe('a break', () => {
    it('begins on the word of the clerk, also alone once that was confirmed', () =>
        withController(async ({ controller, office, person }) => {
            office.issue(1);
            const page = await atWindow({ person, controller }, 'free');
            await page.keyboard.press('KeyB');
            await page.getByText('Уйти на перерыв всё равно?').waitFor();
            await page.keyboard.press('Enter');
            await untilStage(page, 'onBreak');
            await page.getByText('Вернуться в 11:20').waitFor();
            await page.keyboard.press('Space');
            await untilStage(page, 'free');
            assert.equal(office.desks.get(1).state, 'open');
        }));

    it('that is planned is shown, and comes in place of a call when it is due', () =>
        withController(async ({ controller, office, person }) => {
            const visit = office.issue(1);
            office.planBreak(1, 55, 30);
            const page = await atWindow({ person, controller }, 'free');
            await page.getByText('перерыв в 12:00, 30 мин').waitFor();
            office.planBreak(1, -1, 30);
            await page.keyboard.press('Space');
            await untilStage(page, 'onBreak');
            await page.getByText('Подошло время планового перерыва').waitFor();
            assert.equal(visit.state, 'waiting');
        }));
});
