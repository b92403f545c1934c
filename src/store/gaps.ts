import type { FilmId } from '../films/film.ts';
import type { Database } from './database.ts';

/** What people asked and nobody could answer, and how often. */
export interface Gap {
  readonly words: string;
  readonly times: number;
}

/** No more are kept of a film; a new one takes the place of one of those asked least. */
export const mostGaps = 1_000;

export type GapStore = ReturnType<typeof createGapStore>;

export function createGapStore({ run, transaction }: Database) {
  return {
    count: (film: FilmId, words: string): Promise<void> =>
      transaction(async tx => {
        await tx
          .insertInto('unanswered')
          .values({ film, words, times: 1 })
          .onConflict(conflict =>
            conflict.columns(['film', 'words']).doUpdateSet(eb => ({ times: eb('unanswered.times', '+', 1) })),
          )
          .execute();
        const surplus = await tx
          .selectFrom('unanswered')
          .select('words')
          .where('film', '=', film)
          .where('words', '!=', words)
          .orderBy('times', 'desc')
          .orderBy('words')
          .offset(mostGaps - 1)
          .limit(mostGaps)
          .execute();
        if (surplus.length === 0) return;
        const rest = surplus.map(({ words }) => words);
        await tx.deleteFrom('unanswered').where('film', '=', film).where('words', 'in', rest).execute();
      }),
    /** Most asked first. */
    list: (film: FilmId): Promise<Gap[]> =>
      run(db =>
        db
          .selectFrom('unanswered')
          .select(['words', 'times'])
          .where('film', '=', film)
          .orderBy('times', 'desc')
          .orderBy('words')
          .execute(),
      ),
  };
}
