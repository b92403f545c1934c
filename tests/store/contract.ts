import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advance, openQuiz } from '../../src/quiz/advance.ts';
import type { Question, Quiz } from '../../src/quiz/quiz.ts';
import type { Store } from '../../src/store/store.ts';

const start = 1_700_000_000_000;
const lease = 3_000;
const hold = { holder: 'a', until: start + lease };

let count = 0;
/** A quiz in a room of its own, and what the interaction that started it is called. */
function newQuiz(over: Partial<Quiz> = {}): Quiz {
  const id = `quiz-${++count}`;
  const settings = { rounds: 2, seconds: 20, difficulty: 'mixed', spoilers: false } as const;
  const game = {
    id,
    room: `room-${id}`,
    guild: 'guild',
    solo: false,
    film: 'lantern',
    starter: 'mia',
    language: 'en',
    settings,
    ...over,
  };
  return openQuiz(game as Parameters<typeof openQuiz>[0], start);
}

const question: Question = {
  fact: 'job',
  text: 'What is his job?',
  choices: ['Keeper', 'Baker', 'Smith', 'Tailor'],
  right: 0,
  because: 'He keeps the light.',
  sources: ['the programme'],
  heldBack: 0,
};
const guess = (player: string, choice: number, press = `press-${player}`, at = start + 12_000) =>
  ({ type: 'guess', round: 1, player, choice, at, press, message: 'm1', shownAt: start + 10_000 }) as const;

