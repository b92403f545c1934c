import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAnswerEngine } from '../../answers/engine.ts';
import { createFilmIndex } from '../../answers/film-index.ts';
import { shownQuestion } from '../../answers/told.ts';
import { type Library, openLibrary } from '../../app/library.ts';
import type { Film } from '../../films/film.ts';
import { loadConcepts, loadFilm } from '../../films/load.ts';
import { languages } from '../../text/language.ts';
import { createBaselines } from '../baselines.ts';
import { table } from '../table.ts';
import { percentile } from './percentile.ts';

const asked = 400;
/** Who is slow is asked less, but so many questions at least: a default fuse.js takes seconds for one. */
const leastAsked = 8;
const longestAsking = 15_000;
const longestWarming = 1_000;
const rounds = 9;
const shelves = [1, 10, 100, 1_000];

export interface Speed {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
}

/**
 * One film: an answer and an autocomplete beside the search libraries, and what the index costs. Then shelves of up to
 * 1,000 films, where a question is routed to its film. Everything in one run; ratios say more than milliseconds.
 */
export async function benchAnswers(json: boolean): Promise<void> {
  const film = await loadFilm('data/amour');
  const concepts = await loadConcepts('data');
  const questions = sample(film);
  const { index, engine } = await buildTimed(() => createAnswerEngine(film, createFilmIndex(film, concepts)));
  const ours = await time('Amour', questions, question => engine.answer(question));
  const typing = questions.map(question => question.slice(0, Math.ceil(question.length / 2)));
  const suggest = await time('Amour, autocomplete', typing, typed => engine.suggest(typed, 'en', 25));
  const others: Speed[] = [];
  for (const { name, search } of await createBaselines(film)) others.push(await time(name, questions, search));
  const growth = await grow(questions);
  if (json) return console.log(JSON.stringify({ index, ours, suggest, others, growth }));
  console.log(`index of one film: ${index.ms.toFixed(0)} ms, ${index.megabytes.toFixed(1)} MB\n`);
  console.log(
    table([
      ['one film', 'p50 ms', 'p99 ms', 'p50 ÷ ours'],
      ...[ours, suggest, ...others].map(({ name, p50, p99 }) => [
        name,
        p50.toFixed(2),
        p99.toFixed(2),
        (p50 / ours.p50).toFixed(1),
      ]),
    ]),
  );
  console.log(
    `\n${table([
      ['films', 'routed p50 ms', 'p99 ms', 'p50 ÷ one film', 'opened first ms', 'again ms', 'longest stop ms'],
      ...growth.map(({ films, p50, p99, first, again, stop }) => [
        `${films}`,
        p50.toFixed(2),
        p99.toFixed(2),
        (p50 / (growth[0]?.p50 ?? 1)).toFixed(2),
        first.toFixed(0),
        again.toFixed(0),
        stop.toFixed(0),
      ]),
    ])}`,
  );
}

/**
 * Copies of a small pack beside the large one: each question goes to the film it names, which is opened for the first
 * time and, as if by the next process, again. The longest stop is how long nothing else could happen meanwhile.
 */
async function grow(questions: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-films-'));
  const shelved: { films: number; library: Library; first: number; again: number; stop: number }[] = [];
  await cp('data/amour', join(folder, 'amour'), { recursive: true });
  await cp('data/concepts.yaml', join(folder, 'concepts.yaml'));
  let made = 1;
  for (const films of shelves) {
    for (; made < films; made++) await makeFilm(join(folder, `film-${made}`), made);
    const keep = await mkdtemp(join(tmpdir(), 'bench-kept-'));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const opened = async () => {
      const library = await openLibrary(folder, 50, keep);
      delay.enable();
      const began = performance.now();
      await library.open('amour');
      const ms = performance.now() - began;
      // What stops the loop is only known when it goes on.
      await sleep(10);
      delay.disable();
      return { library, ms };
    };
    const first = await opened();
    const { library, ms: again } = await opened();
    await rm(keep, { recursive: true });
    shelved.push({ films, library, first: first.ms, again, stop: delay.max / 1e6 });
  }
  const timed = await timeInTurns(questions, shelved, async ({ library }, question) => {
    const { engine } = await library.open('amour');
    return engine.answer(question);
  });
  await rm(folder, { recursive: true });
  return timed.map(({ library: _, ...row }) => row);
}

async function makeFilm(folder: string, number: number): Promise<void> {
  await cp('tests/fixtures/films/lantern', folder, { recursive: true });
  const file = join(folder, 'film.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('The Lantern', `Film number ${number}`));
}

/**
 * What an index takes, the middle of as many times as a question is asked, after a first one to warm up, and what one
 * more holds. Not the time of that one: after a collection that is asked for, much of the program is compiled again.
 */
async function buildTimed<T>(build: () => T): Promise<{ engine: T; index: { ms: number; megabytes: number } }> {
  build();
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    build();
    return performance.now() - began;
  });
  const before = await memoryHeld();
  const engine = build();
  const megabytes = ((await memoryHeld()) - before) / 1e6;
  return { engine, index: { ms: percentile(times, 50), megabytes } };
}

/** In bytes. The buffers that a collection finds unused are freed a moment later. */
async function memoryHeld(): Promise<number> {
  globalThis.gc?.();
  await sleep(50);
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Questions in all languages from all over the pack. */
function sample(film: Film): string[] {
  const step = Math.max(1, Math.floor((film.facts.length * languages.length) / asked));
  return film.facts
    .flatMap(fact => languages.map(language => shownQuestion(film, fact, language)))
    .filter((_, at) => at % step === 0);
}

/**
 * All inputs nine times, or as often as fits in the time, after some of them to warm up. The middle of an input's times
 * counts: what else the machine did for a moment is no property of the question.
 */
async function time(name: string, inputs: readonly string[], run: (input: string) => unknown): Promise<Speed> {
  const [speed = { p50: 0, p99: 0 }] = await timeInTurns(inputs, [{}], (_, input) => run(input));
  return { name, ...speed };
}

/**
 * The same for several at once, one after the other for each input, so that a slow minute is a slow one for all. Each is
 * first in its turn as often as the others: who comes second finds the question's words in the processor's cache.
 */
async function timeInTurns<T>(
  inputs: readonly string[],
  several: readonly T[],
  run: (one: T, input: string) => unknown,
): Promise<(T & Pick<Speed, 'p50' | 'p99'>)[]> {
  const warm = performance.now() + longestWarming;
  for (const input of inputs) {
    if (performance.now() > warm) break;
    for (const one of several) await run(one, input);
  }
  const rivals = several.map(one => ({ one, times: inputs.map((): number[] => []) }));
  const end = performance.now() + longestAsking;
  for (let round = 0; round < rounds; round++) {
    for (const [at, input] of inputs.entries()) {
      if (round * inputs.length + at >= leastAsked && performance.now() > end) break;
      const first = (round + at) % rivals.length;
      for (const { one, times } of [...rivals.slice(first), ...rivals.slice(0, first)]) {
        const began = performance.now();
        await run(one, input);
        times[at]?.push(performance.now() - began);
      }
    }
  }
  return rivals.map(({ one, times }) => {
    const middles = times.filter(({ length }) => length > 0).map(times => percentile(times, 50));
    return { ...one, p50: percentile(middles, 50), p99: percentile(middles, 99) };
  });
}
