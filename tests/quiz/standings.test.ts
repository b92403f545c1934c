import { expect, test } from 'vitest';
import type { Scored } from '../../src/quiz/quiz.ts';
import { standings } from '../../src/quiz/standings.ts';

const scored = (player: string, points: number, took = 1000): Scored => ({
  player,
  points,
  took,
  isRight: points > 0,
  choice: 0,
  at: 0,
  press: '',
});

test('best first; equal points share a place and the next one counts them', () => {
  const { players } = standings([
    [scored('ann', 100), scored('bob', 150), scored('cem', 0)],
    [scored('ann', 50), scored('dee', 120)],
  ]);
  expect(players).toEqual([
    { player: 'ann', place: 1, points: 150, right: 2 },
    { player: 'bob', place: 1, points: 150, right: 1 },
    { player: 'dee', place: 3, points: 120, right: 1 },
    { player: 'cem', place: 4, points: 0, right: 0 },
  ]);
});

test('the best streak runs over rounds in a row, and a round without a guess breaks it', () => {
  expect(standings([[scored('ann', 1)], [scored('ann', 1)], [], [scored('ann', 1)]]).bestStreak).toEqual({
    player: 'ann',
    length: 2,
  });
  expect(standings([[scored('ann', 1)], [], [scored('ann', 1)]]).bestStreak).toBeUndefined();
});

test('the fastest is the right answer that came soonest', () => {
  expect(standings([[scored('ann', 100, 900), scored('bob', 0, 100)], [scored('bob', 100, 800)]]).fastest).toEqual({
    player: 'bob',
    took: 800,
  });
  expect(standings([]).fastest).toBeUndefined();
});
