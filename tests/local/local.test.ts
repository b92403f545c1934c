import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Message,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { textOf, until } from '../../src/local/people.ts';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server.ts';
import { connectClient, next } from '../support/client.ts';

const parse = { parse: [] as const };
let local: LocalDiscord;
let client: Client<true>;
let now = Date.UTC(2026, 0, 1);
const club = () => local.channel('film-club').id;
const post = (body: object) =>
  client.rest.post(Routes.channelMessages(club()), { body: { allowed_mentions: parse, ...body } }) as Promise<{
    id: string;
  }>;
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => 0,
    (error: unknown) => (error instanceof DiscordAPIError ? error.code : error),
  );

beforeAll(async () => {
  local = await createLocalDiscord({ clock: () => now, acknowledgeWithin: 150, messageLimit: 1000 });
  client = await connectClient(local);
  const command = {
    name: 'test',
    description: 'x',
    options: [
      { type: 3, name: 'text', description: 'x', required: true, max_length: 5 },
      { type: 4, name: 'count', description: 'x', min_value: 1, max_value: 3 },
    ],
  };
  await client.rest.put(Routes.applicationCommands(client.application.id), { body: [command] });
});
afterAll(async () => {
  await client.destroy();
  await local.close();
});
afterEach(() => client.removeAllListeners(Events.InteractionCreate));

/** What the bot does with the next interaction. */
function onInteraction<T>(handle: (interaction: T) => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) =>
    client.once(Events.InteractionCreate, interaction => void handle(interaction as T).then(resolve, reject)),
  );
}
const slash = (text = 'hi') => local.person('mia').slash(club(), 'test', { text });

describe('an interaction', () => {
  test('is answered once; a second answer is 40060', async () => {
    const second = onInteraction<ChatInputCommandInteraction>(async interaction => {
      await interaction.reply({ content: 'one' });
      return codeOf(
        client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body: { type: 4, data: { content: 'two', allowed_mentions: parse } },
          auth: false,
        }),
      );
    });
    const outcome = await slash();
    expect(outcome).toMatchObject({ kind: 'message', message: { content: 'one' } });
    expect(await second).toBe(40060);
  });

  test('that nobody answers in time has failed, and a late answer is 10062', async () => {
    const late = onInteraction<ChatInputCommandInteraction>(async interaction => {
      await until(() => (local.traffic.length > 0 && performance.now() - started > 200 ? true : undefined));
      return codeOf(interaction.reply('too late'));
    });
    const started = performance.now();
    expect((await slash()).kind).toBe('failed');
    expect(await late).toBe(10062);
  });

  test('may be deferred and answered later, until its token dies after 15 minutes', async () => {
    const edited = onInteraction<ChatInputCommandInteraction>(async interaction => {
      await interaction.deferReply();
      const first = await interaction.editReply('later');
      now += 15 * 60_000 + 1;
      return [first.content, await codeOf(interaction.editReply('much later'))];
    });
    expect((await slash()).kind).toBe('deferred');
    expect(await edited).toEqual(['later', 50027]);
  });

  test('answered ephemerally is seen by its person alone', async () => {
    void onInteraction<ChatInputCommandInteraction>(interaction =>
      interaction.reply({ content: 'secret', flags: MessageFlags.Ephemeral }),
    );
    await slash();
    const reads = (name: string) =>
      local
        .person(name)
        .seen(club())
        .some(({ content }) => content === 'secret');
    expect([reads('mia'), reads('budi')]).toEqual([true, false]);
  });

  test.each([
    ['an unregistered command', () => local.person('mia').slash(club(), 'nothing')],
    ['a missing required option', () => local.person('mia').slash(club(), 'test', {})],
    ['an unknown option', () => local.person('mia').slash(club(), 'test', { text: 'a', other: 'b' })],
    ['a text that is too long', () => local.person('mia').slash(club(), 'test', { text: 'abcdef' })],
    ['a number out of range', () => local.person('mia').slash(club(), 'test', { text: 'a', count: 4 })],
  ])('%s cannot be sent', async (_, send) => {
    await expect((async () => send())()).rejects.toThrow();
  });

  test('a disabled button cannot be pressed', async () => {
    const button = { type: 2, style: 2, label: 'No', custom_id: 'no', disabled: true };
    const { id } = await post({ content: 'x', components: [{ type: 1, components: [button] }] });
    expect(() => local.person('mia').press(id, 'no')).toThrow('disabled');
  });

  test('a pressed button edits its message in place', async () => {
    const { id } = await post({
      content: 'before',
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Go', custom_id: 'go' }] }],
    });
    void onInteraction<ButtonInteraction>(interaction =>
      interaction.update({ content: `pressed ${interaction.customId}`, components: [] }),
    );
    const outcome = await local.person('budi').press(id, 'Go');
    expect(outcome).toMatchObject({ kind: 'update', message: { id, content: 'pressed go' } });
  });
});

