import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines on standard output. Tokens never reach it: what is logged is named, not dumped. */
export function createLog(level: string): Log {
  return pino({ level, redact: { paths: ['token', '*.token', 'headers.authorization'], censor: '…' } });
}
