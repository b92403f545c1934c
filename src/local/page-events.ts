import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { BreakageState } from './breakage.ts';
import type { MessageNews } from './messages.ts';
import type { Traffic } from './page-inside.ts';
import { shown } from './page-shown.ts';
import type { Person } from './world.ts';
import { sees, type World } from './world.ts';

/** What the page hears of. */
export type PageNews =
  | ({ readonly type: 'message' } & MessageNews)
  /** Somebody writes, by id. */
  | { readonly type: 'typing'; readonly channel: string; readonly who: string }
  | { readonly type: 'traffic'; readonly entry: Traffic }
  /** Somebody broke or mended something: see `Health`. */
  | { readonly type: 'broken' };

/** Whether the bot is there, and what is broken on purpose. */
export interface Health extends BreakageState {
  readonly online: boolean;
}

export interface EventSources {
  readonly world: World;
  readonly traffic: readonly Traffic[];
  readonly health: () => Health;
  readonly subscribe: (listener: (news: PageNews) => void) => () => void;
}

/** How often somebody looks whether the bot is still there, in milliseconds. */
const lookEvery = 500;

/** One stream a window: messages that this person may see, who is typing, and for the panel what went to and fro. */
export function streamEvents(
  c: Context,
  { world, traffic, health, subscribe }: EventSources,
  person: Person,
  looksInside: boolean,
): Response {
  return streamSSE(c, async stream => {
    const send = (event: string, data: unknown) => void stream.writeSSE({ event, data: JSON.stringify(data) });
    const canSee = (channel: string) => {
      const { kind, personId } = world.channels.get(channel) ?? {};
      return kind !== 'private' || personId === person.id;
    };
    let last = '';
    const look = () => {
      const now = JSON.stringify(health());
      if (now !== last) send('health', health());
      last = now;
    };
    const stop = subscribe(news => {
      switch (news.type) {
        case 'message':
          if (sees(world, person.id, news.message)) send(news.kind, shown(world, person, news.message));
          return;
        case 'typing':
          if (news.who !== person.id && canSee(news.channel)) send('typing', news);
          return;
        case 'traffic':
          if (looksInside) send('traffic', [news.entry]);
          return;
        case 'broken':
          return look();
      }
    });
    const timer = setInterval(look, lookEvery);
    const { promise, resolve } = Promise.withResolvers<void>();
    stream.onAbort(resolve);
    await stream.writeSSE({ event: 'ready', data: '{}' });
    if (looksInside) send('traffic', traffic);
    look();
    await promise;
    clearInterval(timer);
    stop();
  });
}
