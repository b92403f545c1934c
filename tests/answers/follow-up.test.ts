import { describe, expect, test } from 'vitest';
import { createAnswerEngine } from '../../src/answers/engine.ts';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { followUp, sameOf } from '../../src/answers/follow-up.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';

const film = await loadFilm('data/amour');
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts('data')));
const factOf = (id: string) => {
  const fact = film.facts.find(fact => fact.id === id);
  if (fact === undefined) throw new Error(`there is no fact ${id}`);
  return fact;
};

const askedOfEva = (last: string) => sameOf(film, factOf(last), 'and Eva?', 'en');

test.each([
  ['geoff-who', 'and who plays him?', 'geoff-actor'],
  ['geoff-who', 'dan siapa pemerannya?', 'geoff-actor'],
  ['geoff-who', 'et qui le joue ?', 'geoff-actor'],
  ['alexandre-visitor', 'who plays him?', 'alexandre-actor'],
  ['anne-suicide-attempt', 'why?', 'anne-suicide-attempt-reason'],
  ['anne-suicide-attempt', 'kenapa?', 'anne-suicide-attempt-reason'],
  ['anne-suicide-attempt', 'pourquoi ?', 'anne-suicide-attempt-reason'],
  ['slap', 'how did she react?', 'slap-reaction'],
  ['nurse-frequency', 'when does she start?', 'nurse-starting-day'],
  ['slap', 'does he apologise?', 'slap-apology'],
  ['georges-who', 'how old is he?', 'couple-age'],
  ['second-pigeon-caught', 'what happens to it then?', 'second-pigeon-fate'],
  ['premiere-festival', 'when was it?', 'premiere-date'],
  ['anne-actor', 'and Georges?', 'georges-actor'],
  ['anne-actor', 'kalau Georges?', 'georges-actor'],
  ['anne-actor', 'et Georges ?', 'georges-actor'],
])('after %s, "%s" asks for %s, and alone for nothing', (last, question, expected) => {
  const answer = engine.answer(question, undefined, factOf(last));
  expect(answer).toMatchObject({ kind: 'answered', fact: { id: expected } });
  expect(engine.answer(question).kind).not.toBe('answered');
});

test.each([
  ['anne-actor', 'what about Eva?', 'eva-actor'],
  ['eva-who', 'who is her husband?', 'geoff-who'],
  ['eva-who', 'siapa suaminya?', 'geoff-who'],
])('after %s, "%s" asks for %s, and alone for something else', (last, question, expected) => {
  expect(engine.answer(question, undefined, factOf(last))).toMatchObject({ fact: { id: expected } });
  expect(engine.answer(question)).not.toMatchObject({ fact: { id: expected } });
});

describe('a question that stands alone', () => {
  test.each([
    'who plays Eva?',
    'What is the name of the festival where the film was first shown to anybody?',
    'thanks!',
    'how are you',
    'Eva?',
    'and thanks',
    'budget',
  ])('%s is answered as if nothing had been said', question => {
    expect(engine.answer(question, undefined, factOf('geoff-who'))).toEqual(engine.answer(question));
  });

  test.each([
    ['how does it end?', 'film-ending'],
    ['what is it about?', 'plot-in-one-line'],
    ['when did it come out?', 'release-dates'],
    ['is it sad?', 'film-tone'],
    ['and who directed it?', 'film-director'],
    ['what language is it in?', 'film-language'],
    ['how much did it earn?', 'box-office-total'],
    ['dan siapa sutradaranya?', 'film-director'],
    ['filmnya tentang apa?', 'plot-in-one-line'],
    ['bagaimana akhirnya?', 'film-ending'],
    ["et qui l'a réalisé ?", 'film-director'],
    ['comment ça se termine ?', 'film-ending'],
  ])('%s is told %s after an answer about somebody, too', (question, expected) => {
    for (const last of ['eva-actor', 'alexandre-actor', 'anne-cause-of-death'])
      expect(engine.answer(question, undefined, factOf(last))).toMatchObject({ fact: { id: expected } });
  });

  test('is not told what is known of somebody where that is not what it asks for', () => {
    const answer = engine.answer('and who is the director?', undefined, factOf('eva-actor'));
    expect(answer).toMatchObject({ kind: 'unsure', candidates: [{ fact: { id: 'film-director' } }, {}, {}] });
  });

  test('is not asked of whom it names where the last question named nobody', () => {
    expect(engine.answer('and Eva?', undefined, factOf('budget'))).toEqual(engine.answer('and Eva?'));
    expect(askedOfEva('budget')).toBeUndefined();
    expect(askedOfEva('anne-actor')).toBe('who plays eva in amour');
  });

  test('is not said in full', () => {
    expect(followUp(film, factOf('geoff-who'), 'budget of the film', 'en')).toBeUndefined();
    expect(followUp(film, factOf('geoff-who'), 'and who plays him', 'en')).toEqual({
      question: 'and who plays him Geoff',
      isBare: false,
    });
  });
});
