/** What a right answer is worth at least, what speed adds at most, what each further right one in a row adds, and how far that goes. */
export const rule = { right: 100, speed: 50, streak: 10, longestStreak: 5 } as const;

/**
 * The points of a right answer: 100, up to 50 more the sooner it came, and 10 for every right answer in a row before
 * it, up to 50. A wrong answer gets none.
 *
 * `took` and `limit` are milliseconds; a press within the first instant gets all of the speed's points, one at the
 * deadline none. `before` counts the right answers in a row before this one.
 */
export function pointsOf(took: number, limit: number, before: number): number {
  const left = 1 - Math.min(Math.max(took / limit, 0), 1);
  return rule.right + Math.round(rule.speed * left) + rule.streak * Math.min(before, rule.longestStreak);
}
