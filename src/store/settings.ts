import type { Database } from './database.ts';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** What servers have chosen. What it means is not the store's business: it keeps the JSON. */
export function createSettingsStore({ run, transaction }: Database) {
  return {
    find: (guild: string): Promise<unknown> =>
      run(async db => {
        const row = await db.selectFrom('settings').select('data').where('guild', '=', guild).executeTakeFirst();
        return row === undefined ? undefined : JSON.parse(row.data);
      }),
    /** Changes what is there now; of two changes at once, none is lost. */
    change: <T>(guild: string, decide: (now: unknown) => T): Promise<T> =>
      transaction(async tx => {
        // Writing first takes the row's lock, in both databases.
        const row = await tx
          .insertInto('settings')
          .values({ guild, data: '{}' })
          .onConflict(conflict => conflict.column('guild').doUpdateSet({ guild }))
          .returning('data')
          .executeTakeFirstOrThrow();
        const next = decide(JSON.parse(row.data));
        await tx
          .updateTable('settings')
          .set({ data: JSON.stringify(next) })
          .where('guild', '=', guild)
          .execute();
        return next;
      }),
  };
}
