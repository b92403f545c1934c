import type { World } from './world.ts';

/** What can be broken on purpose, to see what the bot makes of it. */
export interface Breakage {
  /** Every REST answer comes so many milliseconds late. */
  delay(ms: number): void;
  /** The next requests are answered with this status (429 with a wait of `retryAfter` seconds). */
  fail(status: 429 | 500 | 502 | 503, times: number, retryAfter?: number): void;
  /** The next connections are closed without an answer. */
  closeConnections(times: number): void;
  /** Takes the permission to send away in every text channel, or gives it back. */
  silence(isSilent: boolean): void;
  /** Everything works again. */
  mend(): void;
  state(): BreakageState;
}

/** What is broken at the moment, for whoever looks. */
export interface BreakageState {
  readonly delayMs: number;
  /** The statuses that the next requests are answered with. */
  readonly failures: readonly number[];
  readonly closing: number;
  readonly silent: boolean;
}

export interface Broken {
  delayMs: number;
  failures: { status: number; retryAfter: number }[];
  closing: number;
}

export function createBreakage(world: World): { broken: Broken; breakage: Breakage } {
  const broken: Broken = { delayMs: 0, failures: [], closing: 0 };
  const textChannels = () => [...world.channels.values()].filter(({ kind }) => kind === 'text');
  const breakage: Breakage = {
    delay: ms => {
      broken.delayMs = ms;
    },
    fail: (status, times, retryAfter = 0.05) => {
      broken.failures = Array.from({ length: times }, () => ({ status, retryAfter }));
    },
    closeConnections: times => {
      broken.closing = times;
    },
    silence: isSilent => {
      for (const channel of textChannels()) channel.botMaySend = !isSilent;
    },
    mend: () => {
      Object.assign(broken, { delayMs: 0, failures: [], closing: 0 });
      breakage.silence(false);
    },
    state: () => ({
      delayMs: broken.delayMs,
      failures: broken.failures.map(({ status }) => status),
      closing: broken.closing,
      silent: textChannels().every(({ botMaySend }) => !botMaySend),
    }),
  };
  return { broken, breakage };
}
