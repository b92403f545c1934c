import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';

/** One shard's stay on the gateway: it outlives its connection, so that a bot can come back and miss nothing. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [shard: number, count: number];
  /** The latest packets, for a client that resumes. */
  readonly sent: Packet[];
  last: number;
  socket: WebSocket | undefined;
}

export interface Packet {
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

/** A bot that stays away longer than this many events cannot resume any more. */
const kept = 1000;

export function createSessions(deliver: (socket: WebSocket, packet: Packet) => void) {
  const sessions = new Map<string, Session>();

  function emit(session: Session, t: string, d: unknown): void {
    const packet = { s: ++session.last, t, d };
    session.sent.push(packet);
    if (session.sent.length > kept) session.sent.shift();
    if (session.socket !== undefined) deliver(session.socket, packet);
  }

  return {
    emit,
    all: () => [...sessions.values()],
    sockets: () => [...sessions.values()].flatMap(({ socket }) => socket ?? []),
    forget: () => sessions.clear(),
    open(socket: WebSocket, intents: number, shard: readonly [number, number]): Session {
      // A shard that identifies anew has given up the session it lost.
      for (const old of sessions.values())
        if (old.socket === undefined && old.shard.join() === shard.join()) sessions.delete(old.id);
      const session = { id: randomBytes(16).toString('hex'), intents, shard, sent: [], last: 0, socket };
      sessions.set(session.id, session);
      return session;
    },
    /** Replays what was missed; `undefined` where the session is unknown or too much was missed. */
    resume(socket: WebSocket, id: string, seen: number): Session | undefined {
      const session = sessions.get(id);
      if (session === undefined) return undefined;
      const missed = session.sent.filter(({ s }) => s > seen);
      if (!(seen <= session.last) || missed.length < session.last - seen) return undefined;
      session.socket?.terminate();
      session.socket = socket;
      for (const packet of missed) deliver(socket, packet);
      emit(session, 'RESUMED', {});
      return session;
    },
    /** A client that says goodbye (1000, 1001) ends its session; any other end can be resumed from. */
    lost(session: Session, socket: WebSocket, code: number): void {
      if (session.socket !== socket) return;
      session.socket = undefined;
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    },
  };
}
