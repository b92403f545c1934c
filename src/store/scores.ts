import type { FilmId } from '../films/film.ts';
import type { Instant, PlayerId } from '../quiz/quiz.ts';
import type { Database } from './database.ts';

export interface Score {
  readonly player: PlayerId;
  /** Players with the same points share a place. */
  readonly place: number;
  readonly points: number;
  readonly right: number;
  readonly guesses: number;
}

export interface ScoreFilter {
  readonly film: FilmId;
  /** A server; without one, everything of one player counts. */
  readonly guild: string | undefined;
  /** Only guesses from then on. */
  readonly since: Instant;
}

export type ScoreStore = ReturnType<typeof createScoreStore>;

/** Scores, worked out from the guesses of closed rounds each time they are asked for: no counter can drift. */
export function createScoreStore({ run }: Database) {
  /** Everybody's score, best first. */
  async function board({ film, guild, since }: ScoreFilter, player?: PlayerId): Promise<Score[]> {
    const rows = await run(db => {
      let query = db
        .selectFrom('guesses')
        .innerJoin('quizzes', 'quizzes.id', 'guesses.quiz')
        .where('quizzes.film', '=', film)
        .where('guesses.points', 'is not', null)
        .where('guesses.at', '>=', since);
      if (guild !== undefined) query = query.where('quizzes.guild', '=', guild);
      if (player !== undefined) query = query.where('guesses.player', '=', player);
      return query
        .select(eb => [
          'guesses.player',
          eb.fn.sum<number>('guesses.points').as('points'),
          eb.fn.sum<number>('guesses.is_right').as('right'),
          eb.fn.countAll<number>().as('guesses'),
        ])
        .groupBy('guesses.player')
        .orderBy('points', 'desc')
        .orderBy('guesses.player')
        .execute();
    });
    const places = new Map<number, number>();
    for (const [at, { points }] of rows.entries()) if (!places.has(points)) places.set(points, at + 1);
    return rows.map(row => ({ ...row, place: places.get(row.points) ?? 1 }));
  }

  return {
    board: (filter: ScoreFilter): Promise<Score[]> => board(filter),
    /** One player's own record, in every server and private chat. */
    record: async (film: FilmId, player: PlayerId, since: Instant): Promise<Score | undefined> =>
      (await board({ film, guild: undefined, since }, player))[0],
  };
}
