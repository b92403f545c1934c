import { ChannelType, MessageType } from 'discord-api-types/v10';
import {
  type Channel,
  componentsV2Flag,
  type Guild,
  type Person,
  type StoredMessage,
  spoilerChannelFlag,
  type World,
} from './world.ts';

/** How Discord writes what the world holds. */

const joinedAt = '2024-01-01T00:00:00.000000+00:00';

export function userPayload(world: World, id: string) {
  const isBot = id === world.bot.id;
  const person = world.people.find(person => person.id === id);
  const name = isBot ? world.bot.name : (person?.name ?? 'somebody');
  return {
    id,
    username: isBot ? 'amour' : (person?.username ?? 'somebody'),
    global_name: name,
    discriminator: isBot ? '0001' : '0',
    avatar: null,
    ...(isBot ? { bot: true } : {}),
    public_flags: 0,
  };
}

export function memberPayload(world: World, person: Person, permissions: bigint) {
  return {
    user: userPayload(world, person.id),
    nick: null,
    avatar: null,
    roles: [],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    permissions: permissions.toString(),
  };
}

export function channelPayload(world: World, { id, kind, name, guildId, spoilers, personId }: Channel) {
  if (kind === 'private') {
    return {
      id,
      type: ChannelType.DM,
      last_message_id: null,
      flags: 0,
      recipients: [userPayload(world, personId ?? '')],
    };
  }
  if (kind === 'group') {
    const recipients = world.people.map(({ id }) => userPayload(world, id));
    return { id, type: ChannelType.GroupDM, name, last_message_id: null, flags: 0, recipients };
  }
  const flags = spoilers ? spoilerChannelFlag : 0;
  return {
    id,
    type: ChannelType.GuildText,
    guild_id: guildId,
    name,
    flags,
    position: 0,
    nsfw: false,
    permission_overwrites: [],
    parent_id: null,
  };
}

/**
 * A message as the gateway and REST give it. `withContent` is whether the bot may read it: without the Message
 * Content intent, words, embeds, files and components of others are left empty.
 */
export function messagePayload(world: World, message: StoredMessage, withContent = true): Record<string, unknown> {
  const { id, channelId, authorId, timestamp, editedAt, replyTo, mentions, interaction, flags } = message;
  const channel = world.channels.get(channelId);
  const referenced = replyTo === undefined ? undefined : world.messages.get(replyTo);
  const isAnswer = interaction !== undefined;
  return {
    id,
    type: messageType(world, message),
    channel_id: channelId,
    ...(channel?.guildId === undefined ? {} : { guild_id: channel.guildId }),
    author: userPayload(world, authorId),
    content: withContent ? message.content : '',
    embeds: withContent ? message.embeds : [],
    attachments: withContent ? message.attachments.map(file => ({ ...file, url: '', proxy_url: '' })) : [],
    components: withContent ? message.components : [],
    timestamp: iso(timestamp),
    edited_timestamp: editedAt === undefined ? null : iso(editedAt),
    tts: false,
    mention_everyone: false,
    mentions: mentions.map(id => userPayload(world, id)),
    mention_roles: [],
    pinned: false,
    flags: flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(authorId === world.bot.id ? { application_id: world.applicationId } : {}),
    ...(replyTo === undefined
      ? {}
      : {
          message_reference: { type: 0, channel_id: channelId, message_id: replyTo },
          referenced_message:
            referenced === undefined
              ? null
              : messagePayload(
                  world,
                  { ...referenced, replyTo: undefined },
                  withContent || authorId === world.bot.id || referenced.authorId === world.bot.id,
                ),
        }),
    ...(isAnswer
      ? {
          webhook_id: world.applicationId,
          interaction_metadata: {
            id: interaction.id,
            type: interaction.type,
            user: userPayload(world, interaction.personId),
            authorizing_integration_owners: interaction.owners,
            ...(interaction.type === 3 && replyTo !== undefined ? { interacted_message_id: replyTo } : {}),
          },
        }
      : {}),
  };
}

function messageType(world: World, { interaction, replyTo }: StoredMessage): MessageType {
  if (interaction?.type === 2) {
    const isMenu = world.commands.some(({ type, name }) => type === 3 && name === interaction.name);
    return isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
  }
  return replyTo === undefined ? MessageType.Default : MessageType.Reply;
}

/** A server as GUILD_CREATE tells of it. */
export function guildPayload(world: World, guild: Guild) {
  const { people, bot, channels } = world;
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
      .filter(({ guildId }) => guildId === guild.id)
      .map(channel => channelPayload(world, channel)),
    members: [
      { user: userPayload(world, bot.id), roles: [], joined_at: joinedAt, deaf: false, mute: false, flags: 0 },
    ],
    threads: [],
    presences: [],
    voice_states: [],
    member_count: people.length + 1,
    joined_at: joinedAt,
    large: false,
    unavailable: false,
  };
}

export function isComponentsV2({ flags }: { flags: number }): boolean {
  return (flags & componentsV2Flag) !== 0;
}

function iso(time: number): string {
  return new Date(time).toISOString().replace('Z', '000+00:00');
}
