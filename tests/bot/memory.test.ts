import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { createMemory } from '../../src/bot/memory.ts';

afterEach(() => void vi.restoreAllMocks());

test('what was told last is leaned on for ten minutes, and each answer begins them anew', async () => {
  const start = performance.now();
  const clock = vi.spyOn(performance, 'now');
  const after = async (minutes: number) => {
    clock.mockReturnValue(start + minutes * 60_000);
    // The memory looks at the clock once a millisecond.
    await sleep(5);
  };
  const memory = createMemory();
  const told = { film: 'lantern', fact: 'lantern-director' };
  await after(0);
  memory.tell('room', told);
  await after(9.9);
  expect(memory.toldIn('room')).toEqual(told);
  memory.tell('room', told);
  await after(19.8);
  expect(memory.toldIn('room')).toEqual(told);
  await after(20);
  expect(memory.toldIn('room')).toBeUndefined();
});
