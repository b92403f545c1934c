import type { Hono } from 'hono';
import { z } from 'zod';
import type { Breakage } from './breakage.ts';
import type { Gateway } from './gateway.ts';
import type { PageOptions } from './page.ts';
import { read } from './page-read.ts';

const times = z.number().int().min(1).max(1000);
const status = z.union([z.literal(429), z.literal(500), z.literal(502), z.literal(503)]);

const breaking = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['drop', 'reconnect', 'invalidate', 'mend']) }),
  z.object({ what: z.literal('delay'), ms: z.number().int().min(0).max(60_000) }),
  z.object({ what: z.literal('fail'), status, times, retryAfter: z.number().min(0).max(60).optional() }),
  z.object({ what: z.literal('close'), times }),
  z.object({ what: z.literal('silence'), silent: z.boolean() }),
]);

/** The "break it" menu: whatever can go wrong between a bot and Discord, on purpose. */
export function breakRoutes(page: Hono, { breakage, gateway, tell }: PageOptions): void {
  page.post('/inside/break', async c => {
    act(await read(c, breaking), breakage, gateway());
    tell({ type: 'broken' });
    return c.json({});
  });
}

function act(wanted: z.infer<typeof breaking>, breakage: Breakage, gateway: Gateway): void {
  switch (wanted.what) {
    case 'drop':
      gateway.drop();
      return;
    case 'reconnect':
      gateway.reconnect();
      return;
    case 'invalidate':
      gateway.invalidate();
      return;
    case 'mend':
      breakage.mend();
      return;
    case 'delay':
      breakage.delay(wanted.ms);
      return;
    case 'fail':
      breakage.fail(wanted.status, wanted.times, wanted.retryAfter);
      return;
    case 'close':
      breakage.closeConnections(wanted.times);
      return;
    case 'silence':
      breakage.silence(wanted.silent);
      return;
  }
}
