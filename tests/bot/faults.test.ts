import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { startBot } from '../../src/bot/bot.ts';
import { createLocalDiscord } from '../../src/local/server.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import { reply, useBot } from '../support/bot.ts';

const discord = useBot();
const ask = async () =>
  reply(
    await discord
      .person('mia')
      .slash(discord.channel('film-club'), 'lantern ask', { question: 'who plays Mirela?' }),
  );

afterEach(() => discord.local.breakage.delay(0));

describe('people get their answer in spite of', () => {
  test('a 500', async () => {
    discord.local.breakage.fail(500, 1);
    expect((await ask()).text).toContain('Ana Dorsey');
  });

  test('a 429', async () => {
    discord.local.breakage.fail(429, 1, 0.05);
    expect((await ask()).text).toContain('Ana Dorsey');
  });

  test('a connection that the peer closes', async () => {
    discord.local.breakage.closeConnections(1);
    expect((await ask()).text).toContain('Ana Dorsey');
  });

  test('a dropped socket: what happens meanwhile is answered after the resume', async () => {
    discord.local.gateway.drop();
    expect((await ask()).text).toContain('Ana Dorsey');
  });
});

test('a button of an older version gets a kind sentence', async () => {
  const said = await ask();
  const stored = discord.local.world.messages.get(said.message.id);
  if (stored === undefined) throw new Error('the message is gone');
  stored.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: 'gone:x' }] }];
  expect(reply(await discord.person('mia').press(said.message.id, 'Old')).text).toContain('an older version of me');
});

test('a command that the bot no longer has gets the same sentence', async () => {
  const [lantern] = discord.local.world.commands;
  lantern?.options?.push({ type: 1, name: 'gone', description: 'x' } as never);
  const said = reply(await discord.person('mia').slash(discord.channel('film-club'), 'lantern gone'));
  expect(said.text).toContain('an older version of me');
});

test('a hidden card that nobody remembers asks to ask again', async () => {
  const said = await ask();
  const stored = discord.local.world.messages.get(said.message.id);
  if (stored === undefined) throw new Error('the message is gone');
  stored.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'Show', custom_id: 'ask:show' }] }];
  expect(reply(await discord.person('mia').press(said.message.id, 'Show')).text).toContain('Ask me once more');
});

test('where the bot may not write, it stays silent and lives on', async () => {
  const channel = discord.local.channel('seen-it');
  channel.botMaySend = false;
  const mia = discord.person('mia');
  mia.say(channel.id, `<@${discord.local.world.bot.id}> who plays Mirela?`);
  expect((await ask()).text).toContain('Ana Dorsey');
  expect(mia.seen(channel.id)).toHaveLength(1);
  channel.botMaySend = true;
});

test('a film pack that breaks costs one calm sentence with an id, and nothing of the error', async () => {
  const local = await createLocalDiscord();
  const broken = {
    shelf: [{ id: 'lantern', title: 'The Lantern', year: 1987, languages: ['en'] as const }],
    open: () => Promise.reject(new Error('secret detail')),
  };
  const connection = { token: local.token, apiUrl: `${local.url}/api`, shards: undefined, shardCount: undefined };
  const store = await openStore('sqlite::memory:');
  const bot = await startBot({
    library: broken,
    store,
    commands,
    connection,
    keepUnanswered: false,
    log: createLog('silent'),
  });
  const said = reply(await local.person('mia').slash(local.channel('film-club').id, 'lantern about'));
  expect(said.text).toMatch(
    /^Something went wrong on my side\. If it happens again, mention `[0-9a-f]{6}` to whoever looks after me\.$/,
  );
  await bot.close();
  await store.close();
  await local.close();
});
