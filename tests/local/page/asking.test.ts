import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { messages, open, ready, say, useBrowser } from './windows.ts';

const browser = useBrowser();

describe('a question', () => {
  test('by mention: @ completes the bot, and the answer is a reply', async () => {
    const page = await browser.open();
    await page.locator('#text').pressSequentially('@am');
    await page.getByRole('option', { name: /Amour/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('#text').inputValue()).toBe('@Amour ');
    await say(page, 'who plays Mirela?');
    const answer = messages(page).last();
    await answer.getByText('Ana Dorsey plays Mirela.').waitFor();
    expect(await answer.locator('.context').innerText()).toContain('@Amour who plays Mirela?');
    expect(await answer.locator('.context').innerText()).toContain('Mia');
    expect(await answer.locator('.head').innerText()).toContain('APP');
    expect(await answer.getByRole('button', { name: 'Sources' }).count()).toBe(1);
  });

  test('by slash command, with what the bot completes while it is typed', async () => {
    const page = await browser.open();
    await page.locator('#text').pressSequentially('/lan');
    await page.getByRole('option', { name: /\/lantern ask/ }).click();
    const question = page.getByRole('combobox', { name: 'question' });
    await question.pressSequentially('who direc');
    await page.getByRole('option').first().filter({ hasText: 'Who directed The Lantern?' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await question.inputValue()).toBe('Who directed The Lantern?');
    await page.keyboard.press('Enter');
    const answer = messages(page).last();
    await answer.getByText('Tove Lindqvist directed The Lantern.').waitFor();
    expect(await answer.locator('.context').innerText()).toMatch(/Mia\s+used\s+\/lantern ask/);
    expect(await page.locator('#text').isVisible()).toBe(true);
  });

  test('is offered to whoever has typed nothing yet, or nothing but a space', async () => {
    const page = await browser.open();
    await page.locator('#text').pressSequentially('/lantern ask ');
    const offered = page.getByRole('option', { name: 'Who directed The Lantern?' });
    await offered.waitFor();
    await page.keyboard.type('storm');
    await offered.waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'question' }).fill(' ');
    await offered.waitFor();
  });

  test('by the menu of a message', async () => {
    const page = await browser.open();
    await say(page, 'who directed the lantern');
    await messages(page).last().getByText('who directed the lantern').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Ask Amour/ }).click();
    const answer = messages(page).last();
    await answer.getByText('Tove Lindqvist directed The Lantern.').waitFor();
    expect(await answer.locator('.context').innerText()).toMatch(/used\s+Ask Amour/);
  });

  test('in the private chat needs no mention', async () => {
    const page = await browser.open();
    await open(page, 'Amour');
    await say(page, 'who plays Mirela?');
    await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  });

  test('as a reply to the bot needs none either', async () => {
    const page = await browser.open();
    await say(page, '@Amour who plays Mirela?');
    const answer = messages(page).last();
    await answer.getByText('Ana Dorsey plays Mirela.').waitFor();
    await answer.hover();
    await answer.getByRole('button', { name: 'Reply' }).click();
    expect(await page.locator('#replying').innerText()).toContain('Replying to Amour');
    await say(page, 'and who directed the lantern?');
    await messages(page).last().getByText('Tove Lindqvist directed The Lantern.').waitFor();
  });
});

test('each member finds the commands in their own language', async () => {
  const page = await browser.open();
  await page.locator('#person').click();
  await page.getByRole('menuitem', { name: /Budi/ }).click();
  await page.locator('#person', { hasText: 'Budi' }).waitFor();
  await page.locator('#text').pressSequentially('/lan');
  const ask = page.getByRole('option').first();
  await ask.waitFor();
  const tree = await ask.innerText();
  expect(tree).toContain('/lantern');
  expect(tree).not.toContain('Ask a question');
});

test('"Show me" is seen by the one who pressed it, and by nobody else', async () => {
  const mia = await browser.open();
  const other = await browser.open();
  await say(mia, '@Amour how does it end?');
  await messages(mia).last().getByRole('button', { name: 'Show me' }).click();
  await mia.locator('.message.only-you').first().waitFor();
  await messages(other).last().getByRole('button', { name: 'Show me' }).waitFor();
  expect(await other.locator('.message.only-you').count()).toBe(0);
  await mia.locator('.message.only-you').last().getByRole('button', { name: 'Dismiss message' }).click();
  await mia.locator('.message.only-you').waitFor({ state: 'detached' });
});

test('a press that comes just after a card has moved under the pointer is not meant for it', async () => {
  const page = await browser.open();
  const pressed: string[] = [];
  page.on('request', request => {
    if (request.url().endsWith('/press')) pressed.push(request.postDataJSON().id);
  });
  await say(page, '@Amour how does it end?');
  const showMe = messages(page).last().getByRole('button', { name: 'Show me' });
  await showMe.click({ trial: true });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await showMe.click();
  const anyway = messages(page).last().getByRole('button', { name: 'Show it anyway' });
  await anyway.waitFor();
  const { x = 0, y = 0, width = 0, height = 0 } = (await anyway.boundingBox()) ?? {};
  const pressThere = () => page.mouse.click(x + width / 2, y + height / 2);
  await pressThere();
  await page.evaluate("fetch('/main.js')");
  expect(pressed).toHaveLength(1);
  await page.clock.runFor(500);
  await pressThere();
  await expect.poll(() => pressed).toHaveLength(2);
});

