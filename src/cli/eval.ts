import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AnswerEngine, createAnswerEngine } from '../answers/engine.ts';
import { createFilmIndex } from '../answers/film-index.ts';
import { saidOf } from '../answers/told.ts';
import { readConfig } from '../config.ts';
import { type Film, localized } from '../films/film.ts';
import { loadConcepts, loadFilm } from '../films/load.ts';
import { percentile } from './bench/percentile.ts';
import { compare } from './compare.ts';
import { type GradedQuestion, grade, offersRight, type Response, type Verdict } from './grade.ts';
import { readQuestions } from './questions.ts';
import { percent, table } from './table.ts';
import { seededBy } from './train/random.ts';
import { misspell } from './train/samples.ts';

/**
 * `npm run eval -- FILE...`: how many questions are answered right, refused rightly, answered wrongly. `--compare`
 * grades search libraries on the same facts beside us. `--misspell` asks each plain question five times more with one or
 * two slips of the fingers, always the same ones.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    film: { type: 'string', default: 'amour' },
    wrong: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    misspell: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  console.error('usage: npm run eval -- FILE... [--film amour] [--wrong] [--misspell] [--compare]');
  process.exit(1);
}

/** One draw of 200 questions is by chance two points better or worse than another. */
const misspellings = 5;

const header = ['', 'questions', 'handled', 'right', 'refused', 'wrong', 'missed', 'offered'];

interface Graded {
  readonly question: GradedQuestion;
  readonly response: Response;
  readonly verdict: Verdict;
  readonly ms: number;
}

const { filmsDir } = readConfig(process.env);
const film = await loadFilm(join(filmsDir, values.film));
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts(filmsDir)));
const written = (await Promise.all(positionals.map(readQuestions))).flat();
const questions = values.misspell ? [...written, ...misspelt(written)] : written;
// The first answers are slow, because nothing is compiled yet.
for (const { question } of questions.slice(0, 50)) engine.answer(question);
const graded = questions.map(question => gradeOne(film, engine, question));
console.log(table([header, ...groups(graded).map(([name, list]) => row(name, list))]));
const times = graded.map(({ ms }) => ms);
console.log(`\np50 ${percentile(times, 50).toFixed(2)} ms, p99 ${percentile(times, 99).toFixed(2)} ms an answer`);
reportLikeness(film, questions);
if (values.compare) {
  const verdicts = graded.map(({ verdict }) => verdict);
  console.log(
    `\n${await compare(film, questions, { name: 'Amour', verdicts, times: graded.map(({ ms }) => ms) })}`,
  );
}
if (values.wrong) for (const one of graded) if (one.verdict !== 'right') console.log(describe(one));

function misspelt(questions: readonly GradedQuestion[]): GradedQuestion[] {
  const draws = Array.from({ length: misspellings }, (_, draw) => draw);
  return questions
    .filter(({ style }) => style === 'plain')
    .flatMap(one =>
      draws.map(draw => {
        const question = misspell(one.question, seededBy(`${draw} ${one.question}`));
        return { ...one, style: 'misspelt', question };
      }),
    );
}

function gradeOne(film: Film, engine: AnswerEngine, question: GradedQuestion): Graded {
  const start = performance.now();
  const answer = engine.answer(question.question);
  const ms = performance.now() - start;
  const response: Response = {
    status: answer.kind === 'unsure' ? 'ambiguous' : answer.kind,
    fact: answer.kind === 'answered' ? answer.fact.id : null,
    answer: answer.kind === 'answered' ? saidOf(film, answer) : null,
    candidates: answer.candidates.map(({ fact }) => ({
      fact: fact.id,
      answer: localized(film, fact.answer, answer.language),
    })),
  };
  return { question, response, verdict: grade(question, response), ms };
}

function row(name: string, list: readonly Graded[]): string[] {
  const answerable = list.filter(({ question }) => question.answerable);
  const refusable = list.filter(({ question }) => !question.answerable);
  const count = (of: readonly Graded[], verdict: Verdict) => of.filter(one => one.verdict === verdict).length;
  const missed = answerable.filter(({ verdict }) => verdict === 'missed');
  return [
    name,
    String(list.length),
    percent(count(list, 'right'), list.length),
    percent(count(answerable, 'right'), answerable.length),
    percent(count(refusable, 'right'), refusable.length),
    percent(count(list, 'wrong'), list.length),
    percent(missed.length, answerable.length),
    percent(missed.filter(({ question, response }) => offersRight(question, response)).length, missed.length),
  ];
}

function groups(list: readonly Graded[]): [string, Graded[]][] {
  const by = (of: (question: GradedQuestion) => string) =>
    [...Map.groupBy(list, ({ question }) => of(question))].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ['all', [...list]],
    ...by(({ lang }) => lang),
    ...by(({ style }) => style),
    ...by(({ kind }) => `· ${kind}`),
  ];
}

/** Whether phrasings were written from these questions: how many have at least 0.8 of their words in common with one. */
function reportLikeness(film: Film, questions: readonly GradedQuestion[]): void {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const asked = questions.map(({ question }) => words(question));
  const phrasings = [...film.facts, ...film.unknowns].flatMap(({ questions }) => Object.values(questions).flat());
  const long = phrasings.map(words).filter(({ size }) => size >= 4);
  const alike = long.filter(phrasing => asked.some(other => jaccard(phrasing, other) >= 0.8));
  console.log(
    `${alike.length} of ${long.length} phrasings of four words or more (${percent(alike.length, long.length)}) nearly equal a question of this set`,
  );
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  return shared / (a.size + b.size - shared);
}

function describe({ question, response, verdict }: Graded): string {
  const said = response.answer ?? response.candidates.map(({ fact }) => fact).join(', ');
  return `${verdict}\t${question.id}\t${question.question}\t${response.status}\t${response.fact ?? ''}\t${said}`;
}
