import { Events, type Interaction } from 'discord.js';
import { expect, test } from 'vitest';
import { connectClient } from '../../support/client.ts';
import { embedded, everything, notes, send, still, upload } from './showcase.ts';
import { messages, useBrowser } from './windows.ts';

const browser = useBrowser({ withBot: false });
const club = () => browser.local.channel('film-club').id;

/** A bot that does one thing with whatever is pressed. */
async function botThat(does: (interaction: Interaction) => unknown) {
  const client = await connectClient(browser.local);
  client.on(Events.InteractionCreate, interaction => void does(interaction));
  return client;
}

test('everything a bot can send is shown', async () => {
  const page = await browser.open();
  await upload(browser.local, club(), everything('Words'), { 'still.png': still, 'notes.txt': notes });
  const card = messages(page).last();
  await card.getByRole('heading', { name: 'Words' }).waitFor();
  expect(await card.getByRole('button', { name: 'Over' }).isDisabled()).toBe(true);
  expect(await card.getByRole('link', { name: 'Words' }).getAttribute('rel')).toBe('noreferrer noopener');
  const picture = card.getByRole('img', { name: 'Words' });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBe(8);
  expect(await card.getByRole('link', { name: 'notes.txt' }).getAttribute('download')).toBe('notes.txt');
  expect(await card.getByRole('separator').count()).toBe(1);
});

test('a relative time counts down by itself', async () => {
  const page = await browser.open();
  await send(browser.local, club(), {
    content: `<t:${Math.round(Date.now() / 1000) + 30}:R>`,
    allowed_mentions: { parse: [] },
  });
  const time = messages(page).last().locator('.stamp');
  await time.waitFor();
  const seconds = async () => Number(/\d+/.exec(await time.innerText())?.[0]);
  const before = await seconds();
  expect(before).toBeGreaterThan(25);
  await expect.poll(seconds).toBeLessThan(before);
});

test('an embed is shown, and its picture from elsewhere is named and not fetched', async () => {
  const page = await browser.open();
  await send(browser.local, club(), embedded('Embedded'));
  const card = messages(page).last().getByRole('article');
  await card.waitFor();
  expect(await card.locator('.field').count()).toBe(2);
  expect(await card.getByText('A picture from elsewhere').count()).toBe(1);
});

test('a choice is sent as soon as it is made; several when the list closes', async () => {
  const page = await browser.open();
  const chosen: unknown[] = [];
  const client = await botThat(async interaction => {
    if (!interaction.isAnySelectMenu()) return;
    chosen.push(interaction.isChannelSelectMenu() ? interaction.channels.size : interaction.values);
    await interaction.deferUpdate();
  });
  const { components } = everything('Pick');
  await send(browser.local, club(), { ...everything('Pick'), components: components.slice(0, 1) });
  const card = messages(page).last();
  await card.getByRole('combobox', { name: 'Pick' }).click();
  await page.getByRole('option').nth(1).click();
  await expect.poll(() => chosen).toEqual([['two']]);
  await card.getByRole('combobox', { name: 'A role' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => chosen.length).toBe(2);
  await card.getByRole('combobox', { name: 'A channel' }).click();
  await page.getByRole('option', { name: 'film-club' }).click();
  await page.getByRole('option', { name: 'seen-it' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => chosen[2]).toBe(2);
  await client.destroy();
});

test('a select that needs no choice can be emptied', async () => {
  const page = await browser.open();
  const chosen: unknown[] = [];
  const client = await botThat(async interaction => {
    if (!interaction.isChannelSelectMenu()) return;
    chosen.push(interaction.values);
    await interaction.deferUpdate();
  });
  const place = { type: 8, custom_id: 'place', placeholder: 'Everywhere', min_values: 0, max_values: 2 };
  const seenIt = { id: browser.local.channel('seen-it').id, type: 'channel' };
  await send(browser.local, club(), {
    content: 'Where?',
    components: [{ type: 1, components: [{ ...place, default_values: [seenIt] }] }],
    allowed_mentions: { parse: [] },
  });
  const field = messages(page).last().getByRole('combobox', { name: 'Everywhere: seen-it' });
  await field.click();
  await page.getByRole('option', { name: 'seen-it' }).click();
  await page.locator('#text').click();
  await expect.poll(() => chosen).toEqual([[]]);
  await client.destroy();
});

test('a form opens, says what is missing, and brings its words to the bot', async () => {
  const page = await browser.open();
  const client = await botThat(async interaction => {
    if (interaction.isButton())
      await interaction.showModal({
        title: 'What is wrong?',
        customId: 'report',
        components: [
          { type: 1, components: [{ type: 4, customId: 'what', label: 'What', style: 2, required: true }] },
          { type: 1, components: [{ type: 4, customId: 'where', label: 'Where', style: 1, required: false }] },
        ],
      });
    if (interaction.isModalSubmit())
      await interaction.reply({ content: `Heard: ${interaction.fields.getTextInputValue('what')}`, flags: 64 });
  });
  const button = { type: 2, style: 2, label: 'Wrong?', custom_id: 'wrong' };
  await send(browser.local, club(), {
    content: 'An answer',
    components: [{ type: 1, components: [button] }],
    allowed_mentions: { parse: [] },
  });
  await messages(page).last().getByRole('button', { name: 'Wrong?' }).click();
  const form = page.getByRole('dialog', { name: 'What is wrong?' });
  await form.waitFor();
  await form.getByRole('button', { name: 'Submit' }).click();
  expect(await form.isVisible()).toBe(true);
  await form.getByLabel('What', { exact: false }).first().fill('the year');
  await form.getByRole('button', { name: 'Submit' }).click();
  await messages(page).last().getByText('Heard: the year').waitFor();
  await messages(page).last().getByText('Only you can see this').waitFor();
  expect(await form.count()).toBe(0);
  await client.destroy();
});

test('a button that nobody answers says that the interaction failed', async () => {
  const page = await browser.open();
  await send(browser.local, club(), {
    content: 'Nobody is there',
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] }],
    allowed_mentions: { parse: [] },
  });
  await messages(page).last().getByRole('button', { name: 'Press' }).click();
  await messages(page).last().getByText('This interaction failed').waitFor();
});
