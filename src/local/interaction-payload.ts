import { channelPayload, memberPayload, messagePayload, userPayload } from './payloads.ts';
import {
  botPermissions,
  type Channel,
  hasBot,
  type Person,
  personPermissions,
  type StoredMessage,
  type World,
} from './world.ts';

/** Where an application command can be used (`contexts` of a command). */
export const Context = { guild: 0, botChat: 1, groupChat: 2 } as const;
/** How the bot got there (`integration_types`): with the server, or with the person who uses it. */
export const Installation = { guild: 0, user: 1 } as const;

export function contextOf({ kind }: Channel): number {
  return { text: Context.guild, private: Context.botChat, group: Context.groupChat }[kind];
}

/** INTERACTION_CREATE, with everything Discord says about who did it, where, and what the bot may do there. */
export function interactionPayload(
  world: World,
  interaction: {
    readonly id: string;
    readonly token: string;
    readonly type: number;
    readonly person: Person;
    readonly channel: Channel;
    readonly source: StoredMessage | undefined;
  },
  data: unknown,
) {
  const { id, token, type, person, channel, source } = interaction;
  const guild = world.guilds.find(({ id }) => id === channel.guildId);
  return {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: channelPayload(world, channel),
    ...(guild === undefined
      ? { user: userPayload(world, person.id) }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: memberPayload(world, person, personPermissions(person)),
        }),
    locale: person.locale,
    app_permissions: botPermissions(channel).toString(),
    entitlements: [],
    authorizing_integration_owners: ownersOf(world, person, channel),
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
    ...(source === undefined ? {} : { message: messagePayload(world, source) }),
  };
}

/** Who brought the bot: the server ("0" in a private chat), or the person. */
export function ownersOf(world: World, person: Person, channel: Channel): Readonly<Record<string, string>> {
  if (!hasBot(world, channel)) return { [Installation.user]: person.id };
  return { [Installation.guild]: channel.guildId ?? '0' };
}
