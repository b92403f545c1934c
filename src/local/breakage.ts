/** What can be broken on purpose, to see what the bot makes of it. */
export interface Breakage {
  /** Every REST answer comes so many milliseconds late. */
  delay(ms: number): void;
  /** The next requests are answered with this status (429 with a wait of `retryAfter` seconds). */
  fail(status: 429 | 500 | 502 | 503, times: number, retryAfter?: number): void;
  /** The next connections are closed without an answer. */
  closeConnections(times: number): void;
}

export interface Broken {
  delayMs: number;
  failures: { status: number; retryAfter: number }[];
  closing: number;
}

export function createBreakage(): { broken: Broken; breakage: Breakage } {
  const broken: Broken = { delayMs: 0, failures: [], closing: 0 };
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
  };
  return { broken, breakage };
}
