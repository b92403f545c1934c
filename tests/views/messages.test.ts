import { describe, expect, test } from 'vitest';
import { smallTalks } from '../../src/answers/small-talk.ts';
import { localized } from '../../src/films/film.ts';
import { loadFilm } from '../../src/films/load.ts';
import { messageBreaches } from '../../src/local/limits.ts';
import { textOf } from '../../src/local/people.ts';
import { openQuiz } from '../../src/quiz/advance.ts';
import { standings } from '../../src/quiz/standings.ts';
import { languages } from '../../src/text/language.ts';
import { answerMessage, factMessage, shownMessage, sourcesMessage } from '../../src/views/answer.ts';
import { aboutMessage, castMessage, creditsMessage, receptionMessage } from '../../src/views/film.ts';
import { failedMessage, privateSentence, whichFilmMessage } from '../../src/views/general.ts';
import type { Message } from '../../src/views/message.ts';
import { shorten } from '../../src/views/message.ts';
import { standingsMessage } from '../../src/views/quiz.ts';
import { scoresMessage } from '../../src/views/scores.ts';
import { counted, words } from '../../src/views/words/words.ts';

const films = await Promise.all(['data/amour', 'tests/fixtures/films/lantern'].map(loadFilm));
const breaches = ({ components }: Message) => messageBreaches({ components, flags: 1 << 15 });

describe.each(films.flatMap(film => languages.map(language => ({ film, language, title: film.title }))))(
  'of $title, in $language,',
  ({ film, language }) => {
    const asker = { id: '123456789012345678', language };

    test('every answer, its sources and its hidden card keep Discord’s limits', () => {
      for (const fact of film.facts) {
        expect(breaches(factMessage(film, fact, language, asker))).toEqual([]);
        expect(breaches(sourcesMessage(film, fact, language))).toEqual([]);
        for (const isAlone of [true, false]) {
          const hidden = { kind: 'hidden', film, language, sure: true, facts: [fact] } as const;
          expect(breaches(answerMessage(hidden, asker, isAlone))).toEqual([]);
        }
      }
    });

    test('any fact can be told together with the longest, openly and on request', () => {
      const length = ({ answer }: (typeof film.facts)[number]) => localized(film, answer, language).length;
      const [also] = film.facts.toSorted((a, b) => length(b) - length(a));
      if (also === undefined) throw new Error('no facts');
      for (const fact of film.facts.filter(fact => fact !== also)) {
        const told = factMessage(film, fact, language, asker, also);
        expect(told.components).toHaveLength(2);
        expect(breaches(told)).toEqual([]);
        expect(shownMessage(film, [fact, also], true, asker).components).toEqual(
          factMessage(film, fact, asker.language, asker, also).components,
        );
      }
    });

    test('every three facts can be offered', () => {
      for (let at = 0; at < film.facts.length; at += 3) {
        const facts = film.facts.slice(at, at + 3);
        const candidates = facts.map(fact => ({ fact, confidence: 0.3 }));
        const unsure = { kind: 'unsure', language, candidates } as const;
        expect(breaches(answerMessage({ kind: 'open', film, answer: unsure }, asker, false))).toEqual([]);
        expect(breaches(shownMessage(film, facts, false, asker))).toEqual([]);
      }
    });

    test('the film’s own cards do', () => {
      const { reception } = film;
      const facts = film.facts.filter(({ id }) => reception.includes(id));
      const cards = [
        creditsMessage(film, language),
        castMessage(film, film.people, language),
        receptionMessage(film, facts, language),
        aboutMessage(film, language),
      ];
      for (const card of cards) expect(breaches(card)).toEqual([]);
    });
  },
);

test.each(languages)('in %s, everything that is no answer is said within the limits', language => {
  const [film] = films;
  if (film === undefined) throw new Error('no film');
  for (const talk of smallTalks) {
    const answer = { kind: 'unknown', language, reason: { because: 'small-talk', talk }, candidates: [] } as const;
    expect(breaches(answerMessage({ kind: 'open', film, answer }, { id: '1', language }, false))).toEqual([]);
  }
  expect(breaches(failedMessage('abc123', language))).toEqual([]);
  expect(breaches(privateSentence('outdated', language))).toEqual([]);
  expect(
    breaches(
      whichFilmMessage(
        Array.from({ length: 30 }, (_, at) => ({ id: `film-${at}`, title: 'A film', year: 1990 })),
        'who?',
        language,
      ),
    ),
  ).toEqual([]);
});

test('players with the same points share a place, in lines that are no list: Discord would number one anew', () => {
  const guess = { choice: 0, at: 0, press: 'p', took: 500, isRight: false, points: 0 };
  const rounds = [
    [
      { ...guess, player: '1', isRight: true, points: 150 },
      { ...guess, player: '2' },
      { ...guess, player: '3' },
    ],
  ];
  const { players } = standings(rounds);
  const scores = players.map(standing => ({ ...standing, guesses: 1 }));
  const settings = { rounds: 1, seconds: 20, difficulty: 'mixed', spoilers: false } as const;
  const game = { id: 'q', room: 'r', guild: 'g', solo: false, film: 'f', starter: '1', language: 'en' } as const;
  const quiz = openQuiz({ ...game, settings }, 0);
  for (const { components } of [
    standingsMessage(quiz, 'The Lantern', standings(rounds)),
    scoresMessage('The Lantern', 'all', scores, '1', 'en'),
  ])
    expect(textOf({ content: '', components }).match(/^\S+ <@\d>/gm)).toEqual([
      '1\\. <@1>',
      '2\\. <@2>',
      '2\\. <@3>',
    ]);
});

test.each([
  ['Amour', "d'*Amour*"],
  ['Été violent', "d'*Été violent*"],
  ['The Lantern', 'de *The Lantern*'],
])('in French, what is of %s is %s', (title, expected) => {
  expect(words('fr').creditsTitle(title)).toContain(`le générique ${expected} ?`);
  expect(words('fr').receptionTitle(title)).toBe(`L'accueil ${expected}`);
});

test.each([
  ['en', 1, '1 fact'],
  ['en', 1204, '1,204 facts'],
  ['id', 1204, '1.204 fakta'],
  ['fr', 1, '1 fait'],
  ['fr', 2, '2 faits'],
] as const)('in %s, %i facts are %s', (language, count, expected) => {
  expect(counted(count, words(language).facts, language)).toBe(expected);
});

test('shortening keeps whole characters and says that something is missing', () => {
  expect(shorten('a🎬🎬🎬', 3)).toBe('a🎬…');
  expect(shorten('a🎬🎬', 3)).toBe('a🎬🎬');
});
