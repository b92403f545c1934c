import { expect, test } from 'vitest';
import { timeOf } from '../../src/local/snowflake.ts';
import { createWorld, type World } from '../../src/local/world.ts';

test('servers fall on different shards', () => {
  const { guilds } = createWorld({ guilds: 4 });
  expect(new Set(guilds.map(({ id }) => timeOf(id) % 4)).size).toBe(4);
});

test('people, servers, roles, channels and the bot keep their ids from one start to the next, also with more of them', () => {
  const idsOf = ({ bot, guilds, people, roles, channels }: World) =>
    [bot, ...guilds, ...people, ...roles, ...channels.values()].map(({ id }) => id);
  const [first, second, larger] = [{}, {}, { guilds: 9, guests: 200, elsewhere: true }].map(places =>
    idsOf(createWorld(places)),
  );
  expect(second).toEqual(first);
  expect(larger).toEqual(expect.arrayContaining(first ?? []));
  expect(new Set(larger).size).toBe(larger?.length);
  for (const id of larger ?? []) {
    expect(id).toMatch(/^\d{17,19}$/);
    expect(timeOf(id)).toBeLessThan(Date.UTC(2024, 0));
  }
});
