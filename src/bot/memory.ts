import { LRUCache } from 'lru-cache';
import type { Kept } from '../views/message.ts';

/**
 * What lies behind hidden cards and questions that wait for their film. Kept by the event that the message answers,
 * which is known before the message is sent and which Discord names again when its button is pressed. In memory
 * only, the latest ones; somebody who presses an older button is asked to ask again.
 */
export function createMemory() {
  const events = new LRUCache<string, Kept>({ max: 10_000 });
  return {
    keep: (eventId: string, kept: Kept) => void events.set(eventId, kept),
    find: (eventId: string): Kept | undefined => events.get(eventId),
  };
}
