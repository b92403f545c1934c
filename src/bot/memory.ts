import { LRUCache } from 'lru-cache';
import type { Kept, Message } from '../views/message.ts';

type Told = NonNullable<Message['tells']>;

/** So long, in milliseconds, a question may lean on the answer before it. */
const contextLifetime = 10 * 60_000;

/**
 * What lies behind hidden cards and questions that wait for their film. Kept by the event that the message answers,
 * which is known before the message is sent and which Discord names again when its button is pressed. In memory
 * only, the latest ones; somebody who presses an older button is asked to ask again.
 */
export function createMemory() {
  const events = new LRUCache<string, Kept>({ max: 10_000 });
  const told = new LRUCache<string, Told>({ max: 10_000, ttl: contextLifetime });
  return {
    /** What was told last in a private chat (by its id), or by one message of the bot (by its id). */
    tell: (where: string, what: Told) => void told.set(where, what),
    toldIn: (where: string): Told | undefined => told.get(where),
    keep: (eventId: string, kept: Kept) => void events.set(eventId, kept),
    find: (eventId: string): Kept | undefined => events.get(eventId),
  };
}
