import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import type { Breakage } from './breakage.ts';
import { Refusal } from './errors.ts';
import type { Gateway } from './gateway.ts';
import { breakRoutes } from './page-break.ts';
import type { PageNews } from './page-events.ts';
import { fileRoutes } from './page-files.ts';
import type { Traffic } from './page-inside.ts';
import { personRoutes } from './page-me.ts';
import { isOurs } from './page-read.ts';
import { type Acting, Impossible } from './people.ts';
import type { World } from './world.ts';

export interface PageOptions {
  readonly world: World;
  readonly acting: (username: string) => Acting;
  readonly traffic: readonly Traffic[];
  readonly breakage: Breakage;
  readonly gateway: () => Gateway;
  readonly tell: (news: PageNews) => void;
  readonly subscribe: (listener: (news: PageNews) => void) => () => void;
}

/** The page and what it needs from the server: everything a person can do, over HTTP, for this machine only. */
export function createPage(options: PageOptions): Hono {
  const page = new Hono();
  page.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  fileRoutes(page);
  for (const path of ['/me/*', '/inside/*']) {
    page.use(path, bodyLimit({ maxSize: 64 * 1024 }));
    page.use(path, async (c, next) =>
      isOurs(c) ? await next() : c.json({ error: 'only the page on this machine may do that' }, 403),
    );
  }
  breakRoutes(page, options);
  personRoutes(page, options);
  page.onError((error, c) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return c.json({ error: 'this is not what the page sends' }, 400);
    if (error instanceof Impossible || error instanceof Refusal) return c.json({ error: error.message }, 400);
    throw error;
  });
  return page;
}
