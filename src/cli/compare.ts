import { type Fact, type Film, localized } from '../films/film.ts';
import { detectLanguage, type Language } from '../text/language.ts';
import { tokens } from '../text/tokens.ts';
import { type Baseline, createBaselines, type Hit } from './baselines.ts';
import { percentile } from './bench/percentile.ts';
import { type GradedQuestion, grade, type Response, type Verdict } from './grade.ts';
import { percent, table } from './table.ts';

/** What one engine made of the questions. */
export interface Column {
  readonly name: string;
  readonly verdicts: readonly Verdict[];
  readonly times: readonly number[];
}

/**
 * Grades search libraries on the same facts. A library does not refuse by itself: each gets the threshold with which
 * it handles most of these very questions, which flatters it.
 */
export async function compare(film: Film, questions: readonly GradedQuestion[], ours: Column): Promise<string> {
  const columns = [ours];
  for (const baseline of await createBaselines(film)) columns.push(await gradeBaseline(film, questions, baseline));
  return table([
    ['', 'handled', 'right', 'refused', 'wrong', ...groups.map(({ name }) => name), 'p50 ms', 'p99 ms'],
    ...columns.map(column => row(column, questions)),
  ]);
}

const groups: readonly { name: string; holds(question: GradedQuestion): boolean }[] = [
  ...['en', 'id', 'fr'].map(lang => ({ name: lang, holds: (question: GradedQuestion) => question.lang === lang })),
  ...['plain', 'paraphrase', 'conversational', 'terse', 'typo'].map(style => ({
    name: style,
    holds: (question: GradedQuestion) => question.style === style,
  })),
];

function row({ name, verdicts, times }: Column, questions: readonly GradedQuestion[]): string[] {
  const share = (verdict: Verdict, holds: (question: GradedQuestion) => boolean) => {
    const chosen = questions.flatMap((question, at) => (holds(question) ? [verdicts[at]] : []));
    return percent(chosen.filter(one => one === verdict).length, chosen.length);
  };
  return [
    name,
    share('right', () => true),
    share('right', ({ answerable }) => answerable),
    share('right', ({ answerable }) => !answerable),
    share('wrong', () => true),
    ...groups.map(({ holds }) => share('right', holds)),
    percentile(times, 50).toFixed(2),
    percentile(times, 99).toFixed(2),
  ];
}

async function gradeBaseline(
  film: Film,
  questions: readonly GradedQuestion[],
  baseline: Baseline,
): Promise<Column> {
  const found: (readonly Hit[])[] = [];
  const times: number[] = [];
  for (const { question } of questions) {
    const began = performance.now();
    found.push(await baseline.search(question));
    times.push(performance.now() - began);
  }
  const facts = new Map(film.facts.map(fact => [fact.id, fact]));
  const at = (threshold: number): Verdict[] =>
    questions.map((question, number) => {
      const language = detectLanguage(tokens(question.question), undefined);
      return grade(question, respond(film, facts, found[number] ?? [], threshold, language));
    });
  const scores = [...new Set(found.flatMap(([first]) => (first === undefined ? [] : [first.score])))];
  const handled = (verdicts: readonly Verdict[]) => verdicts.filter(verdict => verdict === 'right').length;
  let best = at(Number.POSITIVE_INFINITY);
  for (const threshold of scores) {
    const verdicts = at(threshold);
    if (handled(verdicts) > handled(best)) best = verdicts;
  }
  return { name: baseline.name, verdicts: best, times };
}

function respond(
  film: Film,
  facts: ReadonlyMap<string, Fact>,
  [first]: readonly Hit[],
  threshold: number,
  language: Language,
): Response {
  const fact = first === undefined || first.score < threshold ? undefined : facts.get(first.id);
  if (fact === undefined) return { status: 'unknown', answer: null, fact: null, candidates: [] };
  return { status: 'answered', answer: localized(film, fact.answer, language), fact: fact.id, candidates: [] };
}
