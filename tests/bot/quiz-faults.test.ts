import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, type TestContext, test } from 'vitest';
import { startPostgres } from '../../src/cli/bench/postgres.ts';
import { buttonsOf, textOf, until } from '../../src/local/people.ts';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server.ts';
import type { StoredMessage } from '../../src/local/world.ts';
import { fixtureFilms, reply, start } from '../support/bot.ts';

const folder = mkdtempSync(join(tmpdir(), 'quiz-faults-'));
const patience = 25_000;
/** A bot of its own with a quiz in Mia's private chat, where nobody has to be waited for. */
async function play({ onTestFinished }: Pick<TestContext, 'onTestFinished'>, database: string, rounds = 1) {
  const local = await createLocalDiscord({ messageLimit: 1000 });
  onTestFinished(() => local.close());
  const bot = await start(local, fixtureFilms, { database });
  onTestFinished(() => bot.close());
  const mia = local.person('mia');
  const room = mia.privateChat().id;
  const begin = async () =>
    reply(await mia.slash(room, 'lantern quiz', { rounds, seconds: 10, spoilers: true })).text;
  return { local, bot, mia, room, begin };
}

const posted = (local: LocalDiscord, room: string): StoredMessage[] =>
  [...local.world.messages.values()].filter(
    ({ channelId, nonce, authorId }) =>
      channelId === room && authorId === local.world.bot.id && nonce !== undefined,
  );
const open = (local: LocalDiscord, room: string, round = 1) =>
  until(() => {
    const question = posted(local, room)[round - 1];
    return question !== undefined && buttonsOf(question).includes('A') ? question : undefined;
  }, patience);
const over = (local: LocalDiscord, room: string) =>
  until(() => posted(local, room).find(message => buttonsOf(message).includes('Play again')), patience);
const closesAt = (message: StoredMessage) => Number(/<t:(\d+):R>/.exec(textOf(message))?.[1]) * 1000;

describe.concurrent('a quiz goes on in spite of', () => {
  test('500s on the question, longer than the client tries: people get the full time', async context => {
    const { local, mia, room, begin } = await play(context, 'sqlite::memory:');
    await begin();
    local.breakage.fail(500, 6);
    const question = await open(local, room);
    expect(posted(local, room)).toHaveLength(1);
    expect(closesAt(question) - Date.now()).toBeGreaterThan(7_000);
    expect(reply(await mia.press(question.id, 'A')).text).toContain('You said');
    await over(local, room);
  }, 60_000);

  test('a 429 on the question', async context => {
    const { local, mia, room, begin } = await play(context, 'sqlite::memory:');
    await begin();
    local.breakage.fail(429, 2, 1);
    const question = await open(local, room);
    await mia.press(question.id, 'A');
    await over(local, room);
    expect(posted(local, room)).toHaveLength(2);
  }, 60_000);

  test('a database that somebody locks for five seconds: the person hears so, and the guess can be made again', async context => {
    const file = join(folder, 'locked.db');
    const { local, mia, room, begin } = await play(context, `sqlite:${file}`);
    await begin();
    const question = await open(local, room);
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    setTimeout(() => {
      other.exec('rollback');
      other.close();
    }, 5_000);
    expect(reply(await mia.press(question.id, 'A')).text).toContain('cannot get at my notes right now');
    const counted = await eventually(async () => {
      const { message } = await mia.press(question.id, 'B');
      const said = message === undefined ? '' : textOf(message);
      return said.includes('You said **B**') ? said : undefined;
    });
    expect(counted).toContain('You said **B**');
    expect(textOf(await over(local, room))).toContain('is over');
  }, 60_000);

  test('a clock that went back an hour while nobody listened', async context => {
    const file = join(folder, 'clock.db');
    const { local, bot, mia, room, begin } = await play(context, `sqlite:${file}`, 2);
    await begin();
    await open(local, room);
    await bot.close();
    // As if all that was written by a clock an hour ahead.
    const database = new DatabaseSync(file);
    const row = database.prepare('select id, data from quizzes').get() as { id: string; data: string };
    const data = JSON.parse(row.data);
    data.round.closesAt += 3_600_000;
    data.round.openedAt += 3_600_000;
    database
      .prepare('update quizzes set data = ?, held_until = held_until + 3600000 + 3600000 where id = ?')
      .run(JSON.stringify(data), row.id);
    database.close();
    const again = await start(local, fixtureFilms, { database: `sqlite:${file}` });
    context.onTestFinished(() => again.close());
    const resumed = await until(
      () => posted(local, room).find(message => textOf(message).includes('I was away for a moment')),
      patience,
    );
    expect(closesAt(resumed) - Date.now()).toBeLessThan(11_000);
    await mia.press(resumed.id, 'A');
    const second = await open(local, room, 2);
    await mia.press(second.id, 'A');
    await over(local, room);
  }, 60_000);
});

describe('with PostgreSQL', async () => {
  const server = await startPostgres();
  afterAll(() => server.close());

  test('that is gone for five seconds, a quiz goes on when it is back and keeps what was guessed', async context => {
    const { local, mia, room, begin } = await play(context, await server.database(), 2);
    await begin();
    const first = await open(local, room);
    await mia.press(first.id, 'A');
    const second = await open(local, room, 2);
    await server.stop();
    expect(reply(await mia.press(second.id, 'A')).text).toContain('cannot get at my notes right now');
    await new Promise(resolve => setTimeout(resolve, 5_000));
    await server.start();
    await eventually(async () => {
      const { message } = await mia.press(second.id, 'A');
      return message !== undefined && /You said|Your guess stands/.test(textOf(message)) ? true : undefined;
    });
    const end = await over(local, room);
    expect(textOf(end)).toMatch(/1\\\. <@\d+> · \d+ points? · [012] right/);
  }, 60_000);
});

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + patience; performance.now() < end; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new Error('waited in vain');
}
