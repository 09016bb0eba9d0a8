import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modules } from './modules.mjs';

const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--force-color-profile=srgb',
];

/** A Chromium of its own with nothing remembered; `close` also removes its files. */
export async function openBrowser({
    width = 1366,
    height = 768,
    dark = false,
    calm = true,
    bypassCSP = false,
    executable = process.env.TALON_CHROMIUM ?? '/usr/bin/chromium',
} = {}) {
    const { chromium } = modules('playwright-core');
    const profile = mkdtempSync(join(tmpdir(), 'talon-browser-'));
    const context = await chromium.launchPersistentContext(profile, {
        executablePath: executable,
        headless: true,
        args: flags,
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: calm ? 'reduce' : 'no-preference',
        locale: 'ru-RU',
        bypassCSP,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(15_000);
    return {
        context,
        page,
        close: async () => {
            await context.close();
            rmSync(profile, { recursive: true, force: true });
        },
    };
}

export async function signIn(page, { url, path = '/console', login, password, language = 'ru' }) {
    await page.goto(new URL(path, url).href);
    await page.getByRole('button', { name: language === 'en' ? 'English' : 'Русский' }).click();
    await page.locator('#login').fill(login);
    await page.locator('#password').fill(password);
    await page.locator('#password').press('Enter');
}

/** Keeps a picture of the page as it is, once its fonts are there. */
export async function keepPicture(page, folder, name) {
    mkdirSync(folder, { recursive: true });
    await page.evaluate(() => document.fonts.ready);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    return path;
}
