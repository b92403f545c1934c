import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { LocalDiscord } from '../../src/local/server.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

/** A small bot on the real discord.js, for tests of the stand-in itself. */
export async function connectClient(
  local: LocalDiscord,
  intents = [Guilds, GuildMessages, DirectMessages],
  token = local.token,
): Promise<Client<true>> {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: `${local.url}/api` },
    allowedMentions: { parse: [] },
  });
  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}

/** The next event of a kind. */
export function next<T>(client: Client, event: string): Promise<T> {
  return new Promise(resolve => client.once(event as never, resolve as never));
}
