import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import { createLocalDiscord, type LocalDiscord, type LocalOptions } from '../../src/local/server.ts';

const { GuildMessages, DirectMessages } = GatewayIntentBits;

/** A stand-in of this test's own, closed after it. */
export async function openLocal(options: LocalOptions = {}): Promise<LocalDiscord> {
  const local = await createLocalDiscord(options);
  onTestFinished(() => local.close());
  return local;
}

/** A bare discord.js on the stand-in, closed with the test. It does what the test tells it and nothing else. */
export function clientFor(local: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: `${local.url}/api`, retries: 0 },
    ...options,
  });
  client.on(Events.Error, () => undefined);
  onTestFinished(() => client.destroy());
  return client;
}

export async function ready(local: LocalDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = clientFor(local, options);
  const isReady = once<Client<true>>(client, Events.ClientReady);
  await client.login(local.token);
  return isReady;
}

/** The first value of the next event that fits. */
export function once<T>(client: Client, event: string, fits: (value: T) => boolean = () => true): Promise<T> {
  return new Promise(resolve => {
    const hear = (value: T) => {
      if (!fits(value)) return;
      client.off(event, hear as never);
      resolve(value);
    };
    client.on(event, hear as never);
  });
}

export const commands = [
  {
    name: 'film',
    description: 'About a film',
    options: [
      {
        type: 1,
        name: 'ask',
        description: 'Ask',
        options: [
          {
            type: 3,
            name: 'question',
            description: 'A question',
            required: true,
            autocomplete: true,
            max_length: 50,
          },
          { type: 4, name: 'rounds', description: 'How many', min_value: 1, max_value: 20 },
          { type: 3, name: 'level', description: 'How hard', choices: [{ name: 'Easy', value: 'easy' }] },
        ],
      },
    ],
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  },
  { name: 'server', description: 'Only in servers', integration_types: [0], contexts: [0] },
  { name: 'manage', description: 'Only for some', default_member_permissions: '32', contexts: [0] },
  { type: 3, name: 'Ask it', integration_types: [0, 1], contexts: [0, 1, 2] },
];

/** A bot with the commands above, and the place where most tests happen. */
export async function readyWithCommands(options: LocalOptions = {}) {
  const local = await openLocal(options);
  const client = await ready(local);
  await client.rest.put(`/applications/${client.user.id}/commands`, { body: commands });
  return {
    local,
    client,
    mia: local.person('mia'),
    budi: local.person('budi'),
    club: local.channel('film-club').id,
  };
}

/** A call as any program could make it, for what discord.js would not send. */
export async function call(
  local: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: { code?: number; id?: string; [key: string]: unknown }; headers: Headers }> {
  const response = await fetch(`${local.url}/api/v10${path}`, {
    method,
    headers: { authorization: `Bot ${local.token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text), headers: response.headers };
}

export const silent = { allowed_mentions: { parse: [] } };
export const isV2 = 1 << 15;
