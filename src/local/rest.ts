import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import type { Broken } from './breakage.ts';
import { createBuckets } from './buckets.ts';
import { Refusal, refusals } from './errors.ts';
import type { Interactions } from './interactions.ts';
import {
  type Breach,
  choiceBreaches,
  commandBreaches,
  isJson,
  mentionBreaches,
  messageBreaches,
} from './limits.ts';
import type { Messages } from './messages.ts';
import { channelPayload, userPayload } from './payloads.ts';
import type { Clock } from './snowflake.ts';
import type { World } from './world.ts';

type Body = Record<string, unknown>;

export interface RestOptions {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly clock: Clock;
  /** Messages, or edits, that a channel takes in five seconds. */
  readonly messageLimit: number;
  readonly broken: Broken;
  /** Something that Discord forbids or would refuse. */
  violated(request: string, breaches: readonly Breach[]): void;
  watch(request: { method: string; path: string; body: unknown; status: number; ms: number }): void;
  /** Checks a request against Discord's description, where a test has brought it along. */
  validate(method: string, path: string, body: unknown): readonly Breach[];
}

type Env = { Bindings: HttpBindings; Variables: { body: Body } };

/** The REST routes that a bot like ours calls. Any other is a loud 404. */
export function createRest(options: RestOptions): Hono<Env> {
  const { world, messages, interactions, token, gatewayUrl, clock, broken, violated, watch, validate } = options;
  const take = createBuckets(clock, options.messageLimit);
  const api = new Hono<Env>().basePath('/api/v10');

  api.use(async (c, next) => {
    const began = performance.now();
    c.set('body', await readBody(c));
    await next();
    watch({
      method: c.req.method,
      path: c.req.path,
      body: c.get('body'),
      status: c.res.status,
      ms: performance.now() - began,
    });
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
    const isPublic = c.req.path.includes('/interactions/') || c.req.path.includes('/webhooks/');
    if (!isPublic && c.req.header('authorization') !== `Bot ${token}`) throw refusals.unauthorized();
    const breaches = validate(c.req.method, c.req.path.replace('/api/v10', ''), c.get('body'));
    if (breaches.length > 0) violated(`${c.req.method} ${c.req.path}`, breaches);
    return next();
  });

  /** Refuses what breaks a limit as Discord does, and tells whoever watches. */
  function check(c: Context<Env>, breaches: readonly Breach[], refused = true): void {
    if (breaches.length === 0) return;
    violated(`${c.req.method} ${c.req.path}`, breaches);
    if (refused) throw refusals.invalid(breaches);
  }
  function checkMessage(c: Context<Env>, body: Body): void {
    check(c, mentionBreaches(body), false);
    check(c, messageBreaches(body));
  }
  function limited(c: Context<Env>, bucket: string): void {
    const { limit, remaining, resetAfter, isOver } = take(bucket);
    c.header('x-ratelimit-limit', `${limit}`);
    c.header('x-ratelimit-remaining', `${remaining}`);
    c.header('x-ratelimit-reset-after', resetAfter.toFixed(3));
    c.header('x-ratelimit-bucket', bucket.replaceAll(/[^a-z0-9]/g, ''));
    if (isOver) throw refusals.tooMany(resetAfter);
  }

  api.get('/gateway/bot', c =>
    c.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    }),
  );
  api.get('/users/@me', c => c.json(userPayload(world, world.bot.id)));
  api.get('/applications/@me', c =>
    c.json({ id: world.applicationId, name: world.bot.name, flags: 0, description: '', verify_key: '' }),
  );
  api.get('/applications/:id/commands', c => c.json(world.commands));
  api.put('/applications/:id/commands', c => {
    const list = c.get('body') as unknown;
    const commands = Array.isArray(list) ? list : [];
    check(c, commandBreaches(commands));
    world.commands = commands.map(
      (command, at): APIApplicationCommand => ({
        type: 1,
        ...command,
        id: `${10n ** 17n + BigInt(at)}`,
        application_id: world.applicationId,
        version: '1',
      }),
    );
    return c.json(world.commands);
  });

  api.post('/interactions/:id/:token/callback', c => {
    const body = c.get('body');
    const data = isJson(body.data) ? body.data : {};
    if (body.type === 4 || body.type === 7) checkMessage(c, data);
    if (body.type === 8) check(c, choiceBreaches(Array.isArray(data.choices) ? data.choices : []));
    const response = interactions.acknowledge(c.req.param('id'), c.req.param('token'), body);
    return c.req.query('with_response') === 'true' ? c.json(response) : c.body(null, 204);
  });
  api.post('/webhooks/:app/:token', c => {
    checkMessage(c, c.get('body'));
    return c.json(messages.payload(interactions.followUp(c.req.param('token'), c.get('body'))));
  });
  api.get('/webhooks/:app/:token/messages/:id', c =>
    c.json(messages.payload(interactions.readAnswer(c.req.param('token'), c.req.param('id')))),
  );
  api.patch('/webhooks/:app/:token/messages/:id', c => {
    checkMessage(c, c.get('body'));
    return c.json(
      messages.payload(interactions.editAnswer(c.req.param('token'), c.req.param('id'), c.get('body'))),
    );
  });
  api.delete('/webhooks/:app/:token/messages/:id', c => {
    interactions.removeAnswer(c.req.param('token'), c.req.param('id'));
    return c.body(null, 204);
  });

  api.get('/channels/:channel', c => c.json(channelPayload(world, messages.channelOf(c.req.param('channel')))));
  api.post('/channels/:channel/messages', c => {
    const channel = c.req.param('channel');
    limited(c, `messages ${channel}`);
    checkMessage(c, c.get('body'));
    return c.json(messages.payload(messages.fromBot(channel, c.get('body'))));
  });
  api.get('/channels/:channel/messages/:id', c =>
    c.json(messages.payload(messages.messageOf(c.req.param('channel'), c.req.param('id')))),
  );
  api.patch('/channels/:channel/messages/:id', c => {
    limited(c, `edits ${c.req.param('channel')}`);
    checkMessage(c, c.get('body'));
    return c.json(
      messages.payload(messages.edit(messages.messageOf(c.req.param('channel'), c.req.param('id')), c.get('body'))),
    );
  });
  api.delete('/channels/:channel/messages/:id', c => {
    messages.remove(messages.messageOf(c.req.param('channel'), c.req.param('id')));
    return c.body(null, 204);
  });

  api.all('*', c => {
    violated(`${c.req.method} ${c.req.path}`, [{ at: 'route', rule: 'is not served here' }]);
    throw refusals.noRoute();
  });
  api.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 429) c.header('retry-after', `${error.body.retry_after}`);
    return c.json(error.body, error.status as 400);
  });
  return api;
}

async function readBody(c: Context): Promise<Body> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await c.req.parseBody();
    const json = JSON.parse(String(form.payload_json ?? '{}'));
    const files = Object.values(form).filter(part => part instanceof File);
    return { ...json, attachments: files.map(({ name, size }, at) => ({ id: `${at}`, filename: name, size })) };
  }
  return type.startsWith('application/json') ? await c.req.json() : {};
}
