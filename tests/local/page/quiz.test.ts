import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { messages, ready, useBrowser, whoIs } from './windows.ts';

const browser = useBrowser();
const patience = { timeout: 30_000 };

const openRound = (page: Page) =>
  messages(page).filter({ has: page.getByRole('button', { name: 'A', exact: true }) });
const standings = (page: Page) => messages(page).filter({ has: page.getByRole('button', { name: 'Play again' }) });

test('two members in two windows play a whole quiz, one of them reloads in the middle, and both read the standings', {
  timeout: 120_000,
}, async () => {
  const [one, other] = [await browser.open(), await browser.open()];
  const names = [await whoIs(one), await whoIs(other)];
  expect(new Set(names).size).toBe(2);

  await one.locator('#text').pressSequentially('/lantern quiz');
  await one.getByRole('option', { name: /\/lantern quiz/ }).click();
  await one.keyboard.press('Enter');
  await messages(one)
    .filter({ hasText: 'A quiz about The Lantern' })
    .getByRole('button', { name: 'Everyone has seen it' })
    .click();
  await messages(one).filter({ hasText: 'Questions may tell the whole story.' }).waitFor();

  await openRound(one).waitFor(patience);
  await openRound(other).waitFor(patience);
  await openRound(one).getByRole('button', { name: 'B', exact: true }).click();
  await messages(one)
    .filter({ hasText: /You said B/ })
    .waitFor();
  expect(
    await messages(other)
      .filter({ hasText: /You said B/ })
      .count(),
  ).toBe(0);

  await other.reload();
  await ready(other);
  expect(await whoIs(other)).toBe(names[1]);
  await openRound(other).getByRole('button', { name: 'A', exact: true }).click();
  await messages(one)
    .filter({ hasText: `Guessed: @${names[0]} and @${names[1]}` })
    .waitFor(patience);
  await messages(one)
    .filter({ hasText: /The answer/ })
    .first()
    .waitFor(patience);

  // From now on both have guessed in the round before, so every round closes with the second guess.
  for (let round = 2; round <= 5; round++) {
    await openRound(one)
      .filter({ hasText: `Question ${round} of 5` })
      .waitFor(patience);
    await openRound(one).getByRole('button', { name: 'C', exact: true }).click();
    await openRound(other)
      .filter({ hasText: `Question ${round} of 5` })
      .getByRole('button', { name: 'D', exact: true })
      .click();
    await messages(other)
      .filter({ hasText: `Question ${round} of 5` })
      .filter({ hasText: 'The answer' })
      .waitFor(patience);
  }
  for (const page of [one, other]) {
    await standings(page).waitFor(patience);
    const read = await standings(page).innerText();
    expect(read).toContain('The quiz about The Lantern is over');
    for (const name of names) expect(read).toContain(`@${name}`);
  }
});
