import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { embedded, everything, notes, send, still, upload } from './showcase.ts';
import { messages, say, useBrowser } from './windows.ts';

const browser = useBrowser();
const axe = createRequire(import.meta.url).resolve('axe-core');

/** The rules that a page breaks, where the break is serious or critical. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

async function withEverything(look: BrowserContextOptions): Promise<Page> {
  const page = await browser.open({ reducedMotion: 'reduce', ...look });
  await page.context().addInitScript({ path: axe });
  await page.reload();
  const { local } = browser;
  const club = local.channel('film-club').id;
  await upload(local, club, everything('Words'), { 'still.png': still, 'notes.txt': notes });
  await send(
    local,
    club,
    embedded('Words with `code` and [a link](https://example.com)\n> quoted\n```\ncode\n```'),
  );
  await say(page, '@Mia ||hidden|| and <t:1700000000:R>');
  await say(page, '@Amour who plays Mirela?');
  await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  await messages(page).last().getByRole('button', { name: 'Sources' }).click();
  await page.locator('.only-you').last().waitFor();
  return page;
}

describe.each(['dark', 'light'] as const)('in %s, axe finds nothing serious', colorScheme => {
  test('among messages of all kinds', async () => {
    expect(await faults(await withEverything({ colorScheme }))).toEqual([]);
  });

  test('while a button waits for its answer, it still has its name', async () => {
    const page = await withEverything({ colorScheme });
    browser.local.breakage.delay(2_000);
    await messages(page).getByRole('button', { name: 'Sources' }).last().click();
    await page.locator('.waiting').waitFor();
    const found = await faults(page);
    await page.locator('.waiting').waitFor({ state: 'detached' });
    browser.local.breakage.mend();
    expect(found).toEqual([]);
  });

  test('with the command list open, and with a command begun', async () => {
    const page = await withEverything({ colorScheme });
    await page.locator('#text').pressSequentially('/');
    await page.getByRole('listbox').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'question' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  test('with a menu open and a select open', async () => {
    const page = await withEverything({ colorScheme });
    await messages(page).first().getByRole('combobox', { name: 'Words' }).click();
    expect(await faults(page)).toEqual([]);
    await page.locator('#person').click();
    expect(await faults(page)).toEqual([]);
  });

  test('with the look inside, and something broken', async () => {
    const page = await withEverything({ colorScheme, viewport: { width: 1500, height: 900 } });
    await page.getByRole('button', { name: 'A look inside' }).click();
    await page.getByLabel('Take away the permission to send').check();
    await send(browser.local, 'nowhere', {}).catch(() => undefined);
    await page.locator('#traffic .rest summary').first().click();
    expect(await faults(page)).toEqual([]);
  });

  test('on a phone, with a drawer open', async () => {
    const page = await withEverything({ colorScheme, viewport: { width: 360, height: 720 } });
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('navigation', { name: 'Servers and channels' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });
});
