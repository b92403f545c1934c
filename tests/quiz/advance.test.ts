import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  deadline,
  mostQuietRounds,
  onTheirWay,
  openingTime,
  openQuiz,
  pause,
  shortOpeningTime,
} from '../../src/quiz/advance.ts';
import type { Event, News, Question, Quiz } from '../../src/quiz/quiz.ts';

const start = 1_000_000;
const question = (right = 0): Question => ({
  fact: `fact-${right}`,
  text: 'What?',
  choices: ['a', 'b', 'c', 'd'],
  right,
  because: 'so',
  sources: ['there'],
  heldBack: 0,
});
const settings = { rounds: 3, seconds: 20, difficulty: 'mixed', spoilers: false } as const;

function newQuiz(over: { solo?: boolean; rounds?: number; spoilers?: boolean } = {}): Quiz {
  const { solo = false, rounds = 3, spoilers = false } = over;
  const game = { id: 'q', room: 'r', guild: 'g', solo, film: 'f', starter: 'mia', language: 'en' } as const;
  return openQuiz({ ...game, settings: { ...settings, rounds, spoilers } }, start);
}

/** A quiz played to some point: each event at its time. */
function play(quiz: Quiz, events: readonly (readonly [Event, number])[]): { quiz: Quiz; news: News[] } {
  const news: News[] = [];
  let current = quiz;
  for (const [event, now] of events) {
    const turn = advance(current, event, now);
    current = turn.quiz;
    news.push(...turn.news);
  }
  return { quiz: current, news };
}

const first = start + openingTime;
const firstClose = first + 20_000 + onTheirWay;
const second = firstClose + pause;

const ask = (at: number, right = 0): readonly [Event, number] => [{ type: 'ask', question: question(right) }, at];
const guess = (player: string, choice: number, at: number, round = 1): readonly [Event, number] => [
  {
    type: 'guess',
    round,
    player,
    choice,
    at,
    press: `${player}-${round}-${at}`,
    message: 'm',
    shownAt: round === 1 ? first : second,
  },
  at,
];
const time = (at: number): readonly [Event, number] => [{ type: 'time' }, at];

describe('a round', () => {
  test('opens when it is due and not before', () => {
    expect(play(newQuiz(), [ask(first - 1)]).quiz.phase).toBe('opening');
    expect(play(newQuiz(), [ask(first)]).quiz).toMatchObject({ phase: 'asking', round: { number: 1 } });
  });

  test('closes at its deadline and a second and a half for presses on their way, not before', () => {
    expect(play(newQuiz(), [ask(first), time(firstClose - 1)]).quiz.phase).toBe('asking');
    expect(play(newQuiz(), [ask(first), time(firstClose)]).quiz.phase).toBe('between');
  });

  test('takes a press by when it was made, not by when it arrived', () => {
    const late = (at: number) =>
      play(newQuiz(), [
        ask(first),
        [
          { type: 'guess', round: 1, player: 'p', choice: 0, at, press: 'x', message: 'm', shownAt: first },
          first + 21_000,
        ],
      ]).news.at(-1);
    expect(late(first + 20_000)).toMatchObject({ type: 'guessed' });
    expect(late(first + 20_001)).toEqual({ type: 'too-late' });
  });

  test('counts from when Discord showed the question, which gives the full time', () => {
    const { quiz } = play(newQuiz(), [
      ask(first),
      [{ type: 'shown', round: 1, message: 'm', shownAt: first + 4000 }, first + 4000],
    ]);
    expect(quiz).toMatchObject({ round: { openedAt: first + 4000, closesAt: first + 24_000, message: 'm' } });
  });

  test('that was sent by a process which did not live to say so is known from the first press', () => {
    const { quiz, news } = play(newQuiz({ solo: true }), [
      ask(first),
      [
        {
          type: 'guess',
          round: 1,
          player: 'p',
          choice: 0,
          at: first + 9_000,
          press: 'x',
          message: 'm',
          shownAt: first + 8_000,
        },
        first + 9_000,
      ],
    ]);
    expect(quiz.phase).toBe('between');
    expect(news.at(-1)).toMatchObject({
      type: 'closed',
      round: { message: 'm', openedAt: first + 8_000 },
      scored: [{ took: 1_000 }],
    });
  });

  test('keeps a first guess, whatever else is pressed', () => {
    const { quiz, news } = play(newQuiz(), [ask(first), guess('p', 1, first + 1), guess('p', 0, first + 2)]);
    expect(quiz).toMatchObject({ round: { guesses: [{ player: 'p', choice: 1 }] } });
    expect(news.at(-1)).toMatchObject({ type: 'guessed-before', guess: { choice: 1 } });
  });

  test('knows no fifth choice', () => {
    expect(play(newQuiz(), [ask(first), guess('p', 4, first + 1)]).news.at(-1)).toEqual({ type: 'too-late' });
  });

  test('closes at once for somebody alone', () => {
    const { quiz, news } = play(newQuiz({ solo: true }), [ask(first), guess('p', 0, first + 5_000)]);
    expect(quiz.phase).toBe('between');
    expect(news.map(({ type }) => type)).toEqual(['asked', 'guessed', 'closed']);
  });

  test('closes early from the second on, when at least two guessed before and all of those have guessed', () => {
    const before = [ask(first), guess('p', 0, first + 1), guess('q', 0, first + 1), time(firstClose), ask(second)];
    expect(play(newQuiz(), [...before, guess('p', 0, second + 1, 2)]).quiz.phase).toBe('asking');
    expect(
      play(newQuiz(), [...before, guess('p', 0, second + 1, 2), guess('q', 1, second + 2, 2)]).quiz.phase,
    ).toBe('between');
    const others = [guess('p', 0, second + 1, 2), guess('new', 1, second + 2, 2)];
    expect(play(newQuiz(), [...before, ...others]).quiz.phase).toBe('asking');
  });

  test('does not close early where one alone guessed before', () => {
    const events = [
      ask(first),
      guess('p', 0, first + 1),
      time(firstClose),
      ask(second),
      guess('p', 0, second + 1, 2),
    ];
    expect(play(newQuiz(), events).quiz.phase).toBe('asking');
  });

  test('that nobody listened to keeps its guesses and gets its full time again', () => {
    const { quiz, news } = play(newQuiz(), [
      ask(first),
      guess('p', 0, first + 1),
      [{ type: 'resume' }, first + 60_000],
    ]);
    expect(quiz).toMatchObject({ round: { closesAt: first + 80_000, guesses: [{ player: 'p' }] } });
    expect(news.at(-1)?.type).toBe('resumed');
  });
});