test('a spoiler is covered until it is pressed', async () => {
  const page = await browser.open();
  await say(page, 'It was ||the gardener|| all along');
  const spoiler = messages(page).last().getByRole('button', { name: 'Spoiler, press to show' });
  const isSeen = () =>
    page
      .locator('.covered')
      .last()
      .evaluate(covered => covered.ownerDocument.defaultView?.getComputedStyle(covered).opacity);
  expect(await isSeen()).toBe('0');
  expect(await page.locator('#announcer').innerText()).not.toContain('gardener');
  await spoiler.click();
  expect(await isSeen()).toBe('1');
  expect(await messages(page).last().getByRole('button', { name: 'Spoiler, press to show' }).count()).toBe(0);
});

test('a page loaded again in the middle has everything as it was', async () => {
  const page = await browser.open({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Switch to light' }).click();
  await open(page, 'seen-it');
  await say(page, '@Amour who plays Mirela?');
  await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  await page.locator('#text').pressSequentially('half a thou');
  await page.reload();
  await ready(page);
  expect(await page.locator('#person strong').innerText()).toBe('Mia');
  expect(await page.locator('#channel-name').innerText()).toContain('seen-it');
  expect(await page.locator('#text').inputValue()).toBe('half a thou');
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light');
  await messages(page).last().getByText('Ana Dorsey plays Mirela.').waitFor();
  await page.locator('#text').fill('');
  await page.locator('#text').pressSequentially('/lantern ask siapa');
  await page.reload();
  await ready(page);
  const begun = page.getByRole('combobox', { name: 'question' });
  await begun.waitFor();
  expect(await begun.inputValue()).toBe('siapa');
});

test('a bot that does not answer in time is said to have failed', async () => {
  const page = await browser.open();
  browser.local.breakage.delay(3500);
  await page.locator('#text').pressSequentially('/lantern ask who plays Mirela?');
  await page.keyboard.press('Enter');
  await page.getByText('Amour is thinking …').waitFor();
  await page.getByText('The application did not respond').waitFor();
  await page.locator('.pending').getByRole('button', { name: 'Dismiss message' }).click();
  expect(await page.locator('.pending').count()).toBe(0);
});

test('a command that is written out before the commands are known is taken when the page is loaded again', async () => {
  const page = await browser.open();
  await page.route('**/commands', route => route.fulfill({ json: [] }));
  await page.locator('#text').pressSequentially('/lantern ask siapa');
  expect(await page.locator('#text').inputValue()).toBe('/lantern ask siapa');
  await page.unrouteAll();
  await page.reload();
  await ready(page);
  const begun = page.getByRole('combobox', { name: 'question' });
  await begun.waitFor();
  expect(await begun.inputValue()).toBe('siapa');
});

test.each([
  ['/lantern ask', ' who directed the lantern?', 'Tove Lindqvist directed The Lantern.'],
  ['/lantern credits', '', 'after the credits a lamp is lit once more'],
])('%s is sent as a command, even if Enter comes before the list of commands', async (command, rest, told) => {
  const page = await browser.open();
  let asked = 0;
  await page.route('**/commands', async route => {
    asked++;
    await new Promise(resolve => setTimeout(resolve, 2000));
    await route.continue();
  });
  await say(page, `${command}${rest}`);
  const answer = messages(page).last();
  await answer.locator('.context', { hasText: command }).waitFor();
  await answer.getByText(told).first().waitFor();
  expect(asked).toBe(1);
});

test('a command is kept where the list of commands cannot be had', async () => {
  const page = await browser.open();
  await page.route('**/commands', route => route.fulfill({ status: 500, json: { error: 'not now' } }));
  await say(page, '/lantern credits');
  await page.locator('#note', { hasText: 'Not now.' }).waitFor();
  expect(await page.locator('#text').inputValue()).toBe('/lantern credits');
});

describe('what could not be sent is there again', () => {
  const note = (page: Page, words: string) => page.locator('#note', { hasText: words }).waitFor();

  test('a reply to a message that was deleted meanwhile', async () => {
    const page = await browser.open();
    const { local } = browser;
    const { id } = local.person('claire').say(local.channel('film-club').id, 'never mind');
    await messages(page).last().hover();
    await messages(page).last().getByRole('button', { name: 'Reply' }).click();
    local.world.messages.delete(id);
    await say(page, 'I do mind');
    await note(page, 'No such message can be seen.');
    expect(await page.locator('#text').inputValue()).toBe('I do mind');
    expect(await page.locator('#replying').innerText()).toContain('Replying to Claire');
  });

  test('a command with its values', async () => {
    const page = await browser.open();
    await page.locator('#text').pressSequentially('/lantern quiz ');
    await page.getByRole('button', { name: '+4 optional' }).click();
    await page.getByRole('menuitem', { name: 'rounds' }).click();
    const rounds = page.getByRole('textbox', { name: 'rounds' });
    await rounds.pressSequentially('99');
    await page.keyboard.press('Enter');
    await note(page, 'Rounds is out of range.');
    expect(await rounds.inputValue()).toBe('99');
    expect(await rounds.evaluate(field => field === field.ownerDocument.activeElement)).toBe(true);
  });

  test('unless something else has been begun meanwhile', async () => {
    const page = await browser.open();
    await page.route('**/say', async route => {
      await page.locator('#text').pressSequentially('the next');
      await route.fulfill({ status: 500, json: { error: 'not now' } });
    });
    await say(page, 'the first');
    await note(page, 'Not now.');
    expect(await page.locator('#text').inputValue()).toBe('the next');
    await page.locator('#text').fill('');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#text').inputValue()).toBe('the first');
  });
});
