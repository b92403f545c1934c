import { Events, GatewayIntentBits, type Interaction, type Message } from 'discord.js';
import { describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { until } from '../../src/local/people.ts';
import type { LocalDiscord } from '../../src/local/server.ts';
import { clientFor, once, openLocal, ready, readyWithCommands } from './client.ts';

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

interface Packet {
  readonly op: number;
  readonly t: string | null;
  readonly d: unknown;
}

/** A connection without discord.js, for what discord.js would never say. */
async function connect(local: LocalDiscord, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${local.url.replace('http', 'ws')}/gateway`, { headers });
  const closed = new Promise<number>(resolve => {
    socket.on('close', resolve);
    socket.on('error', () => resolve(-1));
  });
  const packets: Packet[] = [];
  socket.on('message', raw => packets.push(JSON.parse(raw.toString())));
  const opened = new Promise<void>(resolve => socket.on('open', resolve));
  await Promise.race([opened, closed]);
  return {
    closed,
    say: (packet: unknown) => socket.send(typeof packet === 'string' ? packet : JSON.stringify(packet)),
    heard: (fits: (packet: Packet) => boolean) => until(() => packets.find(fits)),
    leave: (code: number) => socket.close(code),
  };
}

describe('a bot that identifies', () => {
  test('becomes ready as the application’s bot', async () => {
    const local = await openLocal();
    const client = await ready(local);
    expect(client.user.id).toBe(local.world.bot.id);
  });

  test('hears of the server and its channels only with the Guilds intent', async () => {
    const local = await openLocal();
    const knowing = await ready(local, { intents: [Guilds] });
    const ignorant = await ready(local);
    expect(knowing.guilds.cache.first()?.channels.cache.map(({ name }) => name)).toEqual(['film-club', 'seen-it']);
    expect(ignorant.channels.cache.size).toBe(0);
  });

  test('is sent away with a wrong token', async () => {
    const local = await openLocal();
    await expect(clientFor(local).login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
  });

  const identify = (more: object) => ({ op: 2, d: { token: 'local-token', intents: 0, properties: {}, ...more } });
  const refused: [string, object | string, number][] = [
    ['a wrong token', identify({ token: 'wrong' }), 4004],
    ['no token', { op: 2, d: {} }, 4004],
    ['a shard that cannot be', identify({ shard: [2, 1] }), 4010],
    ['fewer shards than servers need', identify({ shard: [0, 1] }), 4011],
    ['an intent that does not exist', identify({ shard: [0, 3], intents: 2 ** 30 }), 4013],
    ['a privileged intent', identify({ shard: [0, 3], intents: MessageContent }), 4014],
    ['something that is no JSON', 'hello', 4002],
    ['an unknown opcode', { op: 99 }, 4001],
  ];
  test.each(refused)('is closed for %s', async (_, packet, code) => {
    const local = await openLocal({ guilds: 3, guildsPerShard: 1 });
    const { say, closed } = await connect(local);
    say(packet);
    expect(await closed).toBe(code);
  });

  test('may have a privileged intent that the portal allows', async () => {
    const local = await openLocal({ allowedIntents: MessageContent });
    expect((await ready(local, { intents: [GuildMessages, MessageContent] })).isReady()).toBe(true);
  });
});

test('a web page cannot reach the gateway', async () => {
  const local = await openLocal();
  expect(await (await connect(local, { origin: 'https://example.com' })).closed).toBe(-1);
});

describe('several shards', () => {
  test('as many are recommended as the servers need, and each hears of its own servers', async () => {
    const local = await openLocal({ guilds: 3, guildsPerShard: 1 });
    const client = await ready(local, { shards: 'auto', intents: [Guilds, GuildMessages, DirectMessages] });
    expect(client.ws.shards.size).toBe(3);
    expect(client.guilds.cache.map(({ shardId }) => shardId).sort()).toEqual([0, 1, 2]);
  });

  test('a message goes to the shard of its server, a private one to the first', async () => {
    const local = await openLocal({ guilds: 2, guildsPerShard: 1 });
    const shards = await Promise.all(
      [0, 1].map(shard =>
        ready(local, { shards: [shard], shardCount: 2, intents: [Guilds, GuildMessages, DirectMessages] }),
      ),
    );
    const heard: [number, string][] = [];
    for (const [shard, client] of shards.entries())
      client.on(Events.MessageCreate, ({ channelId }) => heard.push([shard, channelId]));
    const mia = local.person('mia');
    const all = Promise.all(shards.map(client => once(client, Events.MessageCreate)));
    const places = [local.channel('film-club').id, local.channel('film-club-2').id];
    for (const place of places) mia.say(place, `<@${local.world.bot.id}>`);
    await all;
    const first = shards[0];
    if (first === undefined) throw new Error('no first shard');
    const privately = once<Message>(first, Events.MessageCreate, message => message.guildId === null);
    mia.say(mia.privateChat().id, 'hello');
    await privately;
    expect(heard.map(([, channel]) => channel).sort()).toEqual([...places, mia.privateChat().id].sort());
    expect(new Set(heard.filter(([, channel]) => places.includes(channel)).map(([shard]) => shard)).size).toBe(2);
    expect(heard.find(([, channel]) => channel === mia.privateChat().id)?.[0]).toBe(0);
  });
});

describe('a bot whose connection ends', () => {
  const endings: [string, (local: LocalDiscord) => void][] = [
    ['without a word', local => local.gateway.drop()],
    ['by a request to reconnect', local => local.gateway.reconnect()],
  ];
  test.each(endings)('%s resumes, and what happened meanwhile is replayed and can be answered', async (_, end) => {
    const { local, client, mia, club } = await readyWithCommands();
    client.on(Events.InteractionCreate, interaction => {
      if (interaction.isChatInputCommand()) void interaction.reply('here');
    });
    const resumed = once(client, Events.ShardResume);
    end(local);
    const outcome = await mia.slash(club, 'film ask', { question: 'who?' });
    await resumed;
    expect(outcome.message?.content).toBe('here');
  });

  test('whose session was invalidated hears it, and cannot resume', async () => {
    const local = await openLocal();
    const { say, heard } = await connect(local);
    say({ op: 2, d: { token: local.token, intents: 0 } });
    const { session_id } = (await heard(({ t }) => t === 'READY')).d as { session_id: string };
    local.gateway.invalidate();
    await heard(({ op }) => op === 9);
    const again = await connect(local);
    again.say({ op: 6, d: { token: local.token, session_id, seq: 1 } });
    expect((await again.heard(({ op }) => op === 9)).d).toBe(false);
  });

  test('after a goodbye has no session left to resume', async () => {
    const local = await openLocal();
    const { say, heard, leave, closed } = await connect(local);
    say({ op: 2, d: { token: local.token, intents: 0 } });
    const { session_id } = (await heard(({ t }) => t === 'READY')).d as { session_id: string };
    leave(1000);
    await closed;
    await until(() => (local.gateway.isListening() ? undefined : true));
    const again = await connect(local);
    again.say({ op: 6, d: { token: local.token, session_id, seq: 1 } });
    await again.heard(({ op }) => op === 9);
  });

  test('for good hears the code', async () => {
    const { local, client } = await readyWithCommands();
    const lost = once<{ code: number }>(client, Events.ShardDisconnect);
    local.gateway.end(4004);
    expect((await lost).code).toBe(4004);
  });
});

describe('without the Message Content intent, a bot', () => {
  async function heard(say: (world: Awaited<ReturnType<typeof readyWithCommands>>) => void | Promise<void>) {
    const world = await readyWithCommands();
    const message = once<Message>(world.client, Events.MessageCreate, ({ author }) => !author.bot);
    await say(world);
    return message;
  }

  test('does not read what people say to each other', async () => {
    const message = await heard(({ mia, club }) => void mia.say(club, 'a secret'));
    expect(message.content).toBe('');
  });

  test('reads what mentions it', async () => {
    const message = await heard(({ local, mia, club }) => void mia.say(club, `<@${local.world.bot.id}> hello`));
    expect(message.content).toMatch(/hello$/);
  });

  test('reads private messages', async () => {
    const message = await heard(({ mia }) => void mia.say(mia.privateChat().id, 'hello'));
    expect(message.content).toBe('hello');
  });

  test('reads replies to its ordinary messages, with the message they reply to', async () => {
    const message = await heard(async ({ client, mia, club }) => {
      const own = (await client.rest.post(`/channels/${club}/messages`, {
        body: { content: 'mine', allowed_mentions: { parse: [] } },
      })) as { id: string };
      mia.say(club, 'and then?', own.id);
    });
    expect(message.content).toBe('and then?');
    expect(message.mentions.repliedUser?.bot).toBe(true);
  });

  test('does not read replies to the answer of a command', async () => {
    const message = await heard(async ({ client, mia, club }) => {
      client.once(Events.InteractionCreate, (interaction: Interaction) => {
        if (interaction.isRepliable()) void interaction.reply('an answer');
      });
      const { message } = await mia.slash(club, 'film ask', { question: 'who?' });
      mia.say(club, 'and then?', message?.id);
    });
    expect(message.content).toBe('');
  });
});

test('with the Message Content intent a bot reads everything', async () => {
  const local = await openLocal({ allowedIntents: MessageContent });
  const client = await ready(local, { intents: [GuildMessages, MessageContent] });
  const message = once<Message>(client, Events.MessageCreate);
  local.person('mia').say(local.channel('film-club').id, 'a secret');
  expect((await message).content).toBe('a secret');
});
