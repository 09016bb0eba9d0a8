import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signIn } from '../../e2e/browser/browser.mjs';
import { untilTitled, withController } from './office.mjs';

const manager = { login: 'sokolova', password: 'ves-zal', path: '/dashboard' };

async function managerAt(page, controller, look = {}) {
    await signIn(page, { url: controller.url, ...manager, ...look });
    await page.waitForSelector('[data-page="dashboard"][data-link="live"] .figures');
}

const figure = (page, name) => page.locator(`[data-figure="${name}"] .figure-value`).innerText();

const untilFigure = (page, name, value) =>
    page.waitForFunction(
        ([which, wanted]) =>
            document.querySelector(`[data-figure="${which}"] .figure-value`).textContent === wanted,
        [name, value],
    );

describe('the dashboard', () => {
    it('follows a visit from the ticket to its end without being loaded anew', () =>
        withController(async ({ controller, office, person }) => {
            const page = await person();
            await managerAt(page, controller);
            assert.equal(await figure(page, 'meanWait'), '—');

            const visit = office.issue(1, { minutesAgo: 5 });
            await untilFigure(page, 'waiting', '1');
            await page.waitForSelector('tr[data-number="А001"][data-state="waiting"]');

            office.act(1, 'open', 1);
            office.act(1, 'call-next', 1);
            await page.waitForSelector('[data-window="1"][data-doing="called"]');
            office.act(1, 'start', 1);
            await page.waitForSelector('[data-window="1"][data-doing="serving"]');
            visit.startedAt -= 3 * 60_000;
            office.act(1, 'finish', 1, { topic: 1 });

            const row = page.locator('tr[data-number="А001"][data-state="finished"]');
            await row.waitFor();
            const cells = await row.locator('th, td').allInnerTexts();
            assert.deepEqual(
                cells.map((cell) => cell.trim()),
                [
                    'А001',
                    'Принят',
                    'Передать показания счётчика',
                    '',
                    '11:00',
                    '5 мин',
                    '3 мин',
                    '1',
                    'Показания приняты',
                ],
            );
            assert.equal(await figure(page, 'finished'), '1');
            assert.equal(await figure(page, 'within'), '100 %');
        }));

    it('says what needs attention, in words, and when nothing does', () =>
        withController(async ({ controller, office, person }) => {
            const page = await person();
            await managerAt(page, controller);
            await page.getByText('срок ожидания не нарушен').waitFor();

            office.issue(2);
            await page.getByText('Оплатить счёт в кассе: нет открытого окна').waitFor();
            office.act(5, 'open', 1);
            await page.getByText('срок ожидания не нарушен').waitFor();

            office.issue(2, { minutesAgo: 14 });
            await page.getByText('Оплатить счёт в кассе: срок прошёл 4 мин назад').waitFor();
            await page.waitForSelector('tr[data-service="2"][data-late="true"] .late-sign');
            office.act(5, 'pause', 1);
            await page.getByText('Окно 5 не принимает, а его очередь ждёт дольше срока').waitFor();
        }));

    it('shows terminals and displays, and calls when a visitor cannot get a ticket', () =>
        withController(async ({ controller, office, person }) => {
            const page = await person();
            await managerAt(page, controller);
            const well = {
                version: '1.0.0',
                printer: 'ready',
                paperMetresLeft: 40,
                scanner: 'none',
                offlineTickets: 0,
                numbersLeft: 200,
                problems: [],
            };
            office.hear('зал, у входа', well);
            const row = page.locator('[data-device="зал, у входа"]');
            await row.getByText('Работает').waitFor();
            assert.match(await row.innerText(), /бумаги 40 м/);

            office.hear('зал, у входа', { ...well, printer: 'paperOut' });
            await row.getByText('Нет бумаги').waitFor();
            await page.getByText('зал, у входа: Нет бумаги').waitFor();
            assert.equal(await row.getAttribute('data-device-state'), 'stops');

            office.lose('зал, у входа', 5);
            await page.getByText('зал, у входа: Нет связи с').waitFor();
        }));

    it('finds visits by words and by state', () =>
        withController(async ({ controller, office, person }) => {
            office.past(1, { window: 1, topic: 1, minutesAgo: 30, wait: 5, service: 3 });
            office.past(3, { window: 3, topic: 5, minutesAgo: 40, wait: 5, service: 9 });
            office.past(3, { window: 3, topic: null, minutesAgo: 35, wait: 5, service: 1 });
            office.issue(3);
            const page = await person();
            await managerAt(page, controller);
            const shown = () =>
                page
                    .locator('.visits tbody tr')
                    .evaluateAll((rows) => rows.map((row) => row.dataset.number).sort());
            assert.deepEqual(await shown(), ['А001', 'В001', 'В002', 'В003']);
            await page.locator('[data-filter="finished"]').click();
            assert.deepEqual(await shown(), ['А001', 'В001']);
            await page.getByRole('searchbox').fill('новый дог');
            assert.deepEqual(await shown(), ['В001']);
            await page.getByRole('searchbox').fill('окно 8');
            await page.getByText('Нет таких визитов.').waitFor();
        }));

    it('says when it is not in touch, and catches up by itself', () =>
        withController(async ({ controller, office, person }) => {
            const page = await person();
            await managerAt(page, controller);
            controller.cut();
            await page.getByText('Нет связи с контроллером').first().waitFor();
            office.issue(1);
            office.issue(1);
            controller.mend();
            await untilFigure(page, 'waiting', '2');
            await page.getByText('Связь восстановлена').waitFor();
        }));

    it('stops the tickets of a service and lets them go on', () =>
        withController(async ({ controller, office, person }) => {
            office.closed.set(2, 'dayLimit');
            const page = await person();
            await managerAt(page, controller);
            await page.getByText('талоны на сегодня кончились').waitFor();
            const of = (mode) => page.locator(`tr[data-service="3"] [data-issuing="${mode}"]`);
            await of('byRule').click();
            await page.locator('[data-sheet="issuing"]').waitFor();
            await page.keyboard.press('2');
            await of('stopped').waitFor();
            assert.equal(office.issuing.get(3), 'stopped');
            await of('stopped').click();
            await page.locator('[data-sheet="issuing"] [data-choice="continued"]').click();
            await of('continued').waitFor();
        }));

    it('ends the day for all who wait, once that was confirmed', () =>
        withController(async ({ controller, office, person }) => {
            const [one, other] = [office.issue(1), office.issue(1)];
            office.actOnVisit(other.visit, 'hold', 1, { until: null });
            const page = await person();
            await managerAt(page, controller);
            await page.locator('[data-act="sendHome"]').click();
            await page.getByText('Ждут: 1, отложены: 1.').waitFor();
            await page.keyboard.press('Escape');
            assert.equal(one.state, 'waiting');
            await page.locator('[data-act="sendHome"]').click();
            await page.locator('[data-act="confirm"]').click();
            await untilFigure(page, 'dropped', '2');
            await page.getByText('день завершён досрочно').first().waitFor();
            await page.waitForSelector('[data-act="sendHome"][aria-disabled="true"]');
        }));

    it('says the rule of the queue, how honest the waits were, and when breaks are', () =>
        withController(async ({ controller, office, person }) => {
            office.past(1, { window: 1, topic: 1, minutesAgo: 30, wait: 5, service: 3 });
            office.planBreak(1, 55, 30);
            office.act(2, 'open', 2);
            office.act(2, 'break', 2, { evenAlone: true });
            const page = await person();
            await managerAt(page, controller);
            assert.equal(await figure(page, 'forecast'), '82 %');
            await page.getByText('из 1, ошибка 1,6 мин').waitFor();
            await page.getByText('перерыв в 12:00, 30 мин').waitFor();
            await page.getByText('Перерыв до 11:20').waitFor();
            await page.locator('[data-act="rule"]').click();
            await page.getByText('Никого не обгонит тот, кто пришёл после его срока.').waitFor();
        }));

    it('is for those who may see it', () =>
        withController(async ({ controller, person }) => {
            const page = await person();
            await signIn(page, {
                url: controller.url,
                path: '/dashboard',
                login: 'ivanova',
                password: 'okno-5',
            });
            await page.getByText('Эта страница доступна руководителю').waitFor();
            await page.goto(`${controller.url}/`);
            await page.waitForURL('**/console');
        }));

    it('is offered to a manager beside the console', () =>
        withController(async ({ controller, person }) => {
            const page = await person();
            await signIn(page, { url: controller.url, ...manager, path: '/', language: 'en' });
            await page.getByText('The hall now').click();
            await page.waitForURL('**/dashboard');
            await page.getByText('Tickets issued').waitFor();
            await untilTitled(page, 'The hall now');
        }));
});
