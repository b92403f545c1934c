import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { languages } from '../text/language.ts';

/** How often one person may ask in a server: so many questions in so many seconds. */
export const cooldowns = {
  '5/30': { questions: 5, seconds: 30 },
  '3/60': { questions: 3, seconds: 60 },
  '1/30': { questions: 1, seconds: 30 },
  off: undefined,
} as const;

const choices = z.object({
  /** The language of answers and of all else that a room reads; without one, the question's or the asker's. */
  language: z.enum(languages).optional().catch(undefined),
  /** `open`: everybody in this server has seen the film. */
  spoilers: z.enum(['careful', 'open']).catch('careful'),
  /** Channels where mentions are answered; none named means all. */
  mentionChannels: z.array(z.string()).catch([]),
  quizChannels: z.array(z.string()).catch([]),
  /** The film that questions are about where they do not say. */
  film: z.string().optional().catch(undefined),
  cooldown: z.enum(['5/30', '3/60', '1/30', 'off']).catch('5/30'),
});

/** What a server has chosen; what is stored and no longer understood counts as not chosen. */
export type Settings = z.output<typeof choices>;

export const defaults: Settings = choices.parse({});

export type ServerSettings = ReturnType<typeof createSettings>;

export function createSettings({ settings }: Pick<Store, 'settings'>) {
  return {
    /** A private chat has the defaults. */
    of: async (guild: string | undefined): Promise<Settings> =>
      guild === undefined ? defaults : choices.parse((await settings.find(guild)) ?? {}),
    change: (guild: string, change: Partial<Settings>): Promise<Settings> =>
      settings.change(guild, now => choices.parse({ ...(now as object), ...change })),
  };
}
