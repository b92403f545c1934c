import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf } from '../../src/quiz/points.ts';

test.each([
  [0, 20_000, 0, 150],
  [10_000, 20_000, 0, 125],
  [20_000, 20_000, 0, 100],
  [25_000, 20_000, 0, 100],
  [-5, 20_000, 0, 150],
  [20_000, 20_000, 1, 110],
  [20_000, 20_000, 5, 150],
  [20_000, 20_000, 19, 150],
])('an answer after %i of %i ms with %i right before it is worth %i', (took, limit, before, points) => {
  expect(pointsOf(took, limit, before)).toBe(points);
});

test('being sooner never gives less, and points stay between 100 and 200', () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.nat(60_000), fc.nat(20), (one, other, before) => {
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map(took =>
        pointsOf(took, 20_000, before),
      );
      expect(sooner).toBeGreaterThanOrEqual(later ?? 0);
      expect(later).toBeGreaterThanOrEqual(100);
      expect(sooner).toBeLessThanOrEqual(200);
    }),
  );
});
