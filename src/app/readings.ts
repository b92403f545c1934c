import { fork } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import type { FilmIndex } from '../answers/film-index.ts';
import type { Concepts } from '../films/concepts.ts';
import { PackError } from '../films/load.ts';
import { fingerprintOf, keepReading, keptReading } from './kept-reading.ts';
import type { BrokenPack, PackBytes, PackToRead, ReadPack } from './read-pack.ts';

/** Where what was read is kept unless somebody says otherwise: it can be made again, and may go at any time. */
export const defaultKeep = fileURLToPath(new URL('../../node_modules/.cache/amour', import.meta.url));

/**
 * A pack as it was read before, in a tenth of a second, or read anew where anything of it has changed since. Throws a
 * `PackError` where it is broken.
 */
export async function openPack(folder: string, concepts: Concepts, keep: string): Promise<ReadPack> {
  const file = join(keep, `${basename(folder)}.reading`);
  const fingerprint = await fingerprintOf(folder, concepts).catch(cause => {
    throw new Error(`the film pack ${folder} could not be read`, { cause });
  });
  const kept = await keptReading(file, fingerprint);
  if (kept !== undefined) return packOf(kept);
  const reading = await readApart(folder, concepts);
  // Where nothing can be kept it is read anew next time, which takes longer and is as good.
  await keepReading(file, fingerprint, reading).catch(() => {});
  return packOf(reading);
}

/** Each part in a turn of the event loop by itself. */
async function packOf(reading: PackBytes): Promise<ReadPack> {
  const parts: Partial<FilmIndex & Pick<ReadPack, 'film'>> = {};
  for (const part of deserialize(reading)) {
    await nextTurn();
    Object.assign(parts, deserialize(part));
  }
  const { film, ...index } = parts as FilmIndex & Pick<ReadPack, 'film'>;
  return { film, index };
}

/**
 * Reads a pack in a process of its own: a large one takes longer than a running quiz can be kept waiting, and more
 * memory than a small machine can spare for good. A thread's memory would stay with this process.
 */
async function readApart(folder: string, concepts: Concepts): Promise<PackBytes> {
  const reader = fork(fileURLToPath(new URL('./read-pack.ts', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${semiSpace}`],
  });
  const exited = once(reader, 'exit').then(([code, signal]) => {
    throw new Error(`the film pack ${folder} could not be read: its process ended with ${code ?? signal}`);
  });
  reader.send({ folder, concepts } satisfies PackToRead);
  const [read] = (await Promise.race([once(reader, 'message'), exited])) as [PackBytes | BrokenPack];
  if ('problems' in read) throw new PackError(folder, read.problems);
  return read;
}

/** In megabytes: what is short-lived is thrown away sooner, which takes half the memory and as much time. */
const semiSpace = 4;
