import { MessageFlags, Routes } from 'discord-api-types/v10';
import type { RoomId } from '../quiz/quiz.ts';
import type { Message } from '../views/message.ts';
import type { Clock } from './clock.ts';

/** The part of discord.js that sends requests. */
export interface Rest {
  get(route: `/${string}`): Promise<unknown>;
  post(route: `/${string}`, options: { body: unknown }): Promise<unknown>;
  patch(route: `/${string}`, options: { body: unknown }): Promise<unknown>;
}

/** Messages that the bot writes of its own accord: quiz rounds, answers to messages. */
export interface Rooms {
  /**
   * Writes a message and returns its id, or nothing where the bot may not or the room is gone. The same `nonce` within
   * a few minutes gives the first message again, so that writing twice is safe.
   */
  post(room: RoomId, message: Message, nonce: string, replyTo?: string): Promise<string | undefined>;
  /** False where the message or the room is gone. */
  edit(room: RoomId, id: string, message: Message): Promise<boolean>;
}

/** By REST and channel id: without the Guilds intent discord.js knows no channel of a server. */
export function createRooms(rest: Rest, clock: Clock): Rooms {
  return {
    async post(room, { components }, nonce, replyTo) {
      const reference = { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
      const body = {
        components,
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [], replied_user: false },
        nonce,
        enforce_nonce: true,
        ...(replyTo === undefined ? {} : reference),
      };
      const posted = await unlessGone(() => rest.post(Routes.channelMessages(room), { body }));
      if (posted === undefined) return undefined;
      const { id } = posted as { id: string };
      clock.heard(id);
      return id;
    },
    async edit(room, id, { components }) {
      const body = { components, allowed_mentions: { parse: [] } };
      return (await unlessGone(() => rest.patch(Routes.channelMessage(room, id), { body }))) !== undefined;
    },
  };
}

/** Unknown channel, server or message; missing access or permissions; an archived thread. */
const gone = [10003, 10004, 10008, 50001, 50013, 50083];

async function unlessGone(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && 'code' in error && gone.includes(Number(error.code))) return undefined;
    throw error;
  }
}
