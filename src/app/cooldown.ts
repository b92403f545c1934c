import { LRUCache } from 'lru-cache';
import { cooldowns, type Settings } from './settings.ts';

export type Cooldown = ReturnType<typeof createCooldown>;

/**
 * Keeps one person from asking too often in one server. Times are kept in memory, for the latest few thousand people.
 * Answers nothing where the question may be asked, else when the next one may; `isFirst` the first time that is said.
 */
export function createCooldown(now: () => number) {
  const asked = new LRUCache<string, { times: number[]; isTold: boolean }>({ max: 5_000 });
  return (
    guild: string,
    person: string,
    choice: Settings['cooldown'],
  ): { readonly until: number; readonly isFirst: boolean } | undefined => {
    const limit = cooldowns[choice];
    if (limit === undefined) return undefined;
    const key = `${guild} ${person}`;
    const since = now() - limit.seconds * 1000;
    const before = asked.get(key);
    const times = (before?.times ?? []).filter(time => time > since);
    if (times.length < limit.questions) {
      asked.set(key, { times: [...times, now()], isTold: false });
      return undefined;
    }
    asked.set(key, { times, isTold: true });
    const [oldest = now()] = times;
    return { until: oldest + limit.seconds * 1000, isFirst: before?.isTold !== true };
  };
}
