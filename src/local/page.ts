import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { Refusal } from './errors.ts';
import type { Outcome } from './interactions.ts';
import type { MessageNews } from './messages.ts';
import { messagePayload } from './payloads.ts';
import { type Acting, Impossible } from './people.ts';
import { type StoredMessage, sees, type World } from './world.ts';

export interface PageOptions {
  readonly world: World;
  readonly acting: (username: string) => Acting;
  readonly subscribe: (listener: (news: MessageNews) => void) => () => void;
}

const files: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['index.html', 'text/html'],
  '/style.css': ['style.css', 'text/css'],
  ...Object.fromEntries(
    ['main', 'messages', 'components', 'markdown', 'compose', 'server', 'element'].map(name => [
      `/${name}.js`,
      [`${name}.js`, 'text/javascript'],
    ]),
  ),
};

/** The page and what it needs from the server: everything a person can do, over HTTP, for this machine only. */
export function createPage({ world, acting, subscribe }: PageOptions): Hono {
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
  for (const [path, [name, type]] of Object.entries(files)) {
    const text = readFileSync(join(import.meta.dirname, 'page', name), 'utf8');
    page.get(path, c =>
      c.body(text, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }),
    );
  }

  page.use('/me/*', bodyLimit({ maxSize: 64 * 1024 }));
  page.use('/me/*', async (c, next) =>
    isOurs(c) ? await next() : c.json({ error: 'only the page on this machine may do that' }, 403),
  );

  page.get('/me/:user', c => {
    const { person, privateChat } = acting(c.req.param('user'));
    const channels = [...world.channels.values()].filter(
      channel => channel.kind !== 'private' || channel.id === privateChat().id,
    );
    return c.json({
      me: person,
      people: world.people,
      bot: world.bot,
      guild: world.guild,
      channels: channels.map(({ id, kind, name, spoilers }) => ({
        id,
        kind,
        name: kind === 'private' ? world.bot.name : name,
        spoilers,
      })),
      commands: world.commands,
    });
  });
  page.get('/me/:user/channels/:channel', c =>
    c.json(
      acting(c.req.param('user'))
        .seen(c.req.param('channel'))
        .map(message => shown(world, message)),
    ),
  );
  page.get('/me/:user/events', c => {
    const { person } = acting(c.req.param('user'));
    return streamSSE(c, async stream => {
      const stop = subscribe(({ kind, message }) => {
        if (!sees(world, person.id, message)) return;
        void stream.writeSSE({ event: kind, data: JSON.stringify(shown(world, message)) });
      });
      const { promise, resolve } = Promise.withResolvers<void>();
      stream.onAbort(resolve);
      await stream.writeSSE({ event: 'ready', data: '{}' });
      await promise;
      stop();
    });
  });
  page.post('/me/:user/say', async c => {
    const { channel, content, replyTo } = await read(c, { channel: id, content: words, replyTo: id.optional() });
    return c.json(shown(world, acting(c.req.param('user')).say(channel, content, replyTo)));
  });
  page.post('/me/:user/slash', async c => {
    const { channel, path, values } = await read(c, { channel: id, path: words, values: optionValues });
    return c.json(outcome(world, await acting(c.req.param('user')).slash(channel, path, values)));
  });
  page.post('/me/:user/complete', async c => {
    const { channel, path, values, focused } = await read(c, {
      channel: id,
      path: words,
      values: optionValues,
      focused: words,
    });
    return c.json(outcome(world, await acting(c.req.param('user')).complete(channel, path, values, focused)));
  });
  page.post('/me/:user/press', async c => {
    const { message, id: button } = await read(c, { message: id, id: words });
    return c.json(outcome(world, await acting(c.req.param('user')).press(message, button)));
  });
  page.post('/me/:user/select', async c => {
    const { message, id: select, values } = await read(c, { message: id, id: words, values: z.array(words) });
    return c.json(outcome(world, await acting(c.req.param('user')).select(message, select, values)));
  });
  page.post('/me/:user/message-command', async c => {
    const { message, name } = await read(c, { message: id, name: words });
    return c.json(outcome(world, await acting(c.req.param('user')).messageCommand(message, name)));
  });
  page.post('/me/:user/dismiss', async c => {
    const { message } = await read(c, { message: id });
    acting(c.req.param('user')).dismiss(message);
    return c.json({});
  });
  page.onError((error, c) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return c.json({ error: 'this is not what the page sends' }, 400);
    if (error instanceof Impossible || error instanceof Refusal) return c.json({ error: error.message }, 400);
    throw error;
  });
  return page;
}

const id = z.string().max(20);
const words = z.string().max(6000);
const optionValues = z.record(z.string(), z.union([z.string().max(6000), z.number(), z.boolean()]));

/** The body, checked where it enters. */
async function read<T extends z.ZodRawShape>(c: Context, shape: T): Promise<z.infer<z.ZodObject<T>>> {
  return z.object(shape).parse(await c.req.json());
}

/** No other origin, and no other name for this machine (DNS rebinding). */
function isOurs(c: Context): boolean {
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

function outcome(world: World, { kind, message, choices, modal, ms }: Outcome) {
  return { kind, ms, choices, modal, message: message === undefined ? undefined : shown(world, message) };
}

/** A message for the page: Discord's own form, and what only the app knows. */
function shown(world: World, message: StoredMessage) {
  const { interaction, onlyFor } = message;
  const user = world.people.find(({ id }) => id === interaction?.personId);
  return {
    ...messagePayload(world, message),
    ephemeral: onlyFor !== undefined,
    used:
      interaction === undefined ? undefined : { name: interaction.name, type: interaction.type, by: user?.name },
  };
}
