import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Outcome } from './interactions.ts';
import type { PageOptions } from './page.ts';
import { type Health, streamEvents } from './page-events.ts';
import { read } from './page-read.ts';
import { shown, shownOutcome } from './page-shown.ts';
import type { Acting } from './people.ts';
import type { Person } from './world.ts';

const id = z.string().max(20);
const words = z.string().max(6000);
const values = z.record(z.string(), z.union([words, z.number(), z.boolean()]));
const typed = z.object({ channel: id, path: words, values });

/** A new window has so long to open its stream, in milliseconds, before its person is offered to another. */
const reserved = 3000;
/** So many messages of a channel are shown to whoever opens it. */
const mostShown = 200;

/** Everything a person can do and see, below `/me/` and their name. */
export function personRoutes(
  page: Hono,
  { world, acting, traffic, breakage, gateway, tell, subscribe }: PageOptions,
): void {
  /** How many windows each person has open, and when a window was last told to be them. */
  const windows = new Map<string, number>();
  const offered = new Map<string, number>();
  const me = (c: Context): Acting => acting(c.req.param('user') ?? '');
  const health = (): Health => ({ online: gateway().isListening(), ...breakage.state() });

  /** Who a new window should be: the first of whom no other window is. */
  page.get('/me', c => {
    const now = performance.now();
    const isFree = ({ username }: Person) =>
      (windows.get(username) ?? 0) === 0 && now - (offered.get(username) ?? -reserved) >= reserved;
    const { username } = world.people.find(isFree) ?? world.people[0] ?? { username: '' };
    offered.set(username, now);
    return c.json({ username });
  });
  page.get('/me/:user', c => {
    const { person, privateChat } = me(c);
    const channels = [...world.channels.values()].filter(
      channel => channel.kind !== 'private' || channel.id === privateChat().id,
    );
    return c.json({
      me: person,
      people: world.people,
      bot: world.bot,
      guild: world.guild,
      roles: world.roles,
      channels: channels.map(({ id, kind, name, spoilers }) => ({
        id,
        kind,
        name: kind === 'private' ? world.bot.name : name,
        spoilers,
      })),
      health: health(),
    });
  });
  page.get('/me/:user/channels/:channel', c => {
    const { seen, person } = me(c);
    const latest = seen(c.req.param('channel')).slice(-mostShown);
    return c.json(latest.map(message => shown(world, person, message)));
  });
  page.get('/me/:user/channels/:channel/commands', c => c.json(me(c).commands(c.req.param('channel'))));
  page.get('/me/:user/files/:message/:at', c => {
    const attachment = me(c).message(c.req.param('message')).attachments[Number(c.req.param('at'))];
    const file = attachment === undefined ? undefined : world.files.get(attachment);
    if (attachment === undefined || file === undefined) return c.notFound();
    return c.body(file.stream(), 200, fileHeaders(attachment.filename));
  });
  page.get('/me/:user/events', c => {
    const { person } = me(c);
    const { username } = person;
    const sources = { world, traffic, health, subscribe: listen };
    return streamEvents(c, sources, person, c.req.query('inside') === 'yes');

    function listen(listener: Parameters<typeof subscribe>[0]): () => void {
      windows.set(username, (windows.get(username) ?? 0) + 1);
      offered.delete(username);
      const stop = subscribe(listener);
      return () => {
        windows.set(username, (windows.get(username) ?? 1) - 1);
        stop();
      };
    }
  });

  /** Something done that brings an outcome. */
  function doing<T extends z.ZodType>(
    name: string,
    shape: T,
    act: (me: Acting, body: z.infer<T>) => Promise<Outcome>,
  ) {
    page.post(`/me/:user/${name}`, async c => {
      const body = await read(c, shape);
      return c.json(shownOutcome(world, me(c).person, await act(me(c), body)));
    });
  }
  doing('slash', typed, (me, { channel, path, values }) => me.slash(channel, path, values));
  doing('complete', typed.extend({ focused: words }), (me, { channel, path, values, focused }) =>
    me.complete(channel, path, values, focused),
  );
  doing('press', z.object({ message: id, id: words }), (me, { message, id }) => me.press(message, id));
  doing('select', z.object({ message: id, id: words, values: z.array(words) }), (me, { message, id, values }) =>
    me.select(message, id, values),
  );
  doing(
    'submit',
    z.object({ channel: id, modal: z.record(z.string(), z.unknown()), values: z.record(z.string(), words) }),
    (me, { channel, modal, values }) => me.submit(channel, modal, values),
  );
  doing('message-command', z.object({ message: id, name: words }), (me, { message, name }) =>
    me.messageCommand(message, name),
  );

  page.post('/me/:user/say', async c => {
    const said = await read(c, z.object({ channel: id, content: words, replyTo: id.optional() }));
    return c.json(shown(world, me(c).person, me(c).say(said.channel, said.content, said.replyTo)));
  });
  page.post('/me/:user/typing', async c => {
    const { channel } = await read(c, z.object({ channel: id }));
    tell({ type: 'typing', channel, who: me(c).person.id });
    return c.json({});
  });
  page.post('/me/:user/dismiss', async c => {
    me(c).dismiss((await read(c, z.object({ message: id }))).message);
    return c.json({});
  });
}

const pictures: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Pictures are shown, anything else is only ever saved: no file of a bot runs as a page. */
function fileHeaders(filename: string): Record<string, string> {
  const type = pictures[filename.split('.').at(-1)?.toLowerCase() ?? ''];
  if (type !== undefined) return { 'content-type': type };
  const name = encodeURIComponent(filename);
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  };
}
