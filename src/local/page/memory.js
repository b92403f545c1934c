import { freeMember } from './server.js';

/** What a window remembers when it is loaded again: who it is, where it is, what was being written. */
const memory = window.sessionStorage;

export function recall(key) {
  try {
    return JSON.parse(memory.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key, value) {
  if (value === undefined) memory.removeItem(key);
  else memory.setItem(key, JSON.stringify(value));
}

/**
 * Who this window is: who it was before it was loaded again, else a member of whom there is no window yet. A tab that
 * was duplicated brings the memory of the other one, which it must not keep.
 */
export async function whoAmI() {
  const known = recall('person');
  const isCopy = known !== undefined && !(await isAlone(recall('window')));
  if (isCopy) memory.clear();
  if (known === undefined || isCopy) {
    remember('window', crypto.randomUUID());
    remember('person', await freeMember());
    await isAlone(recall('window'));
  }
  return recall('person');
}

/** Holds this window's lock for as long as it lives; `false` when another window has it. */
function isAlone(name) {
  return new Promise(resolve => {
    // The page that is being left may hold it for a moment longer.
    const signal = AbortSignal.timeout(500);
    navigator.locks
      .request(`window ${name}`, { signal }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
