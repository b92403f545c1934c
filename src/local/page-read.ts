import type { Context } from 'hono';
import type { z } from 'zod';

/** The body of a request of the page, checked where it enters. */
export async function read<T extends z.ZodType>(c: Context, shape: T): Promise<z.infer<T>> {
  return shape.parse(await c.req.json());
}

/** No other origin, and no other name for this machine (DNS rebinding). */
export function isOurs(c: Context): boolean {
  const host = c.req.header('host') ?? '';
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const isLoopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
  return (
    isLoopback &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}
