import { expect, test } from 'vitest';
import { createAnswerEngine } from '../../src/answers/engine.ts';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';
import { languages } from '../../src/text/language.ts';

const film = await loadFilm('data/amour');
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts('data')));

function isOtherLanguage(question: string): boolean {
  const answer = engine.answer(question);
  return answer.kind === 'unknown' && answer.reason.because === 'other-language';
}

test.each([
  'how much did it earn in Indonesia?',
  'premiere date in Indonesia',
  'pendapatan totalnya di Indonesia?',
  'Haneke, does he die?',
  'Ménégoz, elle est morte comment ?',
  'Qui est Deva dans le film ?',
  'siapa Dito di film ini',
  'Qui est Celine dans le film ?',
  'shrek2 director',
])('“%s” is not answered with what is near', question => {
  expect(engine.answer(question).kind).not.toBe('answered');
});

const strangers = [
  'Isabelle Adjani',
  'Jean Reno',
  'Jean Dujardin',
  'Daniel Auteuil',
  'Meryl Streep',
  'Juliette Binoche',
  'Christoph Waltz',
  'Brad Pitt',
  'Reza Rahadian',
  'Nicholas Saputra',
];

test.each([
  'Who does {} play in Amour?',
  '{} role',
  'How old was {} when it was filmed?',
  'Is {} in this film?',
  'Siapa yang diperankan {}?',
  'Apakah {} main di Amour?',
  'Quel personnage joue {} ?',
  'est-ce que {} joue dedans ?',
])('“%s” is answered for one of ten actors at most who are not in it', question => {
  const asked = strangers.map(name => question.replace('{}', name));
  expect(asked.filter(text => engine.answer(text).kind === 'answered').length).toBeLessThanOrEqual(1);
});

test.each([
  'Which of Geoff’s arteries is blocked?',
  'Kenapa Eva lumpuh setelah operasinya?',
  'Le pigeon entre combien de fois chez Geoff ?',
])('“%s” names somebody to whom that does not happen', question => {
  expect(engine.answer(question).kind).not.toBe('answered');
});

test('somebody put into a question about somebody else is noticed nine times of ten', () => {
  const characters = ['Anne', 'Georges', 'Eva', 'Geoff', 'Alexandre'];
  const called = (text: string) => characters.filter(name => text.split(/[^\p{L}]+/u).includes(name));
  const asked = film.facts.flatMap(({ questions, answer }, place) => {
    const strangers = characters.filter(name => !Object.values(answer).some(text => text.includes(name)));
    const stranger = strangers[place % strangers.length];
    if (stranger === undefined) return [];
    return Object.values(questions).flatMap(texts => {
      const text = texts.find(text => called(text).length === 1 && !text.includes(stranger));
      return text === undefined ? [] : [{ stranger, question: text.replaceAll(called(text)[0] ?? '', stranger) }];
    });
  });
  const taken = asked.filter(({ stranger, question }) => {
    const told = engine.answer(question);
    return told.kind === 'answered' && !Object.values(told.fact.answer).some(text => text.includes(stranger));
  });
  expect(asked.length).toBeGreaterThan(1_000);
  expect(taken.length / asked.length).toBeLessThan(0.1);
});

test.each([
  '¿Quién interpreta a Anne?',
  '¿Por qué Georges mata a Anne?',
  'donde esta el cuerpo de Georges',
  'Wer spielt Anne?',
  'Wie endet der Film?',
  'was passiert mit der Taube',
  'Perché Georges uccide Anne?',
  'Dove vivono Georges e Anne?',
  'Onde moram Georges e Anne?',
  'Quando o filme estreou?',
  'Wie regisseerde de film?',
  'wat gebeurt er met de duif',
  'Кто режиссёр фильма?',
  '映画の監督は誰ですか',
])('%s is in a language that we do not speak', question => {
  expect(isOtherLanguage(question)).toBe(true);
});

test.each(['Is Anne a vampire?', 'Qui a tué Anne ?', 'Does Anne drive a tram?', 'Anne ke opera?'])(
  '%s is in one that we do, though other languages have most of its words',
  question => {
    expect(isOtherLanguage(question)).toBe(false);
  },
);

test('hardly one of the pack’s own questions is taken for another language', () => {
  const all = [...film.facts, ...film.unknowns].flatMap(({ questions }) =>
    languages.flatMap(language => questions[language] ?? []),
  );
  const sample = all.filter((_, at) => at % 20 === 0);
  expect(sample.filter(isOtherLanguage).length).toBeLessThanOrEqual(1);
});
