import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { buttonsOf, until } from '../../src/local/people.ts';
import { openStore } from '../../src/store/store.ts';
import { reply, useBot } from '../support/bot.ts';

const file = join(mkdtempSync(join(tmpdir(), 'privacy-')), 'amour.db');
const discord = useBot({ database: `sqlite:${file}`, guilds: 2, keepUnanswered: true });

/** Everything in the database, as text. */
function dump(): string {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as {
    name: string;
  }[];
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()]);
  database.close();
  return JSON.stringify(rows);
}

/** Plays one round in a channel, so that guesses and points are kept. */
async function play(room: string, names: readonly string[]): Promise<void> {
  await discord.person(names[0] ?? '').slash(room, 'lantern quiz', { rounds: 1, seconds: 10, spoilers: true });
  const posted = () => [...discord.local.world.messages.values()].filter(({ channelId }) => channelId === room);
  const question = await until(() => posted().find(message => buttonsOf(message).includes('A')), 20_000);
  for (const name of names) await discord.person(name).press(question.id, 'A');
  await until(() => posted().find(message => /Play again|Main lagi/.test(buttonsOf(message).join())), 20_000);
}

test('somebody sees all that is kept about them, has it deleted in every server, and nothing of it is left', async () => {
  const [mia, budi] = [discord.person('mia'), discord.person('budi')];
  await Promise.all([
    play(discord.channel('film-club'), ['mia', 'budi']),
    play(discord.channel('film-club-2'), ['mia', 'budi']),
  ]);
  await mia.slash(discord.channel('film-club'), 'lantern progress', { scene: 'storm' });
  await budi.slash(discord.channel('film-club'), 'lantern progress', { scene: 'finished' });
  await mia.slash(discord.channel('film-club'), 'lantern ask', {
    question: `is ${mia.person.name} 33 in the sequel?`,
  });

  const shown = reply(await mia.slash(discord.channel('film-club'), 'lantern privacy'));
  expect(shown.onlyFor).toBe(mia.person.id);
  expect(shown.text).toContain('How far you have watched *The Lantern*: ▰▰▱ scene 2 of 3');
  expect(shown.text).toContain('2 quizzes that you started');
  expect(shown.text).toContain('2 guesses, with time and points');
  expect(shown.text + JSON.stringify(shown.message.attachments)).toMatch(/"person": "\d+"|amour-privacy\.json/);

  expect(dump()).toContain(mia.person.id);
  const asked = reply(await mia.slash(discord.channel('film-club-2'), 'lantern privacy', { delete: true }));
  expect(dump()).toContain(mia.person.id);
  await mia.press(asked.message.id, 'Delete everything about me');
  expect(dump()).not.toContain(mia.person.id);
  expect(dump()).toContain(budi.person.id);
  expect(reply(await mia.slash(discord.channel('film-club'), 'lantern privacy')).text).toContain('Nothing at all.');
  expect(reply(await budi.slash(discord.channel('film-club'), 'lantern scores')).text).toContain(budi.person.id);
}, 60_000);

test.each([
  ['claire', '`effacer`'],
  ['budi', '`hapus`'],
])('%s reads the option that deletes by the name that Discord shows them', async (name, option) => {
  const room = discord.channel('film-club');
  expect(reply(await discord.person(name).slash(room, 'lantern privacy')).text).toContain(option);
});

test('what is told in a private chat, which the next question may lean on, leaves no trace in the database', async () => {
  const sam = discord.person('sam');
  const room = sam.privateChat().id;
  const before = dump();
  expect((await discord.replyTo(sam.say(room, 'who plays Mirela in the lantern?'))).text).toContain('Ana Dorsey');
  expect((await discord.replyTo(sam.say(room, "and what is Oskar's job?"))).text).toContain('lighthouse');
  expect(dump()).toBe(before);
});

test('a long record comes as a file', async () => {
  const store = await openStore(`sqlite:${file}`);
  const sam = discord.person('sam');
  for (let film = 0; film < 30; film++) await store.people.watched(`film-${film}`, sam.person.id, 'finished');
  await store.close();
  const shown = reply(await sam.slash(discord.channel('film-club'), 'lantern privacy'));
  expect(shown.message.attachments).toMatchObject([{ filename: 'amour-privacy.json' }]);
});

test('a question that nobody could answer is counted by its words alone', async () => {
  const claire = discord.person('claire');
  const room = discord.channel('film-club');
  for (let time = 0; time < 2; time++)
    await claire.slash(room, 'lantern ask', {
      question: `WHY does <@${claire.person.id}> juggle 12 flamingos? me@home.org`,
    });
  const store = await openStore(`sqlite:${file}`);
  expect(await store.gaps.list('lantern')).toContainEqual({ words: 'why does juggle flamingos', times: 2 });
  await store.close();
  const rows = dump();
  expect(rows).not.toContain('home.org');
  expect(rows).not.toContain(claire.person.id);
});
