import { ChannelType, MessageType } from 'discord-api-types/v10';
import {
  type Channel,
  componentsV2Flag,
  type Person,
  type StoredMessage,
  spoilerChannelFlag,
  type World,
} from './world.ts';

/** How Discord writes what the world holds. */

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
    joined_at: '2024-01-01T00:00:00.000000+00:00',
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
    type: isAnswer
      ? interaction.type === 2
        ? MessageType.ChatInputCommand
        : MessageType.Default
      : replyTo === undefined
        ? MessageType.Default
        : MessageType.Reply,
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
              : messagePayload(world, { ...referenced, replyTo: undefined }, withContent),
        }),
    ...(isAnswer
      ? {
          interaction_metadata: {
            id: interaction.id,
            type: interaction.type,
            user: userPayload(world, interaction.personId),
            authorizing_integration_owners: { 0: world.guild.id },
          },
        }
      : {}),
  };
}

export function isComponentsV2({ flags }: { flags: number }): boolean {
  return (flags & componentsV2Flag) !== 0;
}

function iso(time: number): string {
  return new Date(time).toISOString().replace('Z', '000+00:00');
}
