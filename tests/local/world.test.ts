import { expect, test } from 'vitest';
import { createSnowflakes, timeOf } from '../../src/local/snowflake.ts';
import { createWorld } from '../../src/local/world.ts';

test('servers fall on different shards, also where the clock ticks while they are made', () => {
  let now = Date.UTC(2026, 0, 1);
  const { guilds } = createWorld(
    createSnowflakes(() => now++),
    { guilds: 4 },
  );
  expect(new Set(guilds.map(({ id }) => timeOf(id) % 4)).size).toBe(4);
});