test('a wait that a clock ahead of ours has begun is no longer than any other', () => {
  const opening = play(newQuiz(), [[{ type: 'resume' }, start - 3_600_000]]).quiz;
  expect(opening).toMatchObject({ startsAt: start - 3_600_000 + openingTime });
  const between = play(newQuiz(), [ask(first), time(firstClose), [{ type: 'resume' }, first - 3_600_000]]).quiz;
  expect(between).toMatchObject({ resumesAt: first - 3_600_000 + pause });
});

describe('a quiz', () => {
  test('ends after its last round', () => {
    const { quiz, news } = play(newQuiz({ rounds: 1 }), [ask(first), guess('p', 0, first), time(firstClose)]);
    expect(quiz).toMatchObject({ phase: 'over', because: 'played' });
    expect(news.map(({ type }) => type)).toEqual(['asked', 'guessed', 'closed', 'over']);
  });

  test('ends politely after three rounds in a row without a guess', () => {
    let quiz = newQuiz({ rounds: 20 });
    let now = first;
    for (let round = 1; round <= mostQuietRounds; round++) {
      quiz = play(quiz, [ask(now), time(now + 20_000 + onTheirWay)]).quiz;
      now += 20_000 + onTheirWay + pause;
    }
    expect(quiz).toMatchObject({ phase: 'over', because: 'quiet' });
  });

  test('that is stopped in a round counts the guesses there are', () => {
    const stop: readonly [Event, number] = [{ type: 'stop', because: 'stopped' }, first + 5_000];
    const { quiz, news } = play(newQuiz(), [ask(first), guess('p', 0, first), stop]);
    expect(quiz).toMatchObject({ phase: 'over', because: 'stopped' });
    expect(news.slice(-2)).toMatchObject([{ type: 'closed', scored: [{ points: 150 }] }, { type: 'over' }]);
  });

  test('that has no question left ends', () => {
    expect(play(newQuiz(), [[{ type: 'nothing-left' }, first]]).quiz).toMatchObject({
      phase: 'over',
      because: 'used-up',
    });
  });

  test('may be told before its first question, and only then, that everybody has seen the film', () => {
    expect(play(newQuiz(), [[{ type: 'seen-it' }, start]]).quiz.settings.spoilers).toBe(true);
    expect(play(newQuiz(), [ask(first), [{ type: 'seen-it' }, first + 1]]).quiz.settings.spoilers).toBe(false);
  });

  test('begins soon for somebody alone who has nothing to say first, or has said it', () => {
    const soon = start + shortOpeningTime;
    expect(deadline(newQuiz({ solo: true, spoilers: true }))).toBe(soon);
    expect(deadline(newQuiz({ solo: true }))).toBe(first);
    const seenIt = (at: number): readonly [Event, number] => [{ type: 'seen-it' }, at];
    expect(deadline(play(newQuiz({ solo: true }), [seenIt(start + 4_000)]).quiz)).toBe(soon + 4_000);
    expect(deadline(play(newQuiz({ solo: true }), [seenIt(first - 1)]).quiz)).toBe(first);
    expect(deadline(play(newQuiz(), [seenIt(start + 4_000)]).quiz)).toBe(first);
  });

  test('knows its announcement to the end', () => {
    const { quiz } = play(newQuiz({ rounds: 1 }), [
      [{ type: 'announced', message: 'card' }, start],
      ask(first),
      guess('p', 0, first),
      time(firstClose),
    ]);
    expect(quiz).toMatchObject({ phase: 'over', announcement: 'card' });
  });

  test('gives more for the second right answer in a row', () => {
    const events = [
      ask(first),
      guess('p', 0, first),
      time(firstClose),
      ask(second),
      guess('p', 0, second, 2),
      time(second + 20_000 + onTheirWay),
    ];
    const points = play(newQuiz(), events).news.flatMap(item =>
      item.type === 'closed' ? item.scored.map(({ points }) => points) : [],
    );
    expect(points).toEqual([150, 160]);
  });
});