describe('messages', () => {
  test('the same nonce gives the first message again', async () => {
    const body = { content: 'once', nonce: '42', enforce_nonce: true };
    const [first, second] = [await post(body), await post(body)];
    expect(second.id).toBe(first.id);
  });

  test.each([
    ['content beyond 2,000 characters', { content: 'x'.repeat(2001) }],
    [
      'two equal custom ids',
      {
        content: 'x',
        components: [1, 2].map(() => ({
          type: 1,
          components: [{ type: 2, style: 2, label: 'a', custom_id: 'same' }],
        })),
      },
    ],
    [
      'six buttons in a row',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: Array.from({ length: 6 }, (_, i) => ({ type: 2, style: 2, label: 'a', custom_id: `${i}` })),
          },
        ],
      },
    ],
    ['content beside Components V2', { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'y' }] }],
    [
      'more than 40 components',
      { flags: 1 << 15, components: Array.from({ length: 41 }, () => ({ type: 10, content: 'y' })) },
    ],
    [
      'more than 4,000 characters of text',
      { flags: 1 << 15, components: [1, 2].map(() => ({ type: 10, content: 'y'.repeat(2001) })) },
    ],
    ['a container without the flag', { components: [{ type: 17, components: [{ type: 10, content: 'y' }] }] }],
    ['embeds beyond 6,000 characters', { embeds: [1, 2].map(() => ({ description: 'y'.repeat(3001) })) }],
  ])('%s is 50035 and a violation', async (_, body) => {
    const before = local.violations.length;
    expect(await codeOf(post(body))).toBe(50035);
    expect(local.violations.length).toBeGreaterThan(before);
  });

  test('without an empty parse they are sent, and a violation is noted', async () => {
    const before = local.violations.length;
    await post({ content: 'hello', allowed_mentions: undefined });
    expect(local.violations.slice(before)).toMatchObject([{ at: 'allowed_mentions' }]);
  });

  test('to a channel that is gone are 10003, to one where the bot may not write 50013', async () => {
    local.channel('seen-it').botMaySend = false;
    const to = (id: string) =>
      codeOf(client.rest.post(Routes.channelMessages(id), { body: { content: 'x', allowed_mentions: parse } }));
    expect(await to(local.channel('seen-it').id)).toBe(50013);
    local.deleteChannel(local.channel('seen-it').id);
    expect(await to('100000000000000000')).toBe(10003);
  });

  test('a route that nobody serves is a loud 404', async () => {
    const before = local.violations.length;
    await client.rest.get('/guilds/123456789012345678/roles').catch(() => undefined);
    expect(local.violations.slice(before)).toMatchObject([{ at: 'route' }]);
  });
});

describe('what a bot may read without Message Content', () => {
  const hear = () => next<Message>(client, Events.MessageCreate);

  test.each([
    ['nothing of a message that does not mention it', () => local.person('mia').say(club(), 'hello'), ''],
    ['a message that mentions it', () => local.person('mia').say(club(), `<@${client.user.id}> hello`), 'hello'],
    ['a private message', () => local.person('mia').say(local.person('mia').privateChat().id, 'hello'), 'hello'],
  ])('%s', async (_, say, expected) => {
    const heard = hear();
    say();
    expect((await heard).content.replace(/<@\d+> /, '')).toBe(expected);
  });

  test('a reply to its ordinary message, and not one to its answer to a command', async () => {
    const own = hear();
    const { id } = await post({ content: 'ordinary' });
    await own;
    const ordinary = hear();
    local.person('mia').say(club(), 'to ordinary', id);
    expect((await ordinary).content).toBe('to ordinary');
    const answered = hear();
    void onInteraction<ChatInputCommandInteraction>(interaction => interaction.reply('an answer'));
    const outcome = await slash();
    await answered;
    const command = hear();
    local.person('mia').say(club(), 'to an answer', outcome.message?.id);
    expect((await command).content).toBe('');
  });
});

describe('the gateway', () => {
  test('resumes after a dropped socket and replays what happened meanwhile', async () => {
    const heard = next<Message>(client, Events.MessageCreate);
    local.gateway.drop();
    local.person('mia').say(club(), `<@${client.user.id}> meanwhile`);
    expect((await heard).content).toContain('meanwhile');
  });

  test('refuses a wrong token and a privileged intent', async () => {
    await expect(connectClient(local, [GatewayIntentBits.Guilds], 'wrong')).rejects.toThrow(/invalid token/i);
    await expect(connectClient(local, [GatewayIntentBits.MessageContent])).rejects.toThrow(/disallowed intents/i);
  });
});

test('a full bucket is 429 with a wait, and discord.js waits', async () => {
  const strict = await createLocalDiscord({ messageLimit: 2 });
  const other = await connectClient(strict);
  strict.breakage.fail(429, 1, 0.05);
  const message = await other.rest.post(Routes.channelMessages(strict.channel('film-club').id), {
    body: { content: 'x', allowed_mentions: parse },
  });
  expect(message).toMatchObject({ content: 'x' });
  expect(strict.traffic.filter(entry => entry.kind === 'rest' && entry.status === 429)).toHaveLength(1);
  await other.destroy();
  await strict.close();
});

test('the texts of a message are its content and what its components say', () => {
  expect(textOf({ content: 'a', components: [{ type: 17, components: [{ type: 10, content: 'b' }] }] })).toBe(
    'a\nb',
  );
});
