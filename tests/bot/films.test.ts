import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reply, useBot } from '../support/bot.ts';

/** Two films on one bot: the fixture and a copy of it under another title. */
function twoFilms(): string {
  const folder = mkdtempSync(join(tmpdir(), 'films-'));
  cpSync('tests/fixtures/films', folder, { recursive: true });
  cpSync(join(folder, 'lantern'), join(folder, 'harbour'), { recursive: true });
  const file = join(folder, 'harbour/film.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('The Lantern', 'The Harbour'));
  return folder;
}

const discord = useBot({ filmsDir: twoFilms() });
const at = () => `<@${discord.local.world.bot.id}>`;

test('every film has its own command, and the message command is there once', () => {
  expect(discord.local.world.commands.map(({ name }) => name)).toEqual(['harbour', 'lantern', 'Ask Amour']);
});

test('a question that names a film’s title is about that film', async () => {
  const mia = discord.person('mia');
  const said = await discord.replyTo(
    mia.say(discord.channel('film-club'), `${at()} who plays Mirela in The Harbour?`),
  );
  expect(said.text).toContain('Ana Dorsey plays Mirela.');
});

test.each([
  ['qui joue Mirela ?', 'De quel film parles-tu ?'],
  ['siapa pemeran Mirela?', 'Film mana yang kamu maksud?'],
])('"%s" is asked back in its own language', async (question, expected) => {
  const message = discord.person('mia').say(discord.channel('film-club'), `${at()} ${question}`);
  expect((await discord.replyTo(message)).text).toBe(expected);
});

test('where none is named the bot asks which, and the button answers the question', async () => {
  const mia = discord.person('mia');
  const which = await discord.replyTo(mia.say(discord.channel('film-club'), `${at()} who plays Mirela?`));
  expect(which.text).toBe('Which film do you mean?');
  expect(which.buttons).toEqual(['The Harbour (1987)', 'The Lantern (1987)']);
  expect(reply(await mia.press(which.message.id, 'The Lantern (1987)')).text).toContain('Ana Dorsey plays Mirela.');
});
