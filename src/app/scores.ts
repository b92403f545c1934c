import type { FilmId } from '../films/film.ts';
import type { Instant } from '../quiz/quiz.ts';
import type { Score } from '../store/scores.ts';
import type { Store } from '../store/store.ts';

export const periods = ['week', 'month', 'all'] as const;
export type Period = (typeof periods)[number];

export type Scores = ReturnType<typeof createScores>;

/** Who has how many points, from the stored guesses. */
export function createScores(store: Store, now: () => Instant) {
  return {
    board: (film: FilmId, guild: string, period: Period): Promise<Score[]> =>
      store.scores.board({ film, guild, since: beginning(period, now()) }),
    record: (film: FilmId, player: string, period: Period): Promise<Score | undefined> =>
      store.scores.record(film, player, beginning(period, now())),
  };
}

/** When a period began: weeks on Monday, months on the first, both at midnight UTC. */
export function beginning(period: Period, now: Instant): Instant {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (period) {
    case 'week':
      // Sunday is 0, so Monday lies 6 days before it.
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7));
    case 'month':
      return Date.UTC(year, month, 1);
    case 'all':
      return 0;
  }
}
