import { Events } from 'discord.js';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { connectClient } from '../../support/client.ts';
import { embedded, everything, notes, send, still, upload } from './showcase.ts';
import { messages, open, useBrowser } from './windows.ts';

const browser = useBrowser({ withBot: false });

const hostile = [
  '<script>window.hit=1</script>',
  '<img src=x onerror="window.hit=1">',
  '"><svg onload=window.hit=1>',
  "'-window.hit++-'",
  '<a href="javascript:window.hit=1">x</a> [x](javascript:window.hit=1) <javascript:window.hit=1>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that must not become one
  '${window.hit=1} {{constructor.constructor("window.hit=1")()}}',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe><style>*{display:none}</style>',
  '**<b onmouseover=window.hit=1>**||<i>||`<u>` <t:99999999999999:R> <@1> <#1> <@&1> </x:1> <:x:1>',
];

/** Presses and hovers whatever there is, then looks whether anything ran or became an element. */
async function isHarmless(page: Page): Promise<void> {
  await page.locator('.spoiler').evaluateAll(all => {
    for (const spoiler of all) (spoiler as unknown as { click(): void }).click();
  });
  const found = await page.evaluate<Record<string, number>>(`({
    hit: Number(window.hit ?? 0),
    elements: document.querySelectorAll('#messages :is(script, iframe, style, object, embed, [onerror], [onload], [srcdoc])').length,
    links: [...document.querySelectorAll('a')].filter(({ href }) => /^(javascript|data|vbscript):/i.test(href)).length,
    svgs: [...document.querySelectorAll('svg')].filter(svg => !svg.classList.contains('icon')).length,
  })`);
  expect(found).toEqual({ hit: 0, elements: 0, links: 0, svgs: 0 });
}

describe('markup and scripts are words in', () => {
  test.each(hostile)('every part of a message: %s', async words => {
    const page = await browser.open();
    const { local } = browser;
    const club = local.channel('film-club').id;
    const name = 'still.png';
    await upload(local, club, everything(words), { [name]: still, 'notes.txt': notes });
    await send(local, club, embedded(words));
    await upload(
      local,
      club,
      { content: words, allowed_mentions: { parse: [] } },
      { [`${words.slice(0, 60)}.txt`]: notes },
    );
    const mine = local.person('mia').say(club, words);
    local.person('budi').say(club, words, mine.id);
    await messages(page).nth(4).waitFor();
    await isHarmless(page);
    await page.getByRole('button', { name: 'A look inside' }).click();
    for (const line of await page.locator('#traffic .rest summary').all()) await line.click();
    await isHarmless(page);
    for (const { id } of [...local.world.messages.values()]) local.world.messages.delete(id);
  });

  test.each(hostile)('commands, choices, forms and what the page writes itself: %s', async words => {
    const page = await browser.open();
    const { local } = browser;
    const client = await connectClient(local);
    client.on(Events.InteractionCreate, async interaction => {
      if (interaction.isAutocomplete()) await interaction.respond([{ name: words.slice(0, 100), value: 'x' }]);
      else if (interaction.isChatInputCommand())
        await interaction.showModal({
          title: words.slice(0, 45),
          customId: 'form',
          components: [
            {
              type: 1,
              components: [
                { type: 4, customId: 'a', label: words.slice(0, 45), style: 1, placeholder: words.slice(0, 100) },
              ],
            },
          ],
        });
    });
    const description = words.slice(0, 100);
    const option = { type: 3, name: 'word', description, required: true, autocomplete: true };
    await client.rest.put(`/applications/${client.user.id}/commands`, {
      body: [{ name: 'try', description, options: [option], contexts: [0, 1], integration_types: [0] }],
    });
    await page.locator('#text').pressSequentially('/');
    await page.getByRole('option', { name: '/try' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'word' }).waitFor();
    await page.getByRole('option').waitFor();
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await isHarmless(page);
    await page.keyboard.press('Escape');
    await open(page, 'seen-it');
    await page.locator('#text').fill(words);
    await page.keyboard.press('Enter');
    await messages(page).last().waitFor();
    await page.reload();
    await messages(page).last().waitFor();
    await isHarmless(page);
    await client.destroy();
  });
});
