import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buttonsOf, until } from '../../local/people.ts';
import { createLocalDiscord, type LocalDiscord } from '../../local/server.ts';
import { table } from '../table.ts';
import { percentile } from './percentile.ts';
import { startPostgres } from './postgres.ts';

const rooms = 200;
const players = 20;
const film = 'amour';
/** Discord's description is not checked while timing; everything else is enforced as in the tests. */
const world = { guilds: rooms, guests: players, messageLimit: 1000 };

export interface Load {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/**
 * Everybody in 200 rooms presses a button: a bot that only says "pong", then quizzes on SQLite and on PostgreSQL, each
 * in a process of its own beside the local Discord's, in one run. Prints presses acknowledged a second, and ratios.
 */
export async function benchQuiz(json: boolean): Promise<void> {
  const server = await startPostgres();
  const file = join(await mkdtemp(join(tmpdir(), 'bench-')), 'amour.db');
  const loads = [
    await pong(),
    await quiz('SQLite', `sqlite:${file}`),
    await quiz('PostgreSQL', await server.database()),
    await pong(),
  ];
  await server.close();
  const floor = ((loads[0]?.perSecond ?? 0) + (loads[3]?.perSecond ?? 0)) / 2;
  const lines = loads.map(load => ({ ...load, ratio: load.perSecond / floor }));
  if (json) return console.log(JSON.stringify({ rooms, players, loads: lines }));
  console.log(`${rooms} rooms × ${players} players, one press each; ratios to the mean of both "pong" runs`);
  console.log(
    table([
      ['', 'acks/s', 'ratio', 'p50 ms', 'p99 ms', 'failed'],
      ...lines.map(({ name, perSecond, ratio, p50, p99, failed }) => [
        name,
        perSecond.toFixed(0),
        ratio.toFixed(2),
        p50.toFixed(0),
        p99.toFixed(0),
        `${failed}`,
      ]),
    ]),
  );
}

async function pong(): Promise<Load> {
  const local = await createLocalDiscord(world);
  const bot = await launch(local, 'src/cli/bench/pong.ts', {});
  const messages = channelsOf(local).map(id => addQuestion(local, id));
  const load = await press('pong', local, messages);
  await stop(bot, local);
  return load;
}

async function quiz(name: string, database: string): Promise<Load> {
  const local = await createLocalDiscord(world);
  const bot = await launch(local, 'src/main.ts', { DATABASE_URL: database, LOG_LEVEL: 'info' });
  const starter = local.person('mia');
  for (const channel of channelsOf(local))
    await starter.slash(channel, `${film} quiz`, { rounds: 1, seconds: 60, spoilers: true });
  const questions = () =>
    [...local.world.messages.values()].filter(message => buttonsOf(message).includes('A')).map(({ id }) => id);
  const messages = await until(() => (questions().length === rooms ? questions() : undefined), 60_000);
  const load = await press(name, local, messages);
  await stop(bot, local);
  return load;
}

/** All rooms at once; in each, one player after the other. */
async function press(name: string, local: LocalDiscord, messages: readonly string[]): Promise<Load> {
  const people = Array.from({ length: players }, (_, at) => local.person(`guest-${at + 1}`));
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  await Promise.all(
    messages.map(async message => {
      for (const person of people) {
        const outcome = await person.press(message, 'A');
        times.push(outcome.ms);
        if (outcome.message === undefined) failed++;
      }
    }),
  );
  const perSecond = (times.length / (performance.now() - began)) * 1000;
  return { name, perSecond, p50: percentile(times, 50), p99: percentile(times, 99), failed };
}

function channelsOf({ world }: LocalDiscord): string[] {
  return [...world.channels.values()].flatMap(({ id, name }) => (name.startsWith('film-club') ? [id] : []));
}

/** A message with a button, as if the bot had sent it. */
function addQuestion({ world }: LocalDiscord, channelId: string): string {
  const id = `${BigInt(channelId) + 1n}`;
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'A', custom_id: 'a' }] }];
  world.messages.set(id, {
    id,
    channelId,
    authorId: world.bot.id,
    content: 'ping?',
    components: components as never,
    embeds: [],
    attachments: [],
    flags: 0,
    timestamp: Date.now(),
    editedAt: undefined,
    replyTo: undefined,
    mentions: [],
    onlyFor: undefined,
    interaction: undefined,
    nonce: undefined,
  });
  return id;
}

async function launch(local: LocalDiscord, script: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { PATH: process.env.PATH ?? '', DISCORD_TOKEN: local.token, DISCORD_API_URL: `${local.url}/api`, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>(resolve => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.includes('"msg":"ready"')) resolve();
    });
  });
  return child;
}

async function stop(bot: ChildProcess, local: LocalDiscord): Promise<void> {
  const exited = once(bot, 'exit');
  bot.kill('SIGKILL');
  await exited;
  await local.close();
}
