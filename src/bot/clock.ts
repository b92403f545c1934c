import type { Instant } from '../quiz/quiz.ts';

export type Clock = ReturnType<typeof createClock>;

/**
 * Discord's clock, as well as we know it: the machine's own at first, which only runs forward whatever is done to it
 * meanwhile, and set forward when Discord names something by a later time. One that is ahead makes the countdowns
 * under a quiz's questions wrong, and nothing else: rounds and speed go by Discord's own times.
 */
export function createClock() {
  let offset = Date.now() - performance.now();
  return {
    now: (): Instant => Math.round(performance.now() + offset),
    /** Discord has made something that has this id. */
    heard(id: string): void {
      offset = Math.max(offset, timeOf(id) - performance.now());
    },
  };
}

/** 2015, where Discord's ids begin. */
const epoch = 1_420_070_400_000;

/** When Discord made something, by its id. */
export function timeOf(id: string): Instant {
  return Number(BigInt(id) >> 22n) + epoch;
}
