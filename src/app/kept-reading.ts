import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Concepts } from '../films/concepts.ts';

/** The reading that a file keeps; nothing where there is none, it was made of something else, or it is not whole. */
export async function keptReading(file: string, fingerprint: Buffer): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const [madeOf, itself, reading] = [bytes.subarray(0, 32), bytes.subarray(32, 64), bytes.subarray(64)];
  return madeOf.equals(fingerprint) && itself.equals(sha256(reading)) ? reading : undefined;
}

/** Keeps a reading, all of it or nothing. Throws where the file cannot be written. */
export async function keepReading(file: string, fingerprint: Buffer, reading: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, Buffer.concat([fingerprint, sha256(reading), reading]));
  await rename(unfinished, file);
}

/**
 * Stands for all that a reading is made of: the pack's files, the concepts, and the program that reads them with what
 * it depends on. Whatever of these changes, the pack is read anew. Throws where the folder cannot be read.
 */
export async function fingerprintOf(folder: string, concepts: Concepts): Promise<Buffer> {
  const files = [...(await filesIn(program)), lockFile, ...(await filesIn(folder))];
  const hash = createHash('sha256').update(JSON.stringify([process.version, folder, files, concepts]));
  for (const bytes of await Promise.all(files.map(file => readFile(file)))) hash.update(sha256(bytes));
  return hash.digest();
}

const program = fileURLToPath(new URL('..', import.meta.url));
const lockFile = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
