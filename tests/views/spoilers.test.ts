import { expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { createAnswerEngine } from '../../src/answers/engine.ts';
import { createFilmIndex } from '../../src/answers/film-index.ts';
import { tell } from '../../src/answers/told.ts';
import { castFor } from '../../src/films/cast.ts';
import { type Fact, type Horizon, localized } from '../../src/films/film.ts';
import { isBeyond, isHidden } from '../../src/films/horizon.ts';
import { loadConcepts, loadFilm } from '../../src/films/load.ts';
import { poolOf } from '../../src/quiz/draw.ts';
import { type Language, languages } from '../../src/text/language.ts';
import { answerMessage } from '../../src/views/answer.ts';
import { castMessage } from '../../src/views/film.ts';
import { plotMessage, progressMessage } from '../../src/views/progress.ts';
import { forbiddenAt } from '../support/leaks.ts';

const film = await loadFilm('data/amour');
const engine = createAnswerEngine(film, createFilmIndex(film, await loadConcepts('data')));
const horizons: Horizon[] = [undefined, 'finished', ...film.scenes.map(({ id }) => id)];
const asker = (language: Language) => ({ id: '100000000000000001', language });

/** Each way an answer can come out that has to do with a fact: found, doubted, not known beside it, and what the engine makes of the words. */
function waysToAsk(fact: Fact, others: readonly Fact[], language: Language): { words: string; answer: Answer }[] {
  const words = localized(film, fact.questions, language)[0];
  const candidates = [fact, ...others].map(fact => ({ fact, confidence: 0.3 }));
  const later = [...candidates.slice(1), ...candidates.slice(0, 1)];
  const notKnown = { kind: 'unknown', language, reason: { because: 'not-known' } } as const;
  return [
    { words, answer: { kind: 'answered', language, fact, confidence: 0.9, candidates } },
    { words: '', answer: { kind: 'unsure', language, candidates } },
    { words: '', answer: { kind: 'unsure', language, candidates: later } },
    { words: '', answer: { ...notKnown, candidates } },
    { words: '', answer: { ...notKnown, candidates: later } },
    { words, answer: engine.answer(words, language) },
  ];
}

const asked = film.facts.map((fact, at) => {
  const others = [film.facts[(at + 7) % film.facts.length], film.facts[(at + 200) % film.facts.length]].flatMap(
    other => other ?? [],
  );
  return { fact, ways: languages.map(language => ({ language, ways: waysToAsk(fact, others, language) })) };
});

test('no fact that is hidden from a reader reaches them, whichever it is, however they ask, in any language', {
  timeout: 300_000,
}, () => {
  const cards = new Map<Language, Set<string>>(languages.map(language => [language, new Set()]));
  const leaks: string[] = [];
  let combinations = 0;
  let hiddenCards = 0;
  for (const horizon of horizons) {
    const forbidden = forbiddenAt(film, horizon);
    for (const { fact, ways } of asked) {
      for (const { language, ways: answers } of ways) {
        for (const [way, { words, answer }] of answers.entries()) {
          combinations++;
          const told = tell(film, answer, horizon);
          const { components, private: isPrivate } = answerMessage(told, asker(language), false);
          if (told.kind === 'hidden') {
            hiddenCards++;
            cards.get(answer.language)?.add(JSON.stringify({ components, isPrivate }));
          }
          for (const leak of forbidden.leaksOf(components, words))
            leaks.push(`${horizon ?? 'nothing said'}, ${language}, way ${way}, about ${fact.id}: ${leak}`);
        }
      }
    }
  }
  console.log(
    `${film.facts.length} facts × ${horizons.length} horizons × 6 ways × 3 languages = ${combinations} messages, ${hiddenCards} of them the hidden card`,
  );
  expect(leaks).toEqual([]);
  expect(hiddenCards).toBeGreaterThan(10_000);
  for (const [, bytes] of cards) expect(bytes.size).toBe(1);
});

test('nor by suggestions while they type, the quiz, the cast, the plot or where they are', {
  timeout: 300_000,
}, () => {
  const leaks: string[] = [];
  const settings = { rounds: 5, seconds: 20, difficulty: 'mixed', spoilers: false } as const;
  for (const horizon of horizons) {
    const forbidden = forbiddenAt(film, horizon);
    // Decoys are false: what they repeat they do not tell.
    const told: unknown[] = poolOf(film, settings, [horizon]).facts.map(fact => ({
      text: [fact.questions, fact.answer, fact.quiz?.option]
        .flatMap(text => Object.values(text ?? {}).flat())
        .map(content => ({ content })),
    }));
    for (const language of languages) {
      told.push(
        castMessage(film, castFor(film, horizon), language).components,
        progressMessage(film, horizon, language).components,
      );
      film.scenes.forEach((scene, at) => {
        if (!isBeyond(film, scene.id, horizon)) told.push(plotMessage(film, at, horizon, '1', language).components);
      });
      if (horizon === 'finished') continue;
      for (const fact of forbidden.facts) {
        const words = localized(film, fact.questions, language)[0];
        const typed = words.slice(0, Math.ceil(words.length / 2));
        const offered = engine.suggest(typed, language, 75).filter(fact => !isHidden(film, fact, horizon));
        told.push(offered.map(fact => ({ name: localized(film, fact.questions, language)[0] })));
        if (horizon !== undefined) break;
      }
    }
    for (const message of told)
      for (const leak of forbidden.leaksOf(message, '')) leaks.push(`${horizon ?? 'nothing said'}: ${leak}`);
  }
  expect([...new Set(leaks)]).toEqual([]);
});
