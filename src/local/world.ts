import type { APIApplicationCommand, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { idOf } from './snowflake.ts';

/** The nouns of the stand-in. What Discord keeps about them and nobody here reads is left out. */

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** A Discord locale: `en-US`, `id`, `fr`. */
  readonly locale: string;
  readonly manages: boolean;
}

/** `group`: a chat of several people, where the bot can only be brought along by one who installed it. */
export type ChannelKind = 'text' | 'private' | 'group';

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Without the bot, only people who installed it for themselves can use its commands there. */
  readonly hasBot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly guildId: string | undefined;
  /** Everybody in it has agreed to be spoiled (flag 1<<21). */
  readonly spoilers: boolean;
  /** For a private chat: the person who has it with the bot. */
  readonly personId: string | undefined;
  /** Whether the bot may write here. */
  botMaySend: boolean;
}

export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  /** The bot's own id, or a person's. */
  readonly authorId: string;
  content: string;
  components: readonly APIMessageTopLevelComponent[];
  embeds: readonly unknown[];
  attachments: readonly { id: string; filename: string; size: number }[];
  flags: number;
  readonly timestamp: number;
  editedAt: number | undefined;
  readonly replyTo: string | undefined;
  readonly mentions: readonly string[];
  /** For an ephemeral message: the only one who sees it. */
  readonly onlyFor: string | undefined;
  /** For an interaction's answer: whose it was and what they used. */
  readonly interaction:
    | {
        readonly id: string;
        readonly personId: string;
        readonly name: string;
        readonly type: number;
        /** Who brought the bot: a server, or the person. */
        readonly owners: Readonly<Record<string, string>>;
      }
    | undefined;
  readonly nonce: string | undefined;
}

/** What a role select offers. Nobody has a role: who may do what is `Person.manages`. */
export interface Role {
  readonly id: string;
  readonly name: string;
}

export interface World {
  readonly applicationId: string;
  readonly bot: { readonly id: string; readonly name: string };
  /** The first of `guilds`, where the channels of every day are. */
  readonly guild: Guild;
  readonly guilds: readonly Guild[];
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly channels: Map<string, Channel>;
  /** In the order they were written. */
  readonly messages: Map<string, StoredMessage>;
  /** What was uploaded, by the attachment that names it; forgotten with its message. */
  readonly files: WeakMap<object, Blob>;
  commands: readonly APIApplicationCommand[];
}

export const ephemeralFlag = 1 << 6;
export const componentsV2Flag = 1 << 15;
export const spoilerChannelFlag = 1 << 21;

export const permissions = {
  sendMessages: 1n << 11n,
  manageGuild: 1n << 5n,
  manageMessages: 1n << 13n,
  viewChannel: 1n << 10n,
};

export interface Places {
  /** How many servers the bot is in; those beyond the first have one channel, and fall on different shards. */
  readonly guilds?: number;
  /** How many more people there are, called `guest-1`, `guest-2` and so on. */
  readonly guests?: number;
  /** Adds `#elsewhere`, in a server without the bot, and the group chat `friends`. */
  readonly elsewhere?: boolean;
}

/**
 * A small server: two channels, one of them for people who have seen the film, and four people who differ. All keep
 * their ids from one start to the next, so what a database holds about them stays theirs.
 */
export function createWorld({ guilds: count = 1, guests = 0, elsewhere = false }: Places = {}): World {
  const guild: Guild = { id: idOf('server'), name: 'Film club', locale: 'en-US', hasBot: true };
  const others = Array.from(
    { length: count - 1 },
    (_, at): Guild => ({ ...guild, id: earlier(guild.id, at + 1), name: `Film club ${at + 2}` }),
  );
  const stranger: Guild = { id: earlier(guild.id, count), name: 'Elsewhere', locale: 'en-US', hasBot: false };
  const guilds = [guild, ...others, ...(elsewhere ? [stranger] : [])];
  const person = (username: string, name: string, locale: string, manages: boolean): Person => ({
    id: idOf(`@${username}`),
    username,
    name,
    locale,
    manages,
  });
  const people = [
    person('mia', 'Mia', 'en-US', true),
    person('budi', 'Budi', 'id', false),
    person('claire', 'Claire', 'fr', false),
    person('sam', 'Sam', 'en-GB', false),
    ...Array.from({ length: guests }, (_, at) => person(`guest-${at + 1}`, `Guest ${at + 1}`, 'en-US', false)),
  ];
  const channel = (name: string, spoilers: boolean, guildId: string | undefined = guild.id): Channel => ({
    id: idOf(`#${name}`),
    kind: 'text',
    name,
    guildId,
    spoilers,
    personId: undefined,
    botMaySend: true,
  });
  const channels = [
    channel('film-club', false),
    channel('seen-it', true),
    ...others.map(({ id }, at) => channel(`film-club-${at + 2}`, false, id)),
    ...(elsewhere ? [channel('elsewhere', false, stranger.id), groupChat()] : []),
    ...people.map(
      ({ id, username }): Channel => ({
        id: idOf(`private chat of @${username}`),
        kind: 'private',
        name: username,
        guildId: undefined,
        spoilers: false,
        personId: id,
        botMaySend: true,
      }),
    ),
  ];
  const botId = idOf('bot');
  return {
    applicationId: botId,
    bot: { id: botId, name: 'Amour' },
    guild,
    guilds,
    people,
    roles: ['Projectionists', 'Night owls'].map(name => ({ id: idOf(`role ${name}`), name })),
    channels: new Map(channels.map(channel => [channel.id, channel])),
    messages: new Map(),
    files: new WeakMap(),
    commands: [],
  };
}

/** An id made `ms` earlier: the shard of a server is its milliseconds, modulo the number of shards. */
function earlier(id: string, ms: number): string {
  return (BigInt(id) - (BigInt(ms) << 22n)).toString();
}

function groupChat(): Channel {
  return {
    id: idOf('group chat'),
    kind: 'group',
    name: 'friends',
    guildId: undefined,
    spoilers: false,
    personId: undefined,
    botMaySend: false,
  };
}

/** Whether the bot is there itself, and not only brought along by somebody who installed it. */
export function hasBot({ guilds }: World, { kind, guildId }: Channel): boolean {
  if (guildId === undefined) return kind === 'private';
  return guilds.some(({ id, hasBot }) => id === guildId && hasBot);
}

/** Whether somebody sees a message: ephemeral ones are seen by one person, private chats by theirs. */
export function sees(world: World, personId: string, message: StoredMessage): boolean {
  const channel = world.channels.get(message.channelId);
  if (channel?.kind === 'private' && channel.personId !== personId) return false;
  return message.onlyFor === undefined || message.onlyFor === personId;
}

/** What the bot may do in a channel, as a bit set. */
export function botPermissions(channel: Channel): bigint {
  return permissions.viewChannel | (channel.botMaySend ? permissions.sendMessages : 0n);
}

export function personPermissions(person: Person): bigint {
  const all = permissions.viewChannel | permissions.sendMessages;
  return person.manages ? all | permissions.manageGuild | permissions.manageMessages : all;
}
