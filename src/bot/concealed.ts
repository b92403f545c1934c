import { LRUCache } from 'lru-cache';
import type { Concealed } from '../views/message.ts';

/**
 * What lies behind the hidden cards: the card itself must not tell. Kept by the event that the card answers, which
 * is known before the card is sent and which Discord names again when its button is pressed. In memory, the latest
 * ones; somebody who presses an older one is asked to ask again.
 */
export function createConcealedCards() {
  const cards = new LRUCache<string, Concealed>({ max: 10_000 });
  return {
    keep: (eventId: string, concealed: Concealed) => void cards.set(eventId, concealed),
    find: (eventId: string): Concealed | undefined => cards.get(eventId),
  };
}
