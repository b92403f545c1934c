import type { Command } from '../src/bot/command.ts';
import about from './about.ts';
import ask from './ask.ts';
import cast from './cast.ts';
import credits from './credits.ts';
import plot from './plot.ts';
import privacy from './privacy.ts';
import progress from './progress.ts';
import quiz from './quiz.ts';
import reception from './reception.ts';
import scores from './scores.ts';
import settings from './settings.ts';
import stop from './stop.ts';

/** Everything a person can type after a film's name, in the order of Discord's list. */
export const commands: readonly Command[] = [
  ask,
  credits,
  quiz,
  stop,
  scores,
  cast,
  reception,
  plot,
  progress,
  privacy,
  settings,
  about,
];
