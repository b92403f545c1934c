import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { userPayload } from './payloads.ts';
import type { World } from './world.ts';

/** Discord's side of the gateway: sessions, heartbeats, resuming, shards and the codes it closes with. */
export interface Gateway {
  /** Sends an event to the shard that serves the server, or to shard 0 for a private chat. */
  dispatch(event: string, data: unknown, guildId: string | undefined): void;
  /** Whether any session may read what others write (Message Content, privileged). */
  readsContent(): boolean;
  /** Whether somebody listens at all. */
  isListening(): boolean;
  /** Cuts every connection without a word, as a broken network does. */
  drop(): void;
  /** Asks every session to come back (op 7), or ends it for good with a code. */
  reconnect(): void;
  end(code: number): void;
  close(): void;
}

export interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  readonly url: () => string;
  /** Privileged intents that the "portal" allows; others close the connection with 4014. */
  readonly allowedIntents: number;
  /** Hears what is sent and received, for whoever looks. */
  watch(direction: 'sent' | 'received', op: number, event: string | undefined, data: unknown): void;
}

const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  acknowledged: 11,
} as const;
/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
const guildsIntent = 1 << 0;
const guildMessages = 1 << 9;
const directMessages = 1 << 12;
const messageContent = 1 << 15;
/** The highest intent that exists: more is 4013. */
const allIntents = (1 << 26) - 1;
const heartbeatInterval = 41_250;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** Everything sent, for a client that resumes. */
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export function createGateway(server: Server, options: GatewayOptions): Gateway {
  const { world, token, url, allowedIntents, watch } = options;
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/gateway')) sockets.handleUpgrade(request, socket, head, open);
    else socket.destroy();
  });

  function open(socket: WebSocket): void {
    let session: Session | undefined;
    send(socket, { op: Op.hello, d: { heartbeat_interval: heartbeatInterval } });
    socket.on('message', (raw): void => {
      const message = JSON.parse(raw.toString()) as { op: number; d: never };
      watch(
        'received',
        message.op,
        undefined,
        message.op === Op.identify || message.op === Op.resume ? '…' : message.d,
      );
      switch (message.op) {
        case Op.heartbeat:
          send(socket, { op: Op.acknowledged });
          return;
        case Op.identify:
          session = identify(socket, message.d);
          return;
        case Op.resume:
          session = resume(socket, message.d);
          return;
      }
    });
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined;
    });
  }

  function identify(
    socket: WebSocket,
    data: { token: string; intents: number; shard?: [number, number] },
  ): Session | undefined {
    const shard = data.shard ?? [0, 1];
    if (data.token.replace(/^Bot /, '') !== token) return refuse(socket, 4004, 'Authentication failed.');
    if (shard[0] >= shard[1] || shard[0] < 0) return refuse(socket, 4010, 'Invalid shard.');
    if (data.intents < 0 || data.intents > allIntents) return refuse(socket, 4013, 'Invalid intent(s).');
    if ((data.intents & privileged & ~allowedIntents) !== 0) return refuse(socket, 4014, 'Disallowed intent(s).');
    const session: Session = {
      id: `${sessions.size + 1}`.padStart(32, '0'),
      intents: data.intents,
      shard,
      sent: [],
      socket,
    };
    sessions.set(session.id, session);
    const mine = shardOf(world.guild.id, shard[1]) === shard[0];
    emit(session, 'READY', {
      v: 10,
      user: { ...userPayload(world, world.bot.id), verified: true, email: null, flags: 0, mfa_enabled: false },
      guilds: mine ? [{ id: world.guild.id, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: url(),
      shard,
      application: { id: world.applicationId, flags: 0 },
    });
    if (mine && (session.intents & guildsIntent) !== 0) emit(session, 'GUILD_CREATE', guildPayload(world));
    return session;
  }

  function resume(
    socket: WebSocket,
    data: { token: string; session_id: string; seq: number },
  ): Session | undefined {
    const session = sessions.get(data.session_id);
    if (data.token.replace(/^Bot /, '') !== token) return refuse(socket, 4004, 'Authentication failed.');
    if (session === undefined) {
      send(socket, { op: Op.invalid, d: false });
      return undefined;
    }
    session.socket = socket;
    for (const { s, t, d } of session.sent.filter(({ s }) => s > data.seq))
      send(socket, { op: Op.dispatch, s, t, d });
    emit(session, 'RESUMED', {});
    return session;
  }

  function emit(session: Session, event: string, data: unknown): void {
    const packet = { s: session.sent.length + 1, t: event, d: data };
    session.sent.push(packet);
    if (session.socket !== undefined) send(session.socket, { op: Op.dispatch, ...packet });
  }

  function send(socket: WebSocket, packet: { op: number; s?: number; t?: string; d?: unknown }): void {
    watch('sent', packet.op, packet.t, packet.d);
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ s: null, t: null, d: null, ...packet }));
  }

  function dispatch(event: string, data: unknown, guildId: string | undefined): void {
    for (const session of sessions.values()) {
      const [shard, count] = session.shard;
      const serves = guildId === undefined ? shard === 0 : shardOf(guildId, count) === shard;
      if (serves && wants(session, event, guildId)) emit(session, event, data);
    }
  }

  const live = () => [...sessions.values()].flatMap(({ socket }) => socket ?? []);
  return {
    dispatch,
    readsContent: () => [...sessions.values()].some(({ intents }) => (intents & messageContent) !== 0),
    isListening: () => live().length > 0,
    drop: () => {
      for (const socket of live()) socket.terminate();
    },
    reconnect: () => {
      for (const socket of live()) send(socket, { op: Op.reconnect });
    },
    end: code => {
      for (const socket of live()) socket.close(code);
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

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

function refuse(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
  return undefined;
}

function guildPayload({ guild, people, bot, channels }: World) {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: people[0]?.id,
    preferred_locale: guild.locale,
    roles: [],
    emojis: [],
    stickers: [],
    features: [],
    channels: [...channels.values()]
      .filter(({ guildId }) => guildId !== undefined)
      .map(({ id, name }) => ({ id, name, type: 0 })),
    members: [{ user: { id: bot.id, username: 'amour', discriminator: '0001', avatar: null }, roles: [] }],
    threads: [],
    presences: [],
    voice_states: [],
    member_count: people.length + 1,
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
  };
}
