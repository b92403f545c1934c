import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { guildPayload, userPayload } from './payloads.ts';
import { createSessions, type Packet, type Session } from './sessions.ts';
import type { Guild, World } from './world.ts';

/** Discord's side of the gateway: what is said on a connection, and the codes it closes with. */
export interface Gateway {
  /** Sends an event to the shard that serves the server, or to shard 0 for a private chat. */
  dispatch(event: string, data: unknown, guildId: string | undefined): void;
  /** Whether any session may read what others write (Message Content, privileged). */
  readsContent(): boolean;
  /** Whether somebody listens at all. */
  isListening(): boolean;
  /** Cuts every connection without a word, as a broken network does. */
  drop(): void;
  /** Asks every session to come back (op 7). */
  reconnect(): void;
  /** Forgets every session and says so (op 9): the bot has to identify again. */
  invalidate(): void;
  /** Ends every connection for good with a code. */
  end(code: number): void;
  close(): void;
}

export interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  readonly url: () => string;
  /** Privileged intents that the "portal" allows; others close the connection with 4014. */
  readonly allowedIntents: number;
  /** A shard that would serve more servers is refused (4011). */
  readonly guildsPerShard: number;
  /** Hears what is sent and received, for whoever looks. */
  watch(direction: 'sent' | 'received', op: number, event: string | undefined, data: unknown): void;
}

const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  acknowledged: 11,
} as const;
/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
const guildsIntent = 1 << 0;
const messageContent = 1 << 15;
/** The highest intent that exists: more is 4013. */
const allIntents = (1 << 26) - 1;
const heartbeatInterval = 41_250;

interface Incoming {
  readonly op: number;
  readonly d: Readonly<Record<string, unknown>>;
}

export function createGateway(server: Server, options: GatewayOptions): Gateway {
  const { world, token, url, allowedIntents, guildsPerShard, watch } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  const sessions = createSessions((socket, packet) => send(socket, { op: Op.dispatch, ...packet }));
  server.on('upgrade', (request, socket, head) => {
    // A bot names no origin. A web page always does, and must not talk to what runs on this machine.
    const isBot = request.headers.origin === undefined;
    if (isBot && request.url?.startsWith('/gateway')) sockets.handleUpgrade(request, socket, head, open);
    else socket.destroy();
  });

  function open(socket: WebSocket): void {
    let session: Session | undefined;
    send(socket, { op: Op.hello, d: { heartbeat_interval: heartbeatInterval } });
    socket.on('error', () => socket.terminate());
    socket.on('message', raw => {
      const message = parse(raw.toString());
      if (message === undefined) return socket.close(4002, 'Decode error.');
      const isSecret = message.op === Op.identify || message.op === Op.resume;
      watch('received', message.op, undefined, isSecret ? '…' : message.d);
      switch (message.op) {
        case Op.heartbeat:
          return send(socket, { op: Op.acknowledged });
        case Op.identify:
          if (session !== undefined) return socket.close(4005, 'Already authenticated.');
          session = identify(socket, message.d);
          return;
        case Op.resume:
          session = resume(socket, message.d);
          return;
        case Op.presence:
          return;
        default:
          return socket.close(4001, 'Unknown opcode.');
      }
    });
    socket.on('close', code => {
      if (session !== undefined) sessions.lost(session, socket, code);
    });
  }

  function identify(
    socket: WebSocket,
    { token: given, intents, shard = [0, 1] }: Incoming['d'],
  ): Session | undefined {
    if (!isOurs(given)) return refuse(socket, 4004, 'Authentication failed.');
    if (!isShard(shard)) return refuse(socket, 4010, 'Invalid shard.');
    if (typeof intents !== 'number' || intents < 0 || intents > allIntents)
      return refuse(socket, 4013, 'Invalid intent(s).');
    if ((intents & privileged & ~allowedIntents) !== 0) return refuse(socket, 4014, 'Disallowed intent(s).');
    const guilds = world.guilds.filter(({ id, hasBot }) => hasBot && shardOf(id, shard[1]) === shard[0]);
    if (guilds.length > guildsPerShard) return refuse(socket, 4011, 'Sharding required.');
    return welcome(sessions.open(socket, intents, shard), guilds);
  }

  function welcome(session: Session, guilds: readonly Guild[]): Session {
    sessions.emit(session, 'READY', {
      v: 10,
      user: { ...userPayload(world, world.bot.id), verified: true, email: null, flags: 0, mfa_enabled: false },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: session.shard,
      application: { id: world.applicationId, flags: 0 },
    });
    if ((session.intents & guildsIntent) !== 0)
      for (const guild of guilds) sessions.emit(session, 'GUILD_CREATE', guildPayload(world, guild));
    return session;
  }

  function resume(socket: WebSocket, { token: given, session_id: id, seq }: Incoming['d']): Session | undefined {
    if (!isOurs(given)) return refuse(socket, 4004, 'Authentication failed.');
    const session = sessions.resume(socket, String(id), Number(seq));
    if (session === undefined) send(socket, { op: Op.invalid, d: false });
    return session;
  }

  function isOurs(given: unknown): boolean {
    return typeof given === 'string' && given.replace(/^Bot /, '') === token;
  }

  function send(socket: WebSocket, packet: { op: number; d?: unknown } & Partial<Packet>): void {
    watch('sent', packet.op, packet.t, packet.d);
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ s: null, t: null, d: null, ...packet }));
  }

  return {
    dispatch(event, data, guildId) {
      for (const session of sessions.all()) {
        const [shard, count] = session.shard;
        const serves = guildId === undefined ? shard === 0 : shardOf(guildId, count) === shard;
        if (serves && wants(session, event, guildId)) sessions.emit(session, event, data);
      }
    },
    readsContent: () => sessions.all().some(({ intents }) => (intents & messageContent) !== 0),
    isListening: () => sessions.sockets().length > 0,
    drop: () => {
      for (const socket of sessions.sockets()) socket.terminate();
    },
    reconnect: () => {
      for (const socket of sessions.sockets()) send(socket, { op: Op.reconnect });
    },
    invalidate: () => {
      const open = sessions.sockets();
      sessions.forget();
      for (const socket of open) send(socket, { op: Op.invalid, d: false });
    },
    end: code => {
      for (const socket of sessions.sockets()) socket.close(code);
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

const guildMessages = 1 << 9;
const directMessages = 1 << 12;

/** Interactions need no intent; messages need the one of their place. */
function wants({ intents }: Session, event: string, guildId: string | undefined): boolean {
  if (event.startsWith('MESSAGE_'))
    return (intents & (guildId === undefined ? directMessages : guildMessages)) !== 0;
  if (event.startsWith('CHANNEL_') || event.startsWith('GUILD_')) return (intents & guildsIntent) !== 0;
  return true;
}

function shardOf(guildId: string, count: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

function isShard(value: unknown): value is [number, number] {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(Number.isInteger)) return false;
  const [shard, count] = value;
  return shard >= 0 && shard < count;
}

function refuse(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
  return undefined;
}

function parse(raw: string): Incoming | undefined {
  try {
    const { op, d } = JSON.parse(raw);
    if (typeof op !== 'number') return undefined;
    return { op, d: typeof d === 'object' && d !== null ? d : {} };
  } catch {
    return undefined;
  }
}
