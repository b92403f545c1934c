import { parseArgs } from 'node:util';
import { benchQuiz } from './bench/quiz.ts';

/** `npm run bench -- quiz`: what a whole evening of quizzes costs; `--json` for machines. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
await benchQuiz(values.json);