describe('whatever happens, in whatever order, with a clock that may jump back', () => {
  const player = fc.constantFrom('ann', 'bob', 'cem', 'dee');
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({ type: fc.constant('ask' as const), question: fc.nat(3).map(question) }),
    fc.constant({ type: 'time' as const }),
    fc.constant({ type: 'resume' as const }),
    fc.constant({ type: 'seen-it' as const }),
    { arbitrary: fc.constant({ type: 'stop' as const, because: 'stopped' as const }), weight: 1 },
    { arbitrary: fc.constant({ type: 'nothing-left' as const }), weight: 1 },
    fc.record({
      type: fc.constant('shown' as const),
      round: fc.integer({ min: 1, max: 4 }),
      message: fc.constant('m'),
      shownAt: fc.nat(200_000),
    }),
    {
      arbitrary: fc.record({
        type: fc.constant('guess' as const),
        round: fc.integer({ min: 1, max: 4 }),
        player,
        choice: fc.integer({ min: 0, max: 4 }),
        at: fc.nat(200_000).map(at => start + at),
        press: fc.string({ minLength: 1, maxLength: 4 }),
        message: fc.constant('m'),
        shownAt: fc.nat(200_000),
      }),
      weight: 12,
    },
  );
  const steps = fc.array(fc.tuple(event, fc.integer({ min: -5_000, max: 40_000 })), { maxLength: 60 });

  function walk(
    list: readonly (readonly [Event, number])[],
    look: (before: Quiz, after: Quiz, news: readonly News[]) => void,
  ) {
    let quiz = newQuiz();
    let now = start;
    for (const [event, later] of list) {
      now += later;
      const turn = advance(quiz, event, now);
      look(quiz, turn.quiz, turn.news);
      quiz = turn.quiz;
    }
  }

  test('a person has at most one guess a round, and it never changes', () => {
    fc.assert(
      fc.property(steps, list =>
        walk(list, (before, after) => {
          if (after.phase !== 'asking') return;
          const players = after.round.guesses.map(({ player }) => player);
          expect(new Set(players).size).toBe(players.length);
          if (before.phase === 'asking' && before.round.number === after.round.number)
            expect(after.round.guesses.slice(0, before.round.guesses.length)).toEqual(before.round.guesses);
        }),
      ),
    );
  });

  test('a round closes once, with the points of exactly the guesses it took', () => {
    fc.assert(
      fc.property(steps, list => {
        const closed = new Map<number, readonly string[]>();
        const taken = new Map<number, string[]>();
        walk(list, (before, _after, news) => {
          for (const item of news) {
            if (item.type === 'guessed' && before.phase === 'asking')
              taken.set(before.round.number, [...(taken.get(before.round.number) ?? []), item.guess.player]);
            if (item.type !== 'closed') continue;
            expect(closed.has(item.round.number)).toBe(false);
            closed.set(
              item.round.number,
              item.scored.map(({ player }) => player),
            );
            for (const { points, isRight } of item.scored)
              expect(isRight ? points >= 100 && points <= 200 : points === 0).toBe(true);
          }
        });
        for (const [round, players] of closed) expect(players).toEqual(taken.get(round) ?? []);
      }),
    );
  });

  test('there is always a next deadline until it is over, and over is for good', () => {
    fc.assert(
      fc.property(steps, list =>
        walk(list, (before, after, news) => {
          expect(deadline(after) === undefined).toBe(after.phase === 'over');
          if (before.phase === 'over') {
            expect(after).toEqual(before);
            expect(news.every(({ type }) => type === 'too-late')).toBe(true);
          }
        }),
      ),
    );
  });

  test('waiting for its deadlines ends every quiz', () => {
    fc.assert(
      fc.property(steps, list => {
        let quiz = newQuiz();
        let now = start;
        for (const [event, later] of list) {
          now += later;
          quiz = advance(quiz, event, now).quiz;
        }
        for (let left = 20; quiz.phase !== 'over' && left > 0; left--) {
          now = Math.max(now, deadline(quiz) ?? now);
          const event: Event = quiz.phase === 'asking' ? { type: 'time' } : { type: 'ask', question: question() };
          quiz = advance(quiz, event, now).quiz;
        }
        expect(quiz.phase).toBe('over');
      }),
    );
  });
});