/** What every store promises. `connect` opens another connection to the same database each time. */
export function storeContract(name: string, connect: () => Promise<Store>): void {
  describe(name, () => {
    let stores: Store[] = [];
    const [first, second] = [() => stores[0] as Store, () => stores[1] as Store];
    beforeAll(async () => {
      // At once, as two processes start: their migrations must not collide.
      stores = await Promise.all([connect(), connect(), connect(), connect()]);
    });
    afterAll(async () => {
      await Promise.all(stores.map(store => store.close()));
    });

    async function asking(over: Partial<Quiz> = {}): Promise<Quiz> {
      const quiz = newQuiz(over);
      await first().quizzes.open(quiz, `open-${quiz.id}`, hold, start);
      await first().quizzes.change(quiz.id, hold, quiz => advance(quiz, { type: 'ask', question }, start + 10_000));
      await first().quizzes.change(quiz.id, hold, quiz =>
        advance(quiz, { type: 'shown', round: 1, message: 'm1', shownAt: start + 10_000 }, start + 10_000),
      );
      return quiz;
    }

    test('what one connection keeps the other finds, whole', async () => {
      const quiz = await asking();
      await second().quizzes.change(quiz.id, hold, quiz => advance(quiz, guess('budi', 2), start + 12_000));
      const found = await first().quizzes.find(quiz.id);
      expect(found).toMatchObject({
        phase: 'asking',
        round: {
          number: 1,
          question,
          message: 'm1',
          openedAt: start + 10_000,
          closesAt: start + 30_000,
          guesses: [{ player: 'budi', choice: 2, at: start + 12_000, press: 'press-budi' }],
        },
      });
      expect(await second().quizzes.running(quiz.room)).toBe(quiz.id);
    });

    test('of many who open a quiz in one room, one succeeds and the others learn which one runs', async () => {
      const quizzes = Array.from({ length: 8 }, () => newQuiz({ room: 'crowded' }));
      const opened = await Promise.all(
        quizzes.map((quiz, at) => stores[at % 4]?.quizzes.open(quiz, `open-${quiz.id}`, hold, start)),
      );
      const winner = quizzes[opened.findIndex(result => result?.kind === 'opened')];
      expect(opened.filter(result => result?.kind === 'opened')).toHaveLength(1);
      for (const result of opened.filter(result => result?.kind !== 'opened'))
        expect(result).toMatchObject({ kind: 'busy', running: { id: winner?.id } });
    });

    test('the same interaction, received twice, opens one quiz', async () => {
      const [one, other] = [newQuiz({ room: 'twins' }), newQuiz({ room: 'twins' })];
      const opened = await Promise.all([
        first().quizzes.open(one, 'the-same', hold, start),
        second().quizzes.open(other, 'the-same', hold, start),
      ]);
      expect(opened.map(({ kind }) => kind).sort()).toEqual(['opened', 'twin']);
    });

    test('of many guesses of one person at once, one counts, and all learn which', async () => {
      const quiz = await asking();
      const turns = await Promise.all(
        [0, 1, 2, 3, 0, 1, 2, 3].map((choice, at) =>
          stores[at % 4]?.quizzes.change(quiz.id, hold, quiz =>
            advance(quiz, guess('sam', choice, `p${at}`), start),
          ),
        ),
      );
      const found = await first().quizzes.find(quiz.id);
      const kept = found?.phase === 'asking' ? found.round.guesses : [];
      expect(kept).toHaveLength(1);
      expect(turns.filter(turn => turn?.news[0]?.type === 'guessed')).toHaveLength(1);
      for (const turn of turns) expect(turn?.news[0]).toMatchObject({ guess: kept[0] });
    });

    test('guesses of many people at once are all kept', async () => {
      const quiz = await asking();
      const players = Array.from({ length: 40 }, (_, at) => `player-${at}`);
      await Promise.all(
        players.map((player, at) =>
          stores[at % 4]?.quizzes.change(quiz.id, hold, quiz => advance(quiz, guess(player, at % 4), start)),
        ),
      );
      expect((await first().quizzes.players(quiz.id)).sort()).toEqual([...players].sort());
    });

    test('a round closes once, however many try, and no guess comes after', async () => {
      const quiz = await asking();
      const due = start + 40_000;
      const turns = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          stores[at % 4]?.quizzes.change(quiz.id, hold, quiz =>
            at % 3 === 0 ? advance(quiz, { type: 'time' }, due) : advance(quiz, guess(`p${at}`, 0, `p${at}`), due),
          ),
        ),
      );
      const news = turns.flatMap(turn => turn?.news ?? []);
      const closed = news.filter(item => item.type === 'closed');
      expect(closed).toHaveLength(1);
      const taken = news.filter(item => item.type === 'guessed').map(({ guess }) => guess.player);
      expect(closed[0]?.scored.map(({ player }) => player).sort()).toEqual(taken.sort());
      expect(await second().quizzes.players(quiz.id)).toHaveLength(taken.length);
    });

    test('a rule that throws leaves everything as it was', async () => {
      const quiz = await asking();
      const before = await first().quizzes.find(quiz.id);
      const failing = first().quizzes.change(quiz.id, hold, () => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await first().quizzes.find(quiz.id)).toEqual(before);
    });

    test('a quiz that is over changes no more and frees its room', async () => {
      const quiz = await asking();
      const stop = (quiz: Quiz) => advance(quiz, { type: 'stop', because: 'stopped' }, start + 13_000);
      expect((await first().quizzes.change(quiz.id, hold, stop))?.quiz.phase).toBe('over');
      expect((await second().quizzes.change(quiz.id, hold, stop))?.news).toEqual([]);
      const late = await second().quizzes.change(quiz.id, hold, quiz => advance(quiz, guess('late', 0), start));
      expect(late?.news).toEqual([{ type: 'too-late' }]);
      expect(await first().quizzes.running(quiz.room)).toBeUndefined();
      expect((await first().quizzes.open(newQuiz({ room: quiz.room }), `again-${quiz.id}`, hold, start)).kind).toBe(
        'opened',
      );
    });

    test('what a room was asked is known in order, also of quizzes long over', async () => {
      const one = await asking({ room: 'history' });
      await first().quizzes.change(one.id, hold, quiz =>
        advance(quiz, { type: 'stop', because: 'stopped' }, start),
      );
      const two = newQuiz({ room: 'history' });
      await first().quizzes.open(two, `open-${two.id}`, hold, start + 60_000);
      await first().quizzes.change(two.id, hold, quiz =>
        advance(quiz, { type: 'ask', question: { ...question, fact: 'storm' } }, start + 80_000),
      );
      expect(await second().quizzes.asked('history', 'lantern')).toEqual(['job', 'storm']);
      expect(await second().quizzes.asked('history', 'other-film')).toEqual([]);
    });

    test('an abandoned quiz is taken over by one of those who try', async () => {
      const quiz = await asking();
      const later = start + 10_000;
      expect(await second().quizzes.abandoned(start, lease)).not.toContain(quiz.id);
      expect(await second().quizzes.abandoned(later, lease)).toContain(quiz.id);
      const tries = await Promise.all(
        stores.map((store, at) =>
          store.quizzes.takeOver(quiz.id, { holder: `h${at}`, until: later + lease }, later, lease),
        ),
      );
      expect(tries.filter(Boolean)).toHaveLength(1);
      const holder = `h${tries.indexOf(true)}`;
      expect(await second().quizzes.abandoned(later, lease)).not.toContain(quiz.id);
      await second().quizzes.renew({ holder, until: later + 2 * lease });
      expect(await second().quizzes.abandoned(later + lease + 1, lease)).not.toContain(quiz.id);
      // A clock that went back an hour must not keep the room for an hour.
      expect(await second().quizzes.abandoned(later - 3_600_000, lease)).toContain(quiz.id);
    });

    test('whoever changes a quiz that another holds does not hold it then', async () => {
      const quiz = await asking();
      const other = { holder: 'b', until: start + 60_000 };
      await second().quizzes.change(quiz.id, other, quiz => advance(quiz, guess('eve', 0), start));
      expect(await first().quizzes.abandoned(start + lease + 1, lease)).toContain(quiz.id);
      await first().quizzes.change(quiz.id, { ...hold, until: start + 5_000 }, quiz =>
        advance(quiz, guess('fay', 0), start),
      );
      expect(await first().quizzes.abandoned(start + lease + 1, lease)).not.toContain(quiz.id);
    });

    test('a process finds the quizzes it holds until all is told of them, whoever has ended them', async () => {
      const [open, over] = [await asking(), await asking()];
      const mine = { holder: 'holder-of-two', until: start + 60_000 };
      for (const { id } of [open, over]) await first().quizzes.takeOver(id, mine, start + lease + 1, lease);
      await second().quizzes.change(over.id, hold, quiz =>
        advance(quiz, { type: 'stop', because: 'stopped' }, start),
      );
      const held = async () =>
        (await first().quizzes.held('holder-of-two')).map(({ id, phase }) => `${id} ${phase}`).sort();
      expect(await held()).toEqual([`${open.id} asking`, `${over.id} over`].sort());
      await first().quizzes.revealed(over.id, 1, 'holder-of-two');
      await first().quizzes.told(over.id, 'holder-of-two');
      expect(await held()).toEqual([`${open.id} asking`]);
    });

    test('a quiz that is over is tended until who holds it has said everything about it', async () => {
      const quiz = await asking();
      await first().quizzes.change(quiz.id, hold, quiz =>
        advance(quiz, { type: 'stop', because: 'stopped' }, start),
      );
      expect(await first().quizzes.abandoned(start + 60_000, lease)).toContain(quiz.id);
      expect(await first().quizzes.closed(quiz.id)).toMatchObject([
        { round: { number: 1, message: 'm1' }, revealed: false },
      ]);
      // Whoever else has shown the answer cannot know what the holder was about to show in its place.
      await second().quizzes.revealed(quiz.id, 1, 'b');
      await second().quizzes.told(quiz.id, 'b');
      expect(await first().quizzes.closed(quiz.id)).toMatchObject([{ revealed: false }]);
      expect(await first().quizzes.abandoned(start + 60_000, lease)).toContain(quiz.id);
      await first().quizzes.revealed(quiz.id, 1, hold.holder);
      await first().quizzes.told(quiz.id, hold.holder);
      expect(await second().quizzes.closed(quiz.id)).toMatchObject([{ revealed: true }]);
      expect(await first().quizzes.abandoned(start + 60_000, lease)).not.toContain(quiz.id);
    });

    test('who came to hold a room after it showed the answer has not said everything yet', async () => {
      const quiz = await asking();
      await first().quizzes.change(quiz.id, hold, quiz =>
        advance(quiz, { type: 'stop', because: 'stopped' }, start),
      );
      const later = start + 10_000;
      await second().quizzes.revealed(quiz.id, 1, 'b');
      await second().quizzes.takeOver(quiz.id, { holder: 'b', until: later + lease }, later, lease);
      await second().quizzes.told(quiz.id, 'b');
      // Were it to die now, somebody would have to show the answer for good.
      expect(await first().quizzes.abandoned(start + 60_000, lease)).toContain(quiz.id);
      await second().quizzes.revealed(quiz.id, 1, 'b');
      await second().quizzes.told(quiz.id, 'b');
      expect(await first().quizzes.abandoned(start + 60_000, lease)).not.toContain(quiz.id);
    });

    test('scores are the sums of what closed rounds gave, by server and time, with shared places', async () => {
      const play = async (guild: string, at: number, choices: Readonly<Record<string, number>>) => {
        const quiz = await asking({ guild, film: 'scored' });
        for (const [player, choice] of Object.entries(choices))
          await first().quizzes.change(quiz.id, hold, quiz => advance(quiz, guess(player, choice, player, at), at));
        await first().quizzes.change(quiz.id, hold, quiz =>
          advance(quiz, { type: 'stop', because: 'stopped' }, at),
        );
      };
      await play('one', start + 10_000, { ana: 0, ben: 0, cem: 1 });
      await play('one', start + 20_000, { ana: 0 });
      await play('two', start + 10_000, { ana: 0 });
      const filter = { film: 'scored', guild: 'one', since: 0 };
      expect(await second().scores.board(filter)).toEqual([
        { player: 'ana', place: 1, points: 275, right: 2, guesses: 2 },
        { player: 'ben', place: 2, points: 150, right: 1, guesses: 1 },
        { player: 'cem', place: 3, points: 0, right: 0, guesses: 1 },
      ]);
      expect(await second().scores.board({ ...filter, guild: 'two' })).toMatchObject([
        { player: 'ana', points: 150 },
      ]);
      expect(await second().scores.board({ ...filter, since: start + 15_000 })).toMatchObject([
        { player: 'ana', points: 125 },
      ]);
      expect(await second().scores.record('scored', 'ana', 0)).toMatchObject({ points: 425, right: 3, guesses: 3 });
      expect(await second().scores.record('scored', 'nobody', 0)).toBeUndefined();
    });

    test('how far people have watched is kept a person and film, changed and forgotten', async () => {
      const { people } = first();
      await people.watched('f', 'ann', 'one');
      await second().people.watched('f', 'ann', 'two');
      await people.watched('f', 'bob', 'finished');
      await people.watched('g', 'ann', 'three');
      const found = await second().people.horizons('f', ['ann', 'bob', 'cem']);
      expect([...found].sort()).toEqual([
        ['ann', 'two'],
        ['bob', 'finished'],
      ]);
      await second().people.watched('f', 'ann', undefined);
      expect([...(await people.horizons('f', ['ann']))]).toEqual([]);
      expect([...(await people.horizons('g', ['ann']))]).toEqual([['ann', 'three']]);
      expect([...(await people.horizons('f', []))]).toEqual([]);
    });

    test('what is kept about a person is shown whole and deleted whole; what others did stays', async () => {
      const quiz = await asking({ starter: 'gone', film: 'forgotten' });
      for (const player of ['gone', 'here'])
        await first().quizzes.change(quiz.id, hold, quiz => advance(quiz, guess(player, 0), start));
      await first().people.watched('forgotten', 'gone', 'finished');
      await first().quizzes.change(quiz.id, hold, quiz => advance(quiz, { type: 'time' }, start + 60_000));
      expect(await second().people.kept('gone')).toMatchObject({
        horizons: [{ film: 'forgotten', scene: 'finished' }],
        started: [{ film: 'forgotten', guild: 'guild', at: start }],
        guesses: [{ film: 'forgotten', fact: 'job', choice: 0, points: 145 }],
      });
      await second().people.forget('gone');
      expect(await first().people.kept('gone')).toEqual({ horizons: [], started: [], guesses: [] });
      expect(JSON.stringify(await first().quizzes.find(quiz.id))).not.toContain('gone');
      expect((await first().people.kept('here')).guesses).toHaveLength(1);
    });

    test('of two changes to one server’s settings at once none is lost', async () => {
      const change = (at: number) =>
        stores[at % 4]?.settings.change('server', now => ({ ...(now as object), [`key${at}`]: at }));
      await Promise.all(Array.from({ length: 10 }, (_, at) => change(at)));
      expect(Object.keys((await second().settings.find('server')) as object)).toHaveLength(10);
      expect(await first().settings.find('another')).toBeUndefined();
    });

    test('unanswered questions are counted, most asked first', async () => {
      await Promise.all(Array.from({ length: 6 }, (_, at) => stores[at % 4]?.gaps.count('gaps', 'often')));
      await first().gaps.count('gaps', 'once');
      expect(await second().gaps.list('gaps')).toEqual([
        { words: 'often', times: 6 },
        { words: 'once', times: 1 },
      ]);
    });
  });
}
