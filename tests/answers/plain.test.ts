import { describe, expect, test } from 'vitest';
import { createAnswerEngine } from '../../src/answers/engine.ts';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';
import { languages } from '../../src/text/language.ts';

const film = await loadFilm('data/amour');
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts('data')));

function told(question: string): (string | undefined)[] {
  const answer = engine.answer(question);
  return answer.kind === 'answered' ? [answer.fact.id, answer.also?.id] : [];
}

test.each(languages)('99 of 100 of the pack’s questions in %s are answered by their fact', language => {
  const all = film.facts.flatMap(({ id, questions }) => (questions[language] ?? []).map(text => ({ id, text })));
  const asked = all.filter((_, at) => at % 25 === 0);
  const kept = asked.filter(({ id, text }) => {
    const answer = engine.answer(text, language);
    return answer.kind === 'answered' && [answer.fact.id, answer.also?.id].includes(id);
  });
  expect(kept.length / asked.length).toBeGreaterThan(0.985);
});

describe.each<[string, [question: string, fact: string][]]>([
  [
    'what a club asks first',
    [
      ['where do Anne and Georges live', 'setting-place'],
      ['who are georges and anne', 'main-characters'],
      ['what do anne and georges do for a living', 'couple-profession'],
      ['how old are anne and georges', 'couple-age'],
      ['are they married', 'couple-marriage'],
      ['do they have kids', 'family-overview'],
      ["what's the daughter's name", 'eva-who'],
      ['what happens to Anne', 'plot-whole'],
      ['what happens to Georges', 'georges-fate'],
      ["what's the plot", 'plot-in-one-line'],
      ['Anne dan Georges tinggal di mana', 'setting-place'],
      ['kerja mereka apa', 'couple-profession'],
      ['filmnya tentang apa', 'plot-in-one-line'],
      ['où habitent Anne et Georges', 'setting-place'],
      ['ils sont mariés ?', 'couple-marriage'],
      ['de quoi parle le film', 'plot-in-one-line'],
      ["qu'arrive-t-il à Anne", 'plot-whole'],
    ],
  ],
  [
    'somebody is called by whom they belong to',
    [
      ["Who plays Eva's mother?", 'anne-actor'],
      ["who plays Anne's husband", 'georges-actor'],
      ["Who plays Georges' wife?", 'anne-actor'],
      ["Who is Geoff's mother-in-law?", 'anne-who'],
      ["what does Eva's father do for a living", 'couple-profession'],
      ['how does the old lady die', 'anne-cause-of-death'],
      ['siapa pemeran ayah Eva', 'georges-actor'],
      ['siapa anak Georges', 'eva-who'],
      ['kenapa kakek itu membunuh istrinya', 'pillow-reason'],
      ["qui joue le père d'Eva", 'georges-actor'],
      ["comment s'appelle la fille d'Anne", 'eva-who'],
      ['pourquoi le vieux tue sa femme', 'pillow-reason'],
    ],
  ],
  [
    'after chatter a question needs no question word',
    [
      ['parking jauh banget jadi telat masuk bioskop, anne beneran lumpuh sebelah kanan ya?', 'paralyzed-side'],
      ['ma sœur a pleuré tout le long, Georges tue Anne avec un oreiller ?', 'pillow-act'],
    ],
  ],
])('%s', (_, table) => {
  test.each(table)('%s → %s', (question, fact) => {
    expect(told(question)[0]).toBe(fact);
  });
});

test.each([
  ['Who plays Anne and Georges?', ['anne-actor', 'georges-actor']],
  ['siapa yang main jadi Anne dan Georges', ['anne-actor', 'georges-actor']],
  ['Qui joue Eva et Alexandre ?', ['eva-actor', 'alexandre-actor']],
  ['how are Anne and Georges related', ['couple-marriage', undefined]],
])('%s is answered by %j: each of two names that “and” joins, where that is meant', (question, facts) => {
  expect(told(question)).toEqual(facts);
});
