import { setTimeout as sleep } from 'node:timers/promises';
import { buttonsOf, textOf } from '../../src/local/people.ts';
import type { LocalDiscord } from '../../src/local/server.ts';
import type { StoredMessage } from '../../src/local/world.ts';

/** A guess that a player was told counts. */
export interface Receipt {
  readonly message: string;
  readonly player: string;
  readonly choice: number;
}

export interface Crowd {
  readonly receipts: readonly Receipt[];
  /** Quizzes that somebody was told have begun. */
  readonly begun: () => number;
  /** No new quizzes from now on; ends when all that run are over. */
  finish(): Promise<void>;
}

export interface CrowdOptions {
  /** Where they play, and who plays there; the first one starts the quizzes. */
  readonly rooms: readonly { readonly id: string; readonly players: readonly string[] }[];
  readonly film: string;
  readonly random: () => number;
}

/** Many players in many rooms who start quizzes and press buttons, and press again where nobody answers. */
export function createCrowd(local: LocalDiscord, { rooms, film, random }: CrowdOptions): Crowd {
  const receipts: Receipt[] = [];
  const tried = new Set<string>();
  let begun = 0;
  let isOver = false;

  const posted = (room: string): StoredMessage[] =>
    [...local.world.messages.values()].filter(
      ({ channelId, authorId, interaction }) =>
        channelId === room && authorId === local.world.bot.id && interaction === undefined,
    );
  const isOpen = (message: StoredMessage) => buttonsOf(message).includes('A');
  const isEnd = (message: StoredMessage) => buttonsOf(message).includes('Play again');

  async function guess(message: StoredMessage, name: string): Promise<void> {
    const person = local.person(name);
    await sleep(random() * 1500);
    for (let attempt = 0; attempt < 20; attempt++) {
      if (!isOpen(local.world.messages.get(message.id) ?? message)) return;
      const letter = 'ABCD'[Math.floor(random() * 4)] ?? 'A';
      const outcome = await person.press(message.id, letter).catch(() => undefined);
      const said = outcome?.message === undefined ? '' : textOf(outcome.message);
      const counted = /(?:You said|Your guess stands:) \*\*([A-D])\*\*/.exec(said)?.[1];
      if (counted !== undefined) {
        receipts.push({ message: message.id, player: person.person.id, choice: 'ABCD'.indexOf(counted) });
        return;
      }
      if (said.startsWith('Too late')) return;
      await sleep(100 + random() * 300);
    }
  }

  async function tendRoom({ id: room, players }: CrowdOptions['rooms'][number]): Promise<void> {
    let starting = 0;
    for (let ended = 0; ; ) {
      const messages = posted(room);
      ended = messages.filter(isEnd).length;
      const isRunning = starting > ended;
      if (isOver && !isRunning) return;
      if (!isRunning) {
        const starter = local.person(players[0] ?? '');
        const outcome = await starter
          .slash(room, `${film} quiz`, { rounds: 3, seconds: 10, spoilers: true })
          .catch(() => undefined);
        const said = outcome?.message === undefined ? '' : textOf(outcome.message);
        // Where the process died before it could say so, a quiz may run all the same.
        if (said.includes('A quiz about') || said.includes('already')) {
          starting = ended + 1;
          begun++;
        }
      }
      for (const message of messages.filter(isOpen)) {
        for (const name of players) {
          const key = `${message.id} ${name}`;
          if (tried.has(key)) continue;
          tried.add(key);
          void guess(message, name);
        }
      }
      await sleep(60);
    }
  }

  const tending = Promise.all(rooms.map(tendRoom));
  return {
    receipts,
    begun: () => begun,
    async finish() {
      isOver = true;
      await tending;
    },
  };
}
