import type { Clock } from './snowflake.ts';

/** What Discord says about a rate limit in its headers, and whether this request is one too many. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly resetAfter: number;
  readonly isOver: boolean;
}

/** Five messages in five seconds a channel: about what Discord allows; real numbers vary and are read from headers. */
export const usualLimit = 5;
const windowMs = 5000;
/** Beyond so many buckets, full ones are forgotten: every interaction's token has its own. */
const kept = 1000;

/** Counts requests per route and its main id, as Discord's buckets do. Interaction callbacks have none. */
export function createBuckets(clock: Clock, limit: number) {
  const buckets = new Map<string, { startedAt: number; used: number }>();
  return function take(bucket: string): Allowance {
    const now = clock();
    const known = buckets.get(bucket);
    const current = known !== undefined && now < known.startedAt + windowMs ? known : { startedAt: now, used: 0 };
    buckets.set(bucket, current);
    if (buckets.size > kept)
      for (const [old, { startedAt }] of buckets) if (now >= startedAt + windowMs) buckets.delete(old);
    const resetAfter = (current.startedAt + windowMs - now) / 1000;
    if (current.used >= limit) return { limit, remaining: 0, resetAfter, isOver: true };
    current.used++;
    return { limit, remaining: limit - current.used, resetAfter, isOver: false };
  };
}
