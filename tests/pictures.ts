import { mkdir } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createLocalDiscord } from '../src/local/server.ts';
import { start } from './support/bot.ts';
import { launchBrowser } from './support/browser.ts';

/** `npm run pictures`: drives the local page and writes the README's pictures, so that they never go stale; all, or those named. */
const folder = 'docs/pictures';
const wide = { width: 1280, height: 900 };
const phone = { width: 360, height: 720 };

const patience = { timeout: 40_000 };
const press = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).last().click();
const shown = (page: Page, text: RegExp | string) =>
  page.locator('#messages').getByText(text).last().waitFor(patience);

/** A picture: how the window looks, and what is done in it before. One more is one more line. */
const pictures: readonly [name: string, look: BrowserContextOptions, act: (page: Page) => Promise<void>][] = [
  ['answer', { viewport: wide, colorScheme: 'dark' }, conversation],
  ['answer-light', { viewport: wide, colorScheme: 'light' }, conversation],
  [
    'phone',
    { viewport: phone, colorScheme: 'dark', deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    onPhone,
  ],
  ['quiz-question', { viewport: wide, colorScheme: 'dark' }, quizQuestion],
  ['quiz-answer', { viewport: wide, colorScheme: 'dark' }, quizAnswer],
  ['quiz-standings', { viewport: wide, colorScheme: 'light' }, quizStandings],
  ['progress', { viewport: wide, colorScheme: 'dark' }, progress],
  ['plot', { viewport: wide, colorScheme: 'dark' }, plot],
  ['show-me', { viewport: wide, colorScheme: 'dark' }, showMe],
  ['settings', { viewport: { width: 1280, height: 1000 }, colorScheme: 'dark' }, settings],
];

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
const wanted = process.argv.slice(2);
for (const [name, look, act] of pictures)
  if (wanted.length === 0 || wanted.includes(name)) await take(name, look, act);
await browser.close();

/** Every picture begins with empty channels. */
async function take(name: string, look: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const local = await createLocalDiscord({ messageLimit: 1000 });
  const bot = await start(local, 'data', { cooldown: '5/30' });
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(local.url);
  await page.locator('.channel').first().waitFor({ state: 'attached' });
  await page.locator('.member:not(.away)').first().waitFor({ state: 'attached' });
  await act(page);
  await page.locator('#text').blur();
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

/** A question that three members have answered. */
async function quizQuestion(page: Page): Promise<void> {
  await command(page, '/amour quiz ');
  await shown(page, /Question 1 of 5/);
  await guess(page, 'A');
  for (const [name, choice] of [
    ['Budi', 'B'],
    ['Claire', 'C'],
  ] as const) {
    await become(page, name);
    await guess(page, choice);
  }
  await become(page, 'Mia');
  await shown(page, /Guessed:/);
}

async function quizAnswer(page: Page): Promise<void> {
  await quizQuestion(page);
  await shown(page, /The answer/);
}

async function quizStandings(page: Page): Promise<void> {
  await quizAnswer(page);
  for (let round = 2; round <= 5; round++) {
    await shown(page, `Question ${round} of 5`);
    for (const [name, choice] of [
      ['Mia', 'ABCD'[round % 4] ?? 'A'],
      ['Budi', 'B'],
      ['Claire', 'D'],
    ] as const) {
      await become(page, name);
      await guess(page, choice);
    }
  }
  await become(page, 'Mia');
  await shown(page, /is over/);
}

async function progress(page: Page): Promise<void> {
  await command(page, '/amour progress A new book');
  await shown(page, /You are here/);
}

async function plot(page: Page): Promise<void> {
  await progress(page);
  await command(page, '/amour plot ');
  await press(page, 'On');
  await shown(page, /The concert/);
}

async function showMe(page: Page): Promise<void> {
  await ask(page, '@Amour how does it end?');
  await press(page, 'Show me');
  await shown(page, /beyond where you are/);
  await press(page, 'Show it anyway');
  await shown(page, /Source:|Did you mean/);
}

async function settings(page: Page): Promise<void> {
  await command(page, '/amour settings ');
  await shown(page, /How I behave/);
}

/** The receipt of this very choice is the last thing the guesser sees. */
async function guess(page: Page, choice: string): Promise<void> {
  await press(page, choice);
  await page
    .locator('#messages > .message')
    .last()
    .getByText(new RegExp(`(You said|Kamu memilih|Tu as dit) ${choice}`))
    .waitFor({ timeout: 3_000 })
    .catch(() => undefined);
}

async function ask(page: Page, question: string): Promise<void> {
  await answered(page, async () => {
    await page.locator('#text').fill(question);
    await page.locator('#text').press('Enter');
  });
}

/** A command as it is typed: its name, then what its first option gets, if anything. */
async function command(page: Page, typed: string): Promise<void> {
  const [, name = '', rest = ''] = /^(\/\S+ \S+) ?(.*)$/.exec(typed) ?? [];
  await answered(page, async () => {
    await page.locator('#text').pressSequentially(name);
    await page.getByRole('option').first().click();
    if (rest !== '' && (await page.locator('.pill input').count()) === 0) {
      await page.locator('#command .more').click();
      await page.getByRole('menuitem').first().click();
    }
    if (rest !== '') await page.locator('.pill input').last().fill(rest);
    await page.keyboard.press('Enter');
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
