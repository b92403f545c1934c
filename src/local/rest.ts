import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Breach, isJson, type Json } from './breach.ts';
import type { Broken } from './breakage.ts';
import { createBuckets } from './buckets.ts';
import { Refusal, refusals } from './errors.ts';
import type { Interactions } from './interactions.ts';
import { isEmptyMessage, mentionBreaches, messageBreaches } from './limits.ts';
import type { Messages } from './messages.ts';
import { applicationRoutes } from './rest-application.ts';
import { channelRoutes } from './rest-channels.ts';
import { interactionRoutes } from './rest-interactions.ts';
import type { Clock } from './snowflake.ts';
import type { World } from './world.ts';

export interface RestOptions {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly token: string;
  readonly gatewayUrl: () => string;
  /** How many shards Discord would recommend. */
  readonly shards: number;
  readonly clock: Clock;
  /** Messages, or edits, that a channel takes in five seconds. */
  readonly messageLimit: number;
  readonly broken: Broken;
  /** Something that Discord forbids or would refuse. */
  violated(request: string, breaches: readonly Breach[]): void;
  watch(request: Watched): void;
  /** Checks a request against Discord's description, where a test has brought it along. */
  validate(method: string, path: string, body: unknown): readonly Breach[];
}

/** A request and what came of it; `refusal` is Discord's answer where it says no. */
export interface Watched {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly ms: number;
  readonly refusal?: unknown;
}

/** `body` is what was sent, `json` the same where it is an object. */
export type Env = { Bindings: HttpBindings; Variables: { body: unknown; json: Json } };

/** What every route needs to refuse as Discord does. */
export interface Checks {
  /** Refuses what breaks a limit, and tells whoever watches. */
  check(c: Context<Env>, breaches: readonly Breach[]): void;
  /** A message, or with `stored` (its flags) what one is changed into. */
  checkMessage(c: Context<Env>, body: Json, stored?: number): void;
  limited(c: Context<Env>, bucket: string): void;
}

/** What Discord takes in one request, files included. */
const mostBytes = 25 * 1024 * 1024;

/** The REST routes that a bot like ours calls. Any other is a loud 404. */
export function createRest(options: RestOptions): Hono<Env> {
  const { token, clock, broken, violated, watch, validate } = options;
  const take = createBuckets(clock, options.messageLimit);
  const api = new Hono<Env>().basePath('/api/v10');

  api.use(async (c, next) => {
    const began = performance.now();
    await next();
    const { method, path } = c.req;
    const { status } = c.res;
    const refusal = status < 400 ? {} : { refusal: await c.res.clone().json() };
    watch({ method, path, body: c.get('body'), status, ms: performance.now() - began, ...refusal });
  });
  api.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: () => {
        throw refusals.tooLarge();
      },
    }),
  );
  api.use(async (c, next) => {
    const body = await readBody(c, options.world);
    c.set('body', body);
    c.set('json', typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Json) : {});
    await next();
  });
  api.use(async (c, next) => {
    if (broken.closing > 0) {
      broken.closing--;
      c.env.incoming.socket.destroy();
      return c.body(null);
    }
    if (broken.delayMs > 0) await sleep(broken.delayMs);
    const failure = broken.failures.shift();
    if (failure?.status === 429) throw refusals.tooMany(failure.retryAfter);
    if (failure !== undefined) return c.json({ message: 'broken on purpose' }, failure.status as 500);
    const hasOwnToken = c.req.path.includes('/interactions/') || c.req.path.includes('/webhooks/');
    if (!hasOwnToken && c.req.header('authorization') !== `Bot ${token}`) throw refusals.unauthorized();
    tell(c, validate(c.req.method, c.req.path.replace('/api/v10', ''), c.get('body')));
    return next();
  });

  function tell(c: Context<Env>, breaches: readonly Breach[]): void {
    if (breaches.length > 0) violated(`${c.req.method} ${c.req.path}`, breaches);
  }
  function check(c: Context<Env>, breaches: readonly Breach[]): void {
    tell(c, breaches);
    if (breaches.length > 0) throw refusals.invalid(breaches);
  }
  const checks: Checks = {
    check,
    checkMessage(c, body, stored) {
      tell(c, mentionBreaches(body));
      check(c, messageBreaches(body, stored));
      if (stored === undefined && isEmptyMessage(body)) {
        tell(c, [{ at: 'content', rule: 'an empty message' }]);
        throw refusals.emptyMessage();
      }
    },
    limited(c, bucket) {
      const { limit, remaining, resetAfter, isOver } = take(bucket);
      c.header('x-ratelimit-limit', `${limit}`);
      c.header('x-ratelimit-remaining', `${remaining}`);
      c.header('x-ratelimit-reset', (clock() / 1000 + resetAfter).toFixed(3));
      c.header('x-ratelimit-reset-after', resetAfter.toFixed(3));
      c.header('x-ratelimit-bucket', bucket.split(' ')[0]);
      if (!isOver) return;
      c.header('x-ratelimit-scope', 'user');
      throw refusals.tooMany(resetAfter);
    },
  };

  applicationRoutes(api, options, checks);
  interactionRoutes(api, options, checks);
  channelRoutes(api, options, checks);
  api.all('*', c => {
    tell(c, [{ at: 'route', rule: 'is not served here' }]);
    throw refusals.noRoute();
  });
  api.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 429) c.header('retry-after', `${error.body.retry_after}`);
    return c.json(error.body, error.status as 400);
  });
  return api;
}

async function readBody(c: Context<Env>, { files: kept }: World): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  try {
    if (type.startsWith('multipart/form-data')) {
      const form = await c.req.parseBody();
      const files = Object.values(form).filter(part => part instanceof File);
      const attachments = files.map((file, at) => {
        const attachment = { id: `${at}`, filename: file.name, size: file.size };
        kept.set(attachment, file);
        return attachment;
      });
      const said = JSON.parse(String(form.payload_json ?? '{}'));
      // An interaction's answer describes its files within its data.
      return isJson(said.data) ? { ...said, data: { ...said.data, attachments } } : { ...said, attachments };
    }
    const said = type.startsWith('application/json') ? await c.req.text() : '';
    return said === '' ? {} : JSON.parse(said);
  } catch (error) {
    if (error instanceof SyntaxError) throw refusals.badJson();
    throw error;
  }
}
