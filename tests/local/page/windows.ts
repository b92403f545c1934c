import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Bot } from '../../../src/bot/discord.ts';
import { createLocalDiscord, type LocalDiscord, type LocalOptions } from '../../../src/local/server.ts';
import { fixtureFilms, start } from '../../support/bot.ts';
import { launchBrowser } from '../../support/browser.ts';

/** A browser on a local Discord, with the real bot or without one. Whatever a page complains about fails the test. */
export function useBrowser({ withBot = true, ...options }: LocalOptions & { withBot?: boolean } = {}) {
  let local: LocalDiscord;
  let bot: Bot | undefined;
  let browser: Browser;
  const complaints: string[] = [];
  const openLocal = (port: number) => createLocalDiscord({ messageLimit: 1000, ...options, port });

  beforeAll(async () => {
    local = await openLocal(0);
    bot = withBot ? await start(local, fixtureFilms) : undefined;
    browser = await launchBrowser();
  }, 120_000);
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    local.breakage.mend();
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
    await local?.close();
  });

  return {
    get local() {
      return local;
    },
    /** Stops the server; what is returned starts another in its place. */
    async stop() {
      const port = Number(new URL(local.url).port);
      await local.close();
      return async () => {
        local = await openLocal(port);
      };
    },
    /** A window of its own, as in a browser of somebody else. */
    async open(look: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...look });
      const page = await context.newPage();
      page.setDefaultTimeout(25_000);
      page.on('console', said => {
        const isExpected = /status of (400|404|500)|ERR_(INCOMPLETE_CHUNKED|CONNECTION_REFUSED)/.test(said.text());
        if (said.type() === 'error' && !isExpected) complaints.push(said.text());
      });
      page.on('pageerror', error => complaints.push(error.message));
      page.on('request', request => {
        const url = request.url();
        if (!url.startsWith(local.url) && !url.startsWith('data:')) complaints.push(`a request to ${url}`);
      });
      await page.goto(local.url);
      await ready(page);
      return page;
    },
  };
}

/** The page has its channels and hears of what happens. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('#channels .channel', { state: 'attached' });
  await page.waitForSelector('#text[aria-label^="Message"]', { state: 'attached' });
}

export const messages = (page: Page): Locator => page.locator('#messages > .message');

/** Who this window is. */
export async function whoIs(page: Page): Promise<string> {
  return page.locator('#person strong').innerText();
}

/** Says something as a person would: typed, and sent with Enter. */
export async function say(page: Page, words: string): Promise<void> {
  await page.locator('#text').pressSequentially(words);
  await page.keyboard.press('Enter');
}

export async function open(page: Page, channel: string): Promise<void> {
  await page.locator('.channel', { hasText: channel }).click();
  await page.locator('#channel-name', { hasText: channel }).waitFor();
  await page.locator(`#text[aria-label*="${channel}"]`).waitFor();
}
