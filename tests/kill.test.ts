import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { type Postgres, startPostgres } from '../src/cli/bench/postgres.ts';
import { seeded } from '../src/cli/train/random.ts';
import { buttonsOf, textOf } from '../src/local/people.ts';
import { createLocalDiscord, type LocalDiscord } from '../src/local/server.ts';
import { scoreRound } from '../src/quiz/advance.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { type Crowd, createCrowd } from './support/crowd.ts';
import { spawnVictim, type Victim } from './support/victim.ts';

/** Where the process dies: at these steps of a quiz in turn, and at moments of no meaning in between. */
const moments = [
  'sending',
  undefined,
  'committed',
  'sent',
  'sending',
  'revealing',
  undefined,
  'sending',
  'revealed',
  'finishing',
];
/** So long a step is waited for, and so long at most passes where none is meant, in milliseconds. */
const stepWithin = 6_000;
const momentWithin = 1_500;
const film = 'lantern';
const guests = 8;
const rooms = 6;
const longest = 400_000;
const killingWithin = 300_000;
const tellingWithin = 15_000;
const farFuture = Date.UTC(2100, 0);
/** One kill in so many must fall while a question is on its way, the moment at which most could go wrong. */
const onTheWay = 5;

const server: Postgres = await startPostgres();
afterAll(() => server.close());

interface Killing {
  readonly name: string;
  readonly database: string;
  readonly processes: number;
  /** How many there are at least: where too few fell while a question was on its way, more go for that. */
  readonly kills: number;
}

/** Lets a crowd play while processes are killed and started again; ends when every quiz is over. */
async function playAndKill({ name, database, processes, kills: least }: Killing) {
  const local = await createLocalDiscord({ guilds: rooms, guests, messageLimit: 1000 });
  const random = seeded(least);
  const env = {
    DISCORD_TOKEN: local.token,
    DISCORD_API_URL: `${local.url}/api`,
    DATABASE_URL: database,
    FILMS_DIR: 'tests/fixtures/films',
  };
  const launch = () => spawnVictim(env);
  const victims: Victim[] = Array.from({ length: processes }, launch);
  await Promise.all(victims.map(({ ready }) => ready));
  // Requests take a while, so that a process can die while one is on its way.
  local.breakage.delay(25);
  const players = Array.from({ length: guests }, (_, at) => `guest-${at + 1}`);
  const channels = ['film-club', ...Array.from({ length: rooms - 1 }, (_, at) => `film-club-${at + 2}`)];
  const crowd = createCrowd(local, {
    rooms: [
      ...channels.map(name => ({ id: local.channel(name).id, players })),
      ...players.map(name => ({ id: local.person(name).privateChat().id, players: [name] })),
    ],
    film,
    random,
  });
  const hits = new Map<string, number>();
  const end = performance.now() + killingWithin;
  let kills = 0;
  for (; kills < least || (killedOnTheWay(hits) < kills / onTheWay && performance.now() < end); kills++) {
    const at = Math.floor(random() * victims.length);
    const victim = victims[at];
    if (victim === undefined) throw new Error('nobody to kill');
    await victim.ready;
    const moment = kills < least ? moments[kills % moments.length] : 'sending';
    const last = await victim.killAt(moment, moment === undefined ? random() * momentWithin : stepWithin);
    const where = last === undefined ? 'idle' : [last.step, ...(last.news ?? [])].join(' ');
    hits.set(where, (hits.get(where) ?? 0) + 1);
    victims[at] = launch();
  }
  await crowd.finish();
  const store = await openStore(database);
  await allTold(store);
  await Promise.all(victims.map(victim => victim.end()));
  return { name, local, crowd, hits, kills, store };
}

function killedOnTheWay(hits: ReadonlyMap<string, number>): number {
  return (hits.get('sending') ?? 0) + (hits.get('committed asked') ?? 0);
}

/** Who holds a room may yet have to hear that somebody else has ended its quiz. */
async function allTold({ quizzes }: Store): Promise<void> {
  const end = performance.now() + tellingWithin;
  while ((await quizzes.abandoned(farFuture, 1)).length > 0 && performance.now() < end) await sleep(100);
}

type Played = Awaited<ReturnType<typeof playAndKill>>;

