import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { everything, send } from './showcase.ts';
import { messages, ready, say, useBrowser } from './windows.ts';

const browser = useBrowser();
const phone = { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true };

/** Nothing sticks out at the side. */
const width = (page: Page) => page.evaluate<number>('document.scrollingElement.scrollWidth');

test('on a phone the channels are a drawer: opened by a button, closed by a choice', async () => {
  const page = await browser.open(phone);
  const channels = page.getByRole('navigation', { name: 'Servers and channels' });
  expect(await channels.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Channels' }).tap();
  await channels.waitFor();
  await page.locator('.channel', { hasText: 'seen-it' }).tap();
  await channels.waitFor({ state: 'hidden' });
  expect(await page.locator('#channel-name').innerText()).toContain('seen-it');
});

test('so are the members; Escape closes them and gives the focus back', async () => {
  const page = await browser.open(phone);
  const button = page.getByRole('button', { name: 'Members' });
  await button.tap();
  const members = page.getByRole('complementary', { name: 'Members' });
  await members.waitFor();
  expect(await members.innerText()).toContain('Amour');
  await page.keyboard.press('Escape');
  await members.waitFor({ state: 'hidden' });
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Members');
});

test('a question is asked and answered, and nothing is wider than the phone', async () => {
  const page = await browser.open(phone);
  await say(page, '@Amour who plays Mirela?');
  await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  const { local } = browser;
  await send(local, local.channel('film-club').id, {
    ...everything('a rather long sentence that does not fit into one line of a phone'),
    components: everything('a rather long sentence that does not fit into one line of a phone').components.slice(
      0,
      1,
    ),
  });
  await messages(page).last().locator('.select').first().waitFor();
  expect(await width(page)).toBe(360);
  const wide = await messages(page)
    .last()
    .locator('.body *')
    .evaluateAll(all => all.filter(one => one.getBoundingClientRect().right > 361).length);
  expect(wide).toBe(0);
  await page.reload();
  await ready(page);
  expect(await width(page)).toBe(360);
});
