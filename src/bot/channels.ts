import { Routes } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import type { Rest } from './rooms.ts';

/** What the bot needs to know of channels, without keeping all of a server's. */
export interface Channels {
  /** A channel that came along with something else. */
  saw(channel: unknown): void;
  /** Whether it is a spoiler channel, where everybody has agreed to be spoiled; not where nobody can tell. */
  hasSpoilers(id: string): Promise<boolean>;
}

/** Channel flag 1<<21; discord-api-types does not name it yet. */
const isSpoilerChannel = 1 << 21;
/** Somebody may change a channel; mentions would not notice. */
const rememberedFor = 10 * 60_000;

export function createChannels(rest: Pick<Rest, 'get'>): Channels {
  const flags = new LRUCache<string, Promise<number>>({ max: 2_000, ttl: rememberedFor });

  async function ask(id: string): Promise<number> {
    const channel = await rest.get(Routes.channel(id));
    return isChannel(channel) ? channel.flags : 0;
  }

  return {
    saw: channel => {
      if (isChannel(channel)) flags.set(channel.id, Promise.resolve(channel.flags));
    },
    async hasSpoilers(id) {
      let known = flags.get(id);
      if (known === undefined) {
        known = ask(id).catch(() => {
          flags.delete(id);
          return 0;
        });
        flags.set(id, known);
      }
      return ((await known) & isSpoilerChannel) !== 0;
    },
  };
}

function isChannel(value: unknown): value is { id: string; flags: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'flags' in value &&
    typeof value.flags === 'number'
  );
}
