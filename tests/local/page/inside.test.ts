import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { call } from '../client.ts';
import { messages, say, useBrowser } from './windows.ts';

const browser = useBrowser();

async function look(): Promise<Page> {
  const page = await browser.open({ viewport: { width: 1500, height: 900 } });
  await page.getByRole('button', { name: 'A look inside' }).click();
  await page.locator('#traffic .rest').first().waitFor();
  return page;
}

const figure = (page: Page, name: string) => page.locator('.figures > div', { hasText: name }).locator('dd');

describe('the look inside', () => {
  test('lists what the bot received and sent, each to be opened as JSON', async () => {
    const page = await look();
    await say(page, '@Amour who plays Mirela?');
    const sent = page.locator('#traffic .rest', { hasText: 'POST' }).last();
    await sent.getByText('/messages').waitFor();
    await sent.locator('summary').click();
    const json = await sent.locator('.json').innerText();
    expect(json).toContain('Ana Dorsey plays Mirela.');
    expect(JSON.parse(json)).toMatchObject({ components: [{ type: 17 }] });
    await page.locator('#traffic .gateway', { hasText: 'MESSAGE_CREATE' }).first().waitFor();
    expect(await sent.locator('.end').innerText()).toMatch(/^200 · [\d.]+ ms$/);
  });

  test('tells how long the bot took to acknowledge', async () => {
    const page = await look();
    await page.locator('#text').pressSequentially('/lantern ask who plays Mirela?');
    await page.keyboard.press('Enter');
    const line = page.locator('#traffic .acknowledged').last();
    await line.waitFor();
    expect(await line.innerText()).toMatch(/Mia: “lantern ask” answered \(message\)\s+[\d.]+ ms/);
    expect(await figure(page, 'To acknowledge').innerText()).toMatch(/^[\d.]+ ms$/);
  });

  test('shows in red what breaks a rule of Discord’s', async () => {
    const page = await look();
    expect(await figure(page, 'Breaches').innerText()).toBe('0');
    const { local } = browser;
    await call(local, 'POST', `/channels/${local.channel('film-club').id}/messages`, { content: 'x'.repeat(2001) });
    const breach = page.locator('#traffic .breach.bad', { hasText: 'content' });
    await breach.first().waitFor();
    expect(await breach.first().innerText()).toContain('at most 2000 characters');
    expect(Number(await figure(page, 'Breaches').innerText())).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Breaches' }).click();
    expect(await page.locator('#traffic .rest').first().isVisible()).toBe(false);
    expect(await breach.first().isVisible()).toBe(true);
  });

  test('holds no token of an identifying bot', async () => {
    const page = await look();
    expect(JSON.stringify(browser.local.traffic)).not.toContain(`"token":"${browser.local.token}`);
    expect(await page.locator('#inside').innerText()).not.toContain(browser.local.token);
  });
});

describe('the "break it" menu', () => {
  test('drops the gateway, and the bot comes back', async () => {
    const page = await look();
    await page.getByRole('button', { name: 'Drop' }).click();
    await page.locator('#traffic .gateway', { hasText: 'Resume' }).first().waitFor();
    await page.locator('#traffic .gateway', { hasText: 'RESUMED' }).first().waitFor();
    await say(page, '@Amour who plays Mirela?');
    await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  });

  test.each([
    ['500', '500'],
    ['429', '429'],
  ])('answers %s once, and the bot asks again', async (button, status) => {
    const page = await look();
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByText(`1 × ${status} to come`).waitFor();
    await say(page, '@Amour who plays Mirela?');
    const refused = page.locator('#traffic .rest.bad', { hasText: status }).last();
    await refused.waitFor();
    await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
    await page.getByText('Everything works.').waitFor();
  });

  test('delays REST', async () => {
    const page = await look();
    await page.getByLabel('Every REST answer comes after').selectOption({ label: '1 s' });
    await page.getByText('slow', { exact: true }).waitFor();
    await page.locator('#text').pressSequentially('/lantern ask who plays Mirela?');
    await page.keyboard.press('Enter');
    await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
    await expect
      .poll(async () => Number.parseFloat((await figure(page, 'Slowest').innerText()).replace(',', '')))
      .toBeGreaterThan(900);
  });

  test('takes away the permission to send, and gives it back', async () => {
    const page = await look();
    await page.getByLabel('Take away the permission to send').check();
    await page.getByText('silenced', { exact: true }).waitFor();
    await say(page, '@Amour who plays Mirela?');
    await page.locator('#traffic .rest.bad', { hasText: '403' }).first().waitFor();
    await page.getByRole('button', { name: 'Mend everything' }).click();
    await page.getByText('Everything works.').waitFor();
    await say(page, '@Amour who plays Mirela?');
    await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  });
});
