import { mkdir } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createLocalDiscord } from '../src/local/server.ts';
import { start } from './support/bot.ts';
import { launchBrowser } from './support/browser.ts';

/** `npm run pictures`: drives the local page and writes the README's pictures, so that they never go stale. */
const folder = 'docs/pictures';
const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 720 };

/** A picture: how the window looks, and what is done in it before. One more is one more line. */
const pictures: readonly [name: string, look: BrowserContextOptions, act: (page: Page) => Promise<void>][] = [
  ['answer', { viewport: wide, colorScheme: 'dark' }, conversation],
  ['answer-light', { viewport: wide, colorScheme: 'light' }, conversation],
  [
    'phone',
    { viewport: phone, colorScheme: 'dark', deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    onPhone,
  ],
];

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const [name, look, act] of pictures) await take(name, look, act);
await browser.close();

/** Every picture begins with empty channels. */
async function take(name: string, look: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const local = await createLocalDiscord({ messageLimit: 1000 });
  const bot = await start(local, 'data');
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(local.url);
  await page.locator('.channel').first().waitFor({ state: 'attached' });
  await page.locator('.member:not(.away)').first().waitFor({ state: 'attached' });
  await act(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
  await bot.close();
  await local.close();
}

/** A question, a command in another language by another member, and a question whose answer stays covered. */
async function conversation(page: Page): Promise<void> {
  await ask(page, '@Amour who plays Eva?');
  await become(page, 'Budi');
  await command(page, '/amour ask siapa yang menyutradarai film ini');
  await become(page, 'Mia');
  await ask(page, '@Amour how does it end?');
}

async function onPhone(page: Page): Promise<void> {
  await ask(page, '@Amour who plays Eva?');
  await ask(page, '@Amour how does it end?');
}

async function ask(page: Page, question: string): Promise<void> {
  await answered(page, async () => {
    await page.locator('#text').fill(question);
    await page.locator('#text').press('Enter');
  });
}

async function command(page: Page, typed: string): Promise<void> {
  await answered(page, async () => {
    await page.locator('#text').pressSequentially(typed);
    await page.locator('.pill input').last().press('Enter');
  });
}

/** Waits for one card more than there was. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const cards = page.locator('#messages .container');
  const before = await cards.count();
  await act();
  await cards.nth(before).waitFor();
}

async function become(page: Page, name: string): Promise<void> {
  await page.locator('#person').click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  await page.locator('#person', { hasText: name }).waitFor();
  await page.locator(`#text[aria-label="Message #film-club"]`).waitFor();
}
