import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { refusals } from './errors.ts';
import { messagePayload } from './payloads.ts';
import type { Clock } from './snowflake.ts';
import { type Channel, componentsV2Flag, ephemeralFlag, hasBot, type StoredMessage, type World } from './world.ts';

type Body = Readonly<Record<string, unknown>>;

/** What changed, for the page and for the gateway. */
export interface MessageNews {
  readonly kind: 'created' | 'edited' | 'deleted';
  readonly message: StoredMessage;
}

export type Messages = ReturnType<typeof createMessages>;

/** Writing, changing and removing messages in the world. */
export function createMessages(
  world: World,
  clock: Clock,
  nextId: () => string,
  tell: (news: MessageNews) => void,
) {
  function channelOf(id: string): Channel {
    const channel = world.channels.get(id);
    if (channel === undefined) throw refusals.unknownChannel();
    return channel;
  }

  /** For the bot's token: only where the bot is itself. */
  function botChannelOf(id: string): Channel {
    const channel = channelOf(id);
    if (!hasBot(world, channel)) throw refusals.missingAccess();
    return channel;
  }

  /** By the bot's token: an ephemeral message is reached only by the token of its interaction. */
  function botMessageOf(channelId: string, id: string): StoredMessage {
    const message = messageOf(botChannelOf(channelId).id, id);
    if (message.onlyFor !== undefined) throw refusals.unknownMessage();
    return message;
  }

  function messageOf(channelId: string, id: string): StoredMessage {
    const message = world.messages.get(id);
    if (message === undefined || message.channelId !== channelId) throw refusals.unknownMessage();
    return message;
  }

  function add(message: Omit<StoredMessage, 'id' | 'timestamp' | 'editedAt'>): StoredMessage {
    const stored: StoredMessage = { ...message, id: nextId(), timestamp: clock(), editedAt: undefined };
    world.messages.set(stored.id, stored);
    tell({ kind: 'created', message: stored });
    return stored;
  }

  /** What the bot sends. With `enforce_nonce` the same nonce gives the first message again. */
  function fromBot(
    channelId: string,
    body: Body,
    interaction?: StoredMessage['interaction'],
    onlyFor?: string,
  ): StoredMessage {
    const channel = interaction === undefined ? botChannelOf(channelId) : channelOf(channelId);
    const nonce = body.nonce === undefined ? undefined : String(body.nonce);
    const twin = body.enforce_nonce === true && nonce !== undefined ? findNonce(channelId, nonce) : undefined;
    if (twin !== undefined) return twin;
    if (interaction === undefined && !channel.botMaySend) throw refusals.missingPermissions();
    const reference = body.message_reference as { message_id?: string } | undefined;
    return add({
      channelId,
      authorId: world.bot.id,
      ...contentOf(body),
      attachments: (body.attachments as StoredMessage['attachments'] | undefined) ?? [],
      flags: Number(body.flags ?? 0) | (onlyFor === undefined ? 0 : ephemeralFlag),
      replyTo: reference?.message_id,
      mentions: [],
      onlyFor,
      interaction,
      nonce,
    });
  }

  function findNonce(channelId: string, nonce: string): StoredMessage | undefined {
    const recent = clock() - nonceLifetime;
    return [...world.messages.values()].find(
      message => message.channelId === channelId && message.nonce === nonce && message.timestamp > recent,
    );
  }

  function fromPerson(personId: string, channelId: string, content: string, replyTo?: string): StoredMessage {
    channelOf(channelId);
    const named = [...content.matchAll(/<@!?(\d{17,19})>/g)].flatMap(([, id]) => id ?? []);
    const author = replyTo === undefined ? undefined : world.messages.get(replyTo)?.authorId;
    const mentions = [...new Set([...named, ...(author === undefined ? [] : [author])])];
    return add({
      channelId,
      authorId: personId,
      content,
      components: [],
      embeds: [],
      attachments: [],
      flags: 0,
      replyTo,
      mentions,
      onlyFor: undefined,
      interaction: undefined,
      nonce: undefined,
    });
  }

  function edit(message: StoredMessage, body: Body): StoredMessage {
    if (message.authorId !== world.bot.id) throw refusals.notYours();
    const { content, embeds, components } = { ...message, ...contentOf({ ...message, ...body }) };
    Object.assign(message, {
      content,
      embeds,
      components,
      editedAt: clock(),
      flags: message.flags | (Number(body.flags ?? 0) & componentsV2Flag),
    });
    tell({ kind: 'edited', message });
    return message;
  }

  function remove(message: StoredMessage): void {
    world.messages.delete(message.id);
    tell({ kind: 'deleted', message });
  }

  return {
    channelOf,
    botChannelOf,
    messageOf,
    botMessageOf,
    fromBot,
    fromPerson,
    edit,
    remove,
    payload: (message: StoredMessage) => messagePayload(world, message),
  };
}

/** Discord remembers a nonce for some minutes. */
const nonceLifetime = 5 * 60_000;

function contentOf(body: Body) {
  return {
    content: typeof body.content === 'string' ? body.content : '',
    embeds: Array.isArray(body.embeds) ? body.embeds : [],
    components: numbered((body.components as APIMessageTopLevelComponent[] | undefined) ?? []),
  };
}

/** Discord gives every component a number. */
function numbered(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let last = 0;
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number);
    if (typeof value !== 'object' || value === null || !('type' in value)) return value;
    const id = ++last;
    const inner = Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'components' || key === 'accessory' ? number(part) : part,
      ]),
    );
    return { ...inner, id };
  };
  return number(components) as APIMessageTopLevelComponent[];
}

export function isEphemeral(body: Body): boolean {
  return (Number(body.flags ?? 0) & ephemeralFlag) !== 0;
}
