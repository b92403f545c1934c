import { recall, remember } from './memory.js';

/** So many sent texts come back with the up arrow. */
const remembered = 20;

/** What was sent from this window, which the arrows bring back: texts, and commands with their values. */
export function createHistory() {
  let sent = recall('sent') ?? [];
  let at = sent.length;

  return {
    keep(entry) {
      sent = [...sent, entry].slice(-remembered);
      at = sent.length;
      remember('sent', sent);
    },
    /** The next older one (-1) or newer one (1), `{}` behind the newest, nothing where it ends. */
    walk(step) {
      const to = at + step;
      if (to < 0 || to > sent.length) return undefined;
      at = to;
      return sent[at] ?? {};
    },
    get isWalking() {
      return at < sent.length;
    },
  };
}
