import { createHash } from 'node:crypto';

/** Discord's ids: the milliseconds since 2015 in the upper bits, a count in the lower 22. */
const epoch = 1_420_070_400_000;

export type Clock = () => number;

/** Ids that rise with the clock, also within one millisecond. */
export function createSnowflakes(clock: Clock): () => string {
  let count = 0n;
  return () => {
    count = (count + 1n) & 0x3f_ffffn;
    return ((BigInt(clock() - epoch) << 22n) | count).toString();
  };
}

/** Ids that are kept lie within 2023, before any that is made while something happens. */
const founded = BigInt(Date.UTC(2023, 0) - epoch) << 22n;
const year = BigInt(365 * 24 * 60 * 60_000) << 22n;

/** The id of what is called so: the same one at every start. */
export function idOf(name: string): string {
  const hash = BigInt(`0x${createHash('sha256').update(name).digest('hex')}`);
  return (founded + (hash % year)).toString();
}

/** When an id was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + epoch;
}
