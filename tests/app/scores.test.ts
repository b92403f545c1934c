import { expect, test } from 'vitest';
import { beginning } from '../../src/app/scores.ts';

test.each([
  ['week', '2026-11-21T12:00:00Z', '2026-11-16T00:00:00Z'],
  ['week', '2026-11-16T00:00:00Z', '2026-11-16T00:00:00Z'],
  ['week', '2026-11-15T23:59:59Z', '2026-11-09T00:00:00Z'],
  ['week', '2026-01-01T08:00:00Z', '2025-12-29T00:00:00Z'],
  ['month', '2026-11-21T12:00:00Z', '2026-11-01T00:00:00Z'],
  ['month', '2026-03-31T23:30:00-02:00', '2026-04-01T00:00:00Z'],
  ['all', '2026-11-21T12:00:00Z', '1970-01-01T00:00:00Z'],
] as const)('a %s seen from %s began at %s', (period, now, began) => {
  expect(new Date(beginning(period, Date.parse(now))).toISOString()).toBe(new Date(began).toISOString());
});
