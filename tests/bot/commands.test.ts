import { describe, expect, test } from 'vitest';
import { reply, start, useBot } from '../support/bot.ts';

const discord = useBot();

describe.each([
  [
    'mia',
    {
      after: '**After the credits** · Yes',
      during: '**During the credits** · Not recorded',
      cast: '**Oskar**: Jonas Vint',
      prize: 'The Lantern won the audience prize of 1987.',
      about: '8 facts from 2 documents',
    },
  ],
  [
    'budi',
    {
      after: '**Setelah kredit** · Ada',
      during: '**Selama kredit** · Tidak tercatat',
      cast: '**Oskar**: Jonas Vint',
      prize: 'The Lantern meraih penghargaan penonton 1987.',
      about: '8 fakta dari 2 dokumen',
    },
  ],
  [
    'claire',
    {
      after: '**Après le générique** · Oui',
      during: '**Pendant le générique** · Non consigné',
      cast: '**Oskar** : Jonas Vint',
      prize: 'The Lantern a remporté le prix du public en 1987.',
      about: '8 faits tirés de 2 documents',
    },
  ],
])('%s reads in their own language', (name, expected) => {
  const text = async (command: string) =>
    reply(await discord.person(name).slash(discord.channel('film-club'), `lantern ${command}`)).text;

  test('/lantern credits in its three states, with its basis', async () => {
    const said = await text('credits');
    expect(said).toContain(expected.after);
    expect(said).toContain(expected.during);
    expect(said).toMatch(/festival/);
  });
  test('/lantern cast', async () => expect(await text('cast')).toContain(expected.cast));
  test('/lantern reception', async () => expect(await text('reception')).toContain(expected.prize));
  test('/lantern about', async () => expect(await text('about')).toContain(expected.about));
});

test('everything is registered for servers and for users, with names in Indonesian and French', () => {
  const { commands } = discord.local.world;
  expect(commands.map(({ name, integration_types, contexts }) => ({ name, integration_types, contexts }))).toEqual([
    { name: 'lantern', integration_types: [0, 1], contexts: [0, 1, 2] },
    { name: 'Ask Amour', integration_types: [0, 1], contexts: [0, 1, 2] },
  ]);
  const subcommands = commands[0]?.options ?? [];
  expect(subcommands.map(({ name }) => name)).toEqual([
    'ask',
    'credits',
    'quiz',
    'stop',
    'scores',
    'cast',
    'reception',
    'plot',
    'progress',
    'privacy',
    'settings',
    'about',
  ]);
  for (const subcommand of subcommands) {
    expect(Object.keys(subcommand.name_localizations ?? {})).toEqual(['id', 'fr']);
    expect(Object.keys(subcommand.description_localizations ?? {})).toEqual(['id', 'fr']);
  }
});

test('a second start registers nothing, because nothing changed', async () => {
  const puts = () => discord.local.traffic.filter(entry => entry.kind === 'rest' && entry.method === 'PUT').length;
  const before = puts();
  const again = await start(discord.local, 'tests/fixtures/films');
  await again.close();
  expect(before).toBe(1);
  expect(puts()).toBe(before);
});
