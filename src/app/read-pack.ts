import { parentPort, workerData } from 'node:worker_threads';
import { loadFilm, PackError } from '../films/load.ts';

/** Runs in a worker: reads and checks one pack, and hands over the film or everything that is wrong with it. */
const folder = String(workerData);
try {
  parentPort?.postMessage({ film: await loadFilm(folder) });
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  parentPort?.postMessage({ problems: error.problems });
}
