import { expect, test } from 'vitest';
import { createAnswerEngine } from '../../src/answers/engine.ts';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';
import { isFunctionWord } from '../../src/text/function-words.ts';
import type { Language } from '../../src/text/language.ts';

const film = await loadFilm('data/amour');
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts('data')));

function factOf(question: string): string | undefined {
  const answer = engine.answer(question);
  return answer.kind === 'answered' ? answer.fact.id : undefined;
}

/** Some hundred of the pack's own questions in a language that this changes, and that are answered as they stand. */
function answered(language: Language, change: (question: string) => string): string[] {
  const all = film.facts.flatMap(({ questions }) => questions[language] ?? []);
  const changed = all.filter(question => change(question) !== question);
  const step = Math.ceil(changed.length / 400);
  return changed.filter((question, at) => at % step === 0 && factOf(question) !== undefined);
}

const begin = (words: string) => (question: string) =>
  `${words} ${question.charAt(0).toLowerCase()}${question.slice(1)}`;
const end = (words: string) => (question: string) => `${question.replace(/[ ?]+$/, '')} ${words}`;

/** The third and fourth letter of every longer function word change places: abuot, degnan. */
const slip = (language: Language) => (question: string) =>
  question.replace(/\p{L}{5,}/gu, word =>
    isFunctionWord(word.toLowerCase(), language) ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word,
  );
const short = new Map(
  Object.entries({ sama: 'sma', pada: 'pd', harus: 'hrs', dengan: 'dngn', atau: 'ato', rumah: 'rmh', hari: 'hri' }),
);
const shorten = (question: string) => question.replace(/\p{L}+/gu, word => short.get(word) ?? word);

test.each<[string, Language, (question: string) => string]>([
  ['In the film Amour (2012), …', 'en', begin('In the film Amour (2012),')],
  ["In Haneke's Amour, …", 'en', begin("In Haneke's Amour,")],
  ['… in the movie?', 'en', end('in the movie?')],
  ['… according to Wikipedia?', 'en', end('according to Wikipedia?')],
  ['Di film Amour (2012), …', 'id', begin('Di film Amour (2012),')],
  ['kira-kira …', 'id', begin('kira-kira')],
  ['dirumah, difilm', 'id', question => question.replace(/\b(di|ke) (?=\p{L}{3})/gu, '$1')],
  ['sma, hrs, rmh', 'id', shorten],
  ['anak2', 'id', question => question.replace(/\b(\p{L}{3,})-\1\b/giu, '$12')],
  ['dans Amour de Haneke, …', 'fr', begin('dans Amour de Haneke,')],
  ['… d’après le synopsis ?', 'fr', end("d'après le synopsis ?")],
  ['leau, dAnne', 'fr', question => question.replace(/(\p{L})['’](?=\p{L})/gu, '$1')],
  ['abuot', 'en', slip('en')],
  ['degnan', 'id', slip('id')],
  ['cobmien', 'fr', slip('fr')],
])('“%s” is a way to ask in %s: 96 questions of 100 keep their fact', (_, language, change) => {
  const questions = answered(language, change);
  const kept = questions.filter(question => factOf(change(question)) === factOf(question));
  expect(questions.length).toBeGreaterThan(50);
  expect(kept.length / questions.length).toBeGreaterThan(0.96);
});