/** What the store holds must be what people were told, and what the rules make of the guesses. */
async function proveNothingLost({ name, local, crowd, hits, kills, store }: Played): Promise<void> {
  expect(await store.quizzes.abandoned(farFuture, 1)).toEqual([]);
  const quizzes = await everyQuiz(store, local);
  const totals = new Map<string, number>();
  let guesses = 0;
  const kept = new Map<string, number>();
  for (const { quiz, rounds } of quizzes) {
    expect(quiz.phase).toBe('over');
    let streaks: Record<string, number> = {};
    for (const { round, scored, revealed } of rounds) {
      const replayed = scoreRound(round, quiz.settings.seconds, streaks);
      expect(scored).toEqual(replayed);
      streaks = Object.fromEntries(
        replayed.flatMap(({ player, isRight }) => (isRight ? [[player, (streaks[player] ?? 0) + 1]] : [])),
      );
      expect(revealed).toBe(true);
      for (const { player, choice, points } of scored) {
        guesses++;
        kept.set(`${round.message} ${player}`, choice);
        totals.set(player, (totals.get(player) ?? 0) + points);
      }
      expect(buttonsOf(local.world.messages.get(round.message ?? '') ?? { components: [] })).not.toContain('A');
    }
    const shown = local.world.messages.get(
      [...local.world.messages.values()].find(({ nonce }) => nonce === `${quiz.id}.end`)?.id ?? '',
    );
    const points = new Map<string, number>();
    for (const { player, points: more } of rounds.flatMap(({ scored }) => scored))
      points.set(player, (points.get(player) ?? 0) + more);
    for (const [player, sum] of points)
      expect(textOf(shown ?? { content: '', components: [] })).toContain(
        `<@${player}> · ${new Intl.NumberFormat('en').format(sum)} point`,
      );
  }
  for (const { message, player, choice } of crowd.receipts) expect(kept.get(`${message} ${player}`)).toBe(choice);
  expect(new Set(crowd.receipts.map(({ message, player }) => `${message} ${player}`)).size).toBe(
    crowd.receipts.length,
  );
  const scores = await store.scores.board({ film, guild: undefined, since: 0 });
  const board = scores.map(({ player, points }) => [player, points]);
  expect(board.sort()).toEqual([...totals].sort());
  const nonces = [...local.world.messages.values()].flatMap(({ nonce }) => (nonce?.includes('.') ? [nonce] : []));
  expect(new Set(nonces).size).toBe(nonces.length);
  const where = [...hits]
    .sort()
    .map(([step, count]) => `${step} ${count}`)
    .join(', ');
  console.log(
    `${name}: ${kills} kills (after: ${where}); ${quizzes.length} quizzes, ${quizzes.flatMap(({ rounds }) => rounds).length} rounds, ` +
      `${guesses} guesses kept, ${crowd.receipts.length} acknowledged, 0 lost, 0 twice, all over, scores as replayed`,
  );
  expect(guesses).toBeGreaterThan(kills);
  expect(killedOnTheWay(hits)).toBeGreaterThanOrEqual(kills / onTheWay);
}

async function everyQuiz(store: Store, { world }: LocalDiscord) {
  const ids = new Set(
    [...world.messages.values()].flatMap(({ nonce }) => /^([0-9a-f]{12})\./.exec(nonce ?? '')?.[1] ?? []),
  );
  return Promise.all(
    [...ids].map(async id => {
      const quiz = await store.quizzes.find(id);
      if (quiz === undefined) throw new Error(`players saw the quiz ${id}, and the store does not know it`);
      return { quiz, rounds: await store.quizzes.closed(id) };
    }),
  );
}

async function close({ local, store }: Played & { crowd: Crowd }): Promise<void> {
  await store.close();
  await local.close();
}

describe.concurrent('processes that are killed at any moment lose nothing, count nothing twice and leave no quiz stuck', () => {
  test(
    'one process on SQLite',
    async () => {
      const file = join(mkdtempSync(join(tmpdir(), 'kill-')), 'amour.db');
      const played = await playAndKill({
        name: 'SQLite, one process',
        database: `sqlite:${file}`,
        processes: 1,
        kills: 50,
      });
      await proveNothingLost(played);
      await close(played);
    },
    longest,
  );

  test(
    'two processes that serve the same shard from one PostgreSQL',
    async () => {
      const database = await server.database();
      const played = await playAndKill({ name: 'PostgreSQL, two processes', database, processes: 2, kills: 50 });
      await proveNothingLost(played);
      await close(played);
    },
    longest,
  );
});
