import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { createAnswerEngine } from '../../src/answers/engine.ts';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { grade, type Response } from '../../src/cli/grade.ts';
import { readQuestions } from '../../src/cli/questions.ts';
import { type Fact, localized, type Unknown } from '../../src/films/film.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';
import { languages } from '../../src/text/language.ts';
import { tokens } from '../../src/text/tokens.ts';

/**
 * Questions written for this repository, each with the facts that answer it. They guard the engine: a change that
 * answers fewer of them, or more of them wrongly, must say why.
 */
const film = await loadFilm('data/amour');
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts('data')));
const read = async (name: string) => ({ name, questions: await readQuestions(`tests/questions/${name}`) });
const files = await Promise.all(readdirSync('tests/questions').map(read));
const questions = files.flatMap(({ questions }) => questions);

function respond(question: string): Response {
  const answer = engine.answer(question);
  const candidates = answer.candidates.map(({ fact }) => ({ fact: fact.id, answer: '' }));
  if (answer.kind !== 'answered')
    return { status: answer.kind === 'unsure' ? 'ambiguous' : 'unknown', answer: null, fact: null, candidates };
  return {
    status: 'answered',
    answer: localized(film, answer.fact.answer, answer.language),
    fact: answer.fact.id,
    candidates,
  };
}

test('at least 150 questions in three languages, a third of them to be refused, name facts that exist', () => {
  expect(questions.length).toBeGreaterThanOrEqual(150);
  expect(new Set(questions.map(({ lang }) => lang))).toEqual(new Set(languages));
  const refused = questions.filter(({ answerable }) => !answerable);
  expect(refused.length / questions.length).toBeGreaterThanOrEqual(1 / 3);
  const ids = new Set(film.facts.map(({ id }) => id));
  expect(questions.flatMap(({ facts }) => facts).filter(id => !ids.has(id))).toEqual([]);
  for (const { why } of refused) expect(why).toBeDefined();
});

test('asked in the pack’s own words, next to no known unknown is answered, and nearly every fact is', () => {
  const share = (
    entries: readonly (Fact | Unknown)[],
    isSo: (entry: Fact | Unknown, answer: Answer) => boolean,
  ) => {
    const all = entries.flatMap(entry =>
      languages.flatMap(language => (entry.questions[language] ?? []).map(text => ({ entry, language, text }))),
    );
    const sample = all.filter((_, at) => at % 20 === 0);
    const found = sample.filter(({ entry, language, text }) => isSo(entry, engine.answer(text, language)));
    return found.length / sample.length;
  };
  expect(share(film.unknowns, (_, { kind }) => kind === 'answered')).toBeLessThan(0.01);
  expect(share(film.facts, (fact, answer) => answer.kind === 'answered' && answer.fact === fact)).toBeGreaterThan(
    0.95,
  );
});

describe('of these questions', () => {
  test.each([
    ['amour.jsonl', 0.9, 0.025],
    ['amour-chat.jsonl', 0.81, 0.037],
  ])(
    'as many of %s are handled as were when this was written, and no more are answered wrongly',
    (file, right, wrong) => {
      const asked = files.find(({ name }) => name === file)?.questions ?? [];
      const verdicts = asked.map(question => grade(question, respond(question.question)));
      const share = (verdict: string) => verdicts.filter(one => one === verdict).length / verdicts.length;
      expect(share('right')).toBeGreaterThanOrEqual(right);
      expect(share('wrong')).toBeLessThanOrEqual(wrong);
    },
  );

  test('every file has its bounds above', () => {
    expect(files.map(({ name }) => name)).toEqual(['amour-chat.jsonl', 'amour.jsonl']);
  });

  test('the pack has none as a phrasing of its own', () => {
    const phrasings = new Set(
      [...film.facts, ...film.unknowns].flatMap(({ questions }) =>
        languages.flatMap(language => (questions[language] ?? []).map(text => tokens(text).join(' '))),
      ),
    );
    const copied = questions.filter(({ question }) => {
      const words = tokens(question);
      return words.length >= 4 && phrasings.has(words.join(' '));
    });
    expect(copied.map(({ question }) => question)).toEqual([]);
  });
});
