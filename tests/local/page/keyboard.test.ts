import { expect, test } from 'vitest';
import { messages, say, useBrowser } from './windows.ts';

const browser = useBrowser();

test('the keyboard alone is enough to find a command, fill it in and send it', async () => {
  const page = await browser.open();
  const { keyboard } = page;
  const box = page.locator('#text');
  expect(await box.evaluate(text => text === text.ownerDocument.activeElement)).toBe(true);
  await keyboard.type('/lantern');
  const picker = page.getByRole('listbox');
  await picker.waitFor();
  expect(await box.getAttribute('role')).toBe('combobox');
  expect(await box.getAttribute('aria-expanded')).toBe('true');
  const active = () => page.locator(':focus').getAttribute('aria-activedescendant');
  const first = await active();
  await keyboard.press('ArrowDown');
  expect(await active()).not.toBe(first);
  await keyboard.press('ArrowUp');
  expect(await active()).toBe(first);
  await keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'question' }).waitFor();
  await keyboard.type('who plays Mirela?');
  await keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('+1 optional');
  await keyboard.press('Enter');
  await page.getByRole('menu', { name: 'Options' }).waitFor();
  await keyboard.press('Enter');
  const choice = page.getByRole('combobox', { name: 'private' });
  await choice.waitFor();
  await page.getByRole('option', { name: 'true' }).waitFor();
  await keyboard.press('Enter');
  expect(await choice.inputValue()).toBe('true');
  await keyboard.press('Enter');
  await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  await messages(page).last().getByText('Only you can see this').waitFor();
});

test('a command that needs nothing is sent with Enter, or given one of its options first', async () => {
  const page = await browser.open();
  const { keyboard } = page;
  await keyboard.type('/lantern privacy ');
  await page.getByRole('group', { name: '/lantern privacy' }).waitFor();
  await keyboard.press('Enter');
  await messages(page).last().locator('.context', { hasText: '/lantern privacy' }).waitFor();
  await keyboard.type('/lantern scores ');
  await page.getByRole('group', { name: '/lantern scores' }).waitFor();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'period' }).waitFor();
  await keyboard.press('Enter');
  await page.getByRole('option', { name: 'week' }).waitFor();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await messages(page).last().locator('.context', { hasText: '/lantern scores' }).waitFor();
});

test('Enter on what was chosen before keeps it', async () => {
  const page = await browser.open();
  const { keyboard } = page;
  await keyboard.type('/lantern scores ');
  await page.getByRole('button', { name: '+1 optional' }).press('Enter');
  await page.getByRole('menuitem', { name: 'period' }).press('Enter');
  const period = page.getByRole('combobox', { name: 'period' });
  await period.pressSequentially('this month');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Shift+Tab');
  await page.getByRole('option', { name: 'this month' }).waitFor();
  await keyboard.press('Enter');
  expect(await period.inputValue()).toBe('this month');
});

test('Escape closes the list, then leaves the command', async () => {
  const page = await browser.open();
  await page.keyboard.type('/lan');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await page.keyboard.type('tern ask ');
  await page.getByRole('combobox', { name: 'question' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await page.locator('#text').isVisible()).toBe(true);
  expect(await page.locator('#command').isVisible()).toBe(false);
});

test('a command without what it needs is not sent', async () => {
  const page = await browser.open();
  const before = browser.local.world.messages.size;
  await page.keyboard.type('/lantern ask ');
  await page.getByRole('combobox', { name: 'question' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('This option is required.').waitFor();
  expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
  expect(browser.local.world.messages.size).toBe(before);
});

test('the up arrow brings back what was sent, last first, and the down arrow leads to the empty box again', async () => {
  const page = await browser.open();
  await say(page, 'first');
  await say(page, 'second');
  const box = page.locator('#text');
  const seen: string[] = [];
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    seen.push(await box.inputValue());
  }
  expect(seen).toEqual(['second', 'first', 'second', '']);
});

test('the up arrow goes on through commands, which wait as they were sent', async () => {
  const page = await browser.open();
  const { keyboard } = page;
  await say(page, 'first');
  await keyboard.type('/lantern scores ');
  await page.getByRole('button', { name: '+1 optional' }).press('Enter');
  await page.getByRole('menuitem', { name: 'period' }).press('Enter');
  await page.getByRole('combobox', { name: 'period' }).pressSequentially('this week');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await messages(page).last().locator('.context', { hasText: '/lantern scores' }).waitFor();
  await keyboard.type('/lantern privacy ');
  await page.getByRole('group', { name: '/lantern privacy' }).press('Enter');
  await messages(page).last().locator('.context', { hasText: '/lantern privacy' }).waitFor();
  await say(page, 'last');
  const shown = () =>
    page.evaluate<string>(`(() => {
      const fields = [...document.querySelectorAll('#command:not([hidden]) :is(.command-name, input)')];
      return fields.length === 0 ? text.value : fields.map(one => one.value ?? one.textContent).join(' ');
    })()`);
  const older = ['last', '/lantern privacy', '/lantern scores this week', 'first'];
  for (const entry of older) {
    await keyboard.press('ArrowUp');
    await expect.poll(shown).toBe(entry);
  }
  for (const entry of [...older.toReversed().slice(1), '']) {
    await keyboard.press('ArrowDown');
    await expect.poll(shown).toBe(entry);
  }
  expect(await page.locator('#text').evaluate(text => text === text.ownerDocument.activeElement)).toBe(true);
});

test('messages are walked through with the arrows, and their menu opens with Enter', async () => {
  const page = await browser.open();
  await say(page, 'one');
  await say(page, 'who directed the lantern');
  await messages(page).last().getByText('who directed').waitFor();
  await page.locator('#text').press('Shift+Tab');
  await page.locator('.message:focus, .message :focus').waitFor();
  await messages(page).last().focus();
  await page.keyboard.press('ArrowUp');
  expect(await page.locator('.message:focus .text').innerText()).toBe('one');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
  await page.keyboard.press('End');
  expect(await page.locator(':focus').innerText()).toContain('Ask Amour');
  await page.keyboard.press('Enter');
  await messages(page).last().getByText('Tove Lindqvist directed The Lantern.').waitFor();
});

test('a button keeps the focus when its message changes', async () => {
  const page = await browser.open();
  await say(page, '@Amour who plays Mirela?');
  const sources = messages(page).last().getByRole('button', { name: 'Sources' });
  await sources.focus();
  const { local } = browser;
  const [id = ''] = [...local.world.messages.keys()].slice(-1);
  const message = local.world.messages.get(id);
  await fetch(`${local.url}/api/v10/channels/${message?.channelId}/messages/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${local.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ components: message?.components, allowed_mentions: { parse: [] } }),
  });
  await page.getByText('(edited)').waitFor();
  expect(await page.locator(':focus').innerText()).toBe('Sources');
});
