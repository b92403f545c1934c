import { expect, test } from 'vitest';
import { messages, open, ready, say, useBrowser, whoIs } from './windows.ts';

const browser = useBrowser({ withBot: false });

test('the same page opened twice is two people, and loaded again it is the same one', async () => {
  const first = await browser.open();
  const second = await browser.open();
  expect([await whoIs(first), await whoIs(second)]).toEqual(['Mia', 'Budi']);
  await first.reload();
  await ready(first);
  expect(await whoIs(first)).toBe('Mia');
});

test('so are two tabs of one browser, also when one is copied from the other', async () => {
  const first = await browser.open();
  const popup = first.waitForEvent('popup');
  // A window that a page opens begins with a copy of what the page remembers.
  await first.evaluate("void window.open('/', '_blank')");
  const second = await popup;
  await ready(second);
  expect(await whoIs(second)).not.toBe(await whoIs(first));
});

test('there are at least four, who differ in language and in what they may do', async () => {
  const page = await browser.open();
  await page.locator('#person').click();
  const choices = await page.getByRole('menuitem').allInnerTexts();
  expect(choices.length).toBeGreaterThanOrEqual(4);
  const all = choices.join();
  for (const what of ['manages the server', 'Indonesian', 'French']) expect(all).toContain(what);
});

test('each hears at once what the other says, and who is writing', async () => {
  const mia = await browser.open();
  const budi = await browser.open();
  await mia.locator('#text').pressSequentially('he');
  await budi.getByText('Mia is typing …').waitFor();
  await mia.locator('#text').pressSequentially('llo <@1> @Budi');
  await mia.keyboard.press('Escape');
  await mia.keyboard.press('Enter');
  const heard = messages(budi).last();
  await heard.getByText('@Budi').waitFor();
  expect(await heard.getAttribute('class')).toContain('mentions-me');
  await budi.locator('#typing:empty').waitFor({ state: 'attached' });
  expect(await budi.locator('#announcer').innerText()).toContain('Mia');
});

test('what one says twice in a row is shown as one group', async () => {
  const page = await browser.open();
  await say(page, 'one');
  await say(page, 'two');
  await messages(page).last().getByText('two').waitFor();
  expect(await messages(page).last().getAttribute('class')).toContain('grouped');
});

test('a channel with something new is marked until it is opened', async () => {
  const mia = await browser.open();
  const budi = await browser.open();
  await open(budi, 'seen-it');
  await say(budi, 'over here');
  const marked = mia.locator('.channel.unread', { hasText: 'seen-it' });
  await marked.waitFor();
  await marked.click();
  await messages(mia).last().getByText('over here').waitFor();
  expect(await mia.locator('.channel.unread').count()).toBe(0);
});

test('whoever reads further up stays there when something new comes', async () => {
  const mia = await browser.open();
  const claire = browser.local.person('claire');
  const channel = browser.local.channel('film-club').id;
  for (let count = 0; count < 40; count++) claire.say(channel, `line ${count}`);
  await messages(mia).last().getByText('line 39').waitFor();
  await mia.locator('#scroller').evaluate(scroller => {
    scroller.scrollTop = 100;
  });
  await mia.waitForTimeout(100);
  const place = await mia.locator('#scroller').boundingBox();
  claire.say(channel, 'the newest');
  const jump = mia.getByRole('button', { name: 'New messages' });
  await jump.waitFor();
  expect(await mia.locator('#scroller').evaluate(({ scrollTop }) => scrollTop)).toBe(100);
  expect(await mia.locator('#scroller').boundingBox()).toEqual(place);
  await jump.click();
  await messages(mia).last().getByText('the newest').waitFor();
  expect(await jump.isVisible()).toBe(false);
});

test('whoever says something while reading further up goes on reading at the end', async () => {
  const page = await browser.open();
  const { local } = browser;
  const [mia, claire] = [local.person('mia'), local.person('claire')];
  const channel = local.channel('film-club').id;
  for (let count = 0; count < 40; count++) claire.say(channel, `line ${count}`);
  await messages(page).last().getByText('line 39').waitFor();
  await page.locator('#scroller').evaluate(scroller => {
    scroller.scrollTop = 100;
  });
  await page.waitForTimeout(100);
  mia.say(channel, 'my question');
  claire.say(channel, `a quick answer${'\nand more of it'.repeat(8)}`);
  await messages(page).last().getByText('a quick answer').waitFor();
  await expect
    .poll(() => page.locator('#scroller').evaluate(one => one.scrollHeight - one.scrollTop - one.clientHeight))
    .toBe(0);
  expect(await page.getByRole('button', { name: 'New messages' }).isVisible()).toBe(false);
});

test('what was said without a server is there again, and the note about it goes once the server is back', async () => {
  const page = await browser.open();
  const startAgain = await browser.stop();
  await say(page, 'is anybody there?');
  const note = page.locator('#note');
  await note.filter({ hasText: 'The local server cannot be reached.' }).waitFor();
  expect(await page.locator('#text').inputValue()).toBe('is anybody there?');
  await startAgain();
  await note.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await messages(page).last().getByText('is anybody there?').waitFor();
  expect(await page.locator('#text').inputValue()).toBe('');
});
