import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { announce } from './announce.ts';
import { type Breakage, createBreakage } from './breakage.ts';
import { usualLimit } from './buckets.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import type { Breach } from './limits.ts';
import { createMessages } from './messages.ts';
import { createPage } from './page.ts';
import type { PageNews } from './page-events.ts';
import { createInside, type Traffic, type Violation } from './page-inside.ts';
import { channelPayload } from './payloads.ts';
import { type Acting, act, Impossible } from './people.ts';
import { createRest } from './rest.ts';
import { type Clock, createSnowflakes } from './snowflake.ts';
import { type Channel, createWorld, hasBot, type Places, type World } from './world.ts';

export type { Traffic, Violation } from './page-inside.ts';

/** A stand-in for Discord on this machine: REST, gateway and a page for people, on one port. It knows nothing of films. */
export interface LocalDiscord {
  /** `http://127.0.0.1:PORT`; the REST base is below it, at `/api`. */
  readonly url: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly breakage: Breakage;
  /** What the bot did that Discord forbids, refuses or does not know. */
  readonly violations: readonly Violation[];
  /** The latest of what the bot sent and received. */
  readonly traffic: readonly Traffic[];
  /** Somebody's hands and eyes, by username. */
  person(username: string): Acting;
  channel(name: string): Channel;
  deleteChannel(id: string): void;
  close(): Promise<void>;
}

export interface LocalOptions extends Places {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly token?: string;
  readonly clock?: Clock;
  /** Milliseconds a bot has for its first answer; Discord gives 3,000. */
  readonly acknowledgeWithin?: number;
  /** Privileged intents that are allowed, as bits. */
  readonly allowedIntents?: number;
  /** Messages that a channel takes in five seconds. */
  readonly messageLimit?: number;
  /** A shard that would serve more servers is refused (4011); as many shards are recommended as that takes. */
  readonly guildsPerShard?: number;
  readonly validate?: (method: string, path: string, body: unknown) => readonly Breach[];
}

/** Loopback only: nobody else on the network can act here. */
const host = '127.0.0.1';

export async function createLocalDiscord(options: LocalOptions = {}): Promise<LocalDiscord> {
  const {
    port = 0,
    token = 'local-token',
    clock = Date.now,
    acknowledgeWithin = 3000,
    allowedIntents = 0,
    validate = () => [],
    messageLimit = usualLimit,
    guildsPerShard = 2500,
  } = options;
  const nextId = createSnowflakes(clock);
  const world = createWorld(options);
  const listeners = new Set<(news: PageNews) => void>();
  const tell = (news: PageNews) => {
    for (const listener of listeners) listener(news);
  };
  const { broken, breakage } = createBreakage(world);
  const inside = createInside(clock, entry => tell({ type: 'traffic', entry }));

  let gateway: Gateway | undefined;
  const theGateway = (): Gateway => {
    if (gateway === undefined) throw new Error('the gateway is not open yet');
    return gateway;
  };
  const messages = createMessages(world, clock, nextId, news => {
    announce(world, theGateway(), news);
    tell({ type: 'message', ...news });
  });
  const unwatched = createInteractions(world, messages, theGateway, { clock, nextId, acknowledgeWithin });
  const interactions: Interactions = {
    ...unwatched,
    start: async doing => {
      const outcome = await unwatched.start(doing);
      inside.acknowledged(doing, outcome);
      return outcome;
    },
  };

  const gatewayUrl = () => `ws://${host}:${address().port}/gateway`;
  const app = new Hono();
  app.route(
    '/',
    createRest({
      world,
      messages,
      interactions,
      token,
      gatewayUrl,
      shards: Math.ceil(world.guilds.filter(({ hasBot }) => hasBot).length / guildsPerShard),
      clock,
      messageLimit,
      broken,
      validate,
      violated: inside.violated,
      watch: request => {
        inside.requested(request);
        const typing = /\/channels\/(\d+)\/typing$/.exec(request.path)?.[1];
        if (typing !== undefined && request.status < 400)
          tell({ type: 'typing', channel: typing, who: world.bot.id });
      },
    }) as unknown as Hono,
  );
  const actingOf = (username: string): Acting => {
    const person = world.people.find(person => person.username === username);
    if (person === undefined) throw new Impossible(`there is nobody called ${username}`);
    return act(world, messages, interactions, person);
  };
  app.route(
    '/',
    createPage({
      world,
      acting: actingOf,
      traffic: inside.traffic,
      breakage,
      gateway: theGateway,
      tell,
      subscribe: listener => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
  );

  const server = createAdaptorServer({ fetch: app.fetch, hostname: host });
  const address = () => server.address() as AddressInfo;
  gateway = createGateway(server as never, {
    world,
    token,
    url: gatewayUrl,
    allowedIntents,
    guildsPerShard,
    watch: inside.said,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

  return {
    url: `http://${host}:${address().port}`,
    token,
    world,
    gateway,
    breakage,
    violations: inside.violations,
    traffic: inside.traffic,
    person: actingOf,
    channel: name => {
      const channel = [...world.channels.values()].find(channel => channel.name === name);
      if (channel === undefined) throw new Error(`there is no channel ${name}`);
      return channel;
    },
    deleteChannel: id => {
      const channel = world.channels.get(id);
      if (channel === undefined) return;
      world.channels.delete(id);
      if (hasBot(world, channel))
        theGateway().dispatch('CHANNEL_DELETE', channelPayload(world, channel), channel.guildId);
    },
    async close() {
      gateway?.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}
