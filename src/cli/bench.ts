import { parseArgs } from 'node:util';
import { benchAnswers } from './bench/answers.ts';
import { benchQuiz } from './bench/quiz.ts';

/**
 * `npm run bench`: how fast answers are, beside the search libraries and with more films. `npm run bench -- quiz`: what
 * a whole evening of quizzes costs. `--json` for machines.
 */
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
if (positionals[0] === 'quiz') await benchQuiz(values.json);
else await benchAnswers(values.json);
