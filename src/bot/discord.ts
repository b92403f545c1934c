import {
  ActivityType,
  type AnySelectMenuInteraction,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  DiscordAPIError,
  type Message as DiscordMessage,
  Events,
  GatewayIntentBits,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  Options,
  Partials,
  PermissionFlagsBits,
} from 'discord.js';
import type { Message } from '../views/message.ts';
import { type Channels, createChannels } from './channels.ts';
import type { Clock } from './clock.ts';
import type { AnyValues, Choice, Place, Pressed } from './command.ts';
import type { Incoming } from './dispatch.ts';
import { createRooms, type Rooms } from './rooms.ts';

/** The only file that knows discord.js. What comes in leaves it as plain values; what goes out arrives as messages. */

export interface Connection {
  readonly token: string;
  /** The REST base; the gateway's address comes from there. */
  readonly apiUrl: string;
  readonly shards: readonly number[] | undefined;
  readonly shardCount: number | undefined;
}

/** Who did something, where, and to what. */
export interface Sender {
  readonly userId: string;
  /** Their Discord language; messages do not tell. */
  readonly locale: string | undefined;
  readonly managesMessages: boolean;
  readonly managesServer: boolean;
  readonly place: Place;
  /** The interaction or message that this is about: what the bot says answers it. */
  readonly eventId: string;
  /** The message of the bot's that somebody replied to. */
  readonly repliesTo?: string | undefined;
  /** The message whose button was pressed, and the event that this message answered. */
  readonly pressed?: { readonly message: string; readonly answers: string | undefined };
}

/** What the bot does with what comes in. */
export interface Handler {
  handle(incoming: Incoming, sender: Sender): Promise<Pressed>;
  complete(film: string, command: string, typed: string, sender: Sender): Promise<readonly Choice[]>;
  /** A message of the bot's that people can reply to, or that will change. */
  said(id: string, message: Message): Promise<void>;
  /** Something that should not happen; the answer tells the person so. */
  failed(error: unknown, sender: Sender): Message;
}

export interface Bot {
  readonly name: string;
  readonly client: Client<true>;
  readonly rooms: Rooms;
  close(): Promise<void>;
  /** Settles when Discord has sent the bot away for good: a revoked token, a disallowed intent. */
  readonly lost: Promise<Error>;
}

/** Logs in and listens. Rejects where Discord refuses the token or an intent. */
export async function connect(connection: Connection, clock: Clock, handler: Handler): Promise<Bot> {
  const client = new Client({
    // Neither Message Content nor Members: mentions, private messages and pressed buttons carry what is needed.
    // Without Guilds, no server's channels and roles are kept in memory.
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    presence: { activities: [{ name: 'questions', type: ActivityType.Listening }] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: 100,
    }),
    // One handler object stays for every interaction token until it is swept.
    rest: { api: connection.apiUrl, handlerSweepInterval: 60_000, timeout: 10_000 },
    ...(connection.shards === undefined ? {} : { shards: [...connection.shards] }),
    ...(connection.shardCount === undefined ? {} : { shardCount: connection.shardCount }),
  });
  const lost = new Promise<Error>(resolve => {
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve(new Error(`Discord closed the connection for good (code ${code})`)),
    );
  });
  client.on(Events.Error, error => handler.failed(error, nobody));
  const rooms = createRooms(client.rest, clock);
  const channels = createChannels(client.rest);
  // discord.js keeps no channel of a server it does not know; interactions bring theirs along.
  client.on(Events.Raw, ({ d }: { d?: { channel?: unknown } | null }) => channels.saw(d?.channel));
  client.on(Events.InteractionCreate, interaction => {
    clock.heard(interaction.id);
    if (interaction.isAutocomplete()) return void offerChoices(interaction, channels, handler);
    if (interaction.isChatInputCommand())
      return void respond(interaction, channels, handler, commandOf(interaction));
    if (interaction.isButton())
      return void respond(interaction, channels, handler, { kind: 'button', id: interaction.customId });
    if (interaction.isAnySelectMenu()) {
      const { customId: id, values } = interaction;
      return void respond(interaction, channels, handler, { kind: 'button', id, values });
    }
    if (interaction.isMessageContextMenuCommand()) {
      const text = interaction.targetMessage.content;
      return void respond(interaction, channels, handler, { kind: 'question', text, isMenu: true });
    }
  });
  client.on(Events.MessageCreate, message => void hear(message, channels, handler, rooms));

  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
  await client.login(connection.token);
  const readyClient = await Promise.race([ready, lost.then(error => Promise.reject(error))]);
  return { name: readyClient.user.tag, client: readyClient, rooms, close: () => client.destroy(), lost };
}

const nowhere: Place = {
  room: '',
  guild: undefined,
  isPrivate: false,
  isMember: true,
  hasSpoilers: async () => false,
  lacks: [],
};
const nobody: Sender = {
  userId: '',
  locale: undefined,
  managesMessages: false,
  managesServer: false,
  place: nowhere,
  eventId: '0',
};

type Component = ButtonInteraction | AnySelectMenuInteraction;
type Answerable = ChatInputCommandInteraction | Component | MessageContextMenuCommandInteraction;

async function respond(
  interaction: Answerable,
  channels: Channels,
  handler: Handler,
  incoming: Incoming,
): Promise<void> {
  const sender = senderOf(interaction, channels);
  try {
    await deliver(interaction, await handler.handle(incoming, sender), handler);
  } catch (error) {
    const message = handler.failed(error, sender);
    if (isTooLate(error) || interaction.replied) return;
    await deliver(interaction, { kind: 'say', message }, handler).catch(again => handler.failed(again, sender));
  }
}

async function deliver(interaction: Answerable, pressed: Pressed, handler: Handler): Promise<void> {
  switch (pressed.kind) {
    case 'say': {
      const { resource } = await onceMore(() => interaction.reply(bodyOf(pressed.message)));
      if (resource?.message != null) await handler.said(resource.message.id, pressed.message);
      return;
    }
    case 'change':
      if (interaction.isMessageComponent())
        await onceMore(() => interaction.update({ components: [...pressed.message.components] }));
      return;
    case 'remove':
      if (interaction.isButton()) await onceMore(() => interaction.deferUpdate());
      await interaction.deleteReply();
      return;
    case 'nothing':
      return;
  }
}

function senderOf(interaction: Answerable | AutocompleteInteraction, channels: Channels): Sender {
  const { user, locale, id } = interaction;
  return {
    userId: user.id,
    locale,
    managesMessages: interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
    managesServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    place: placeOf(interaction, channels),
    eventId: id,
    ...(interaction.isMessageComponent() ? { pressed: pressedOn(interaction.message) } : {}),
  };
}

function pressedOn({ id, interactionMetadata, reference }: DiscordMessage): NonNullable<Sender['pressed']> {
  return { message: id, answers: interactionMetadata?.id ?? reference?.messageId };
}

function placeOf(interaction: Answerable | AutocompleteInteraction, channels: Channels): Place {
  const { channelId, guildId, context, appPermissions, authorizingIntegrationOwners } = interaction;
  const isPrivate = context === InteractionContextType.BotDM;
  return {
    room: channelId ?? '',
    guild: guildId ?? undefined,
    isPrivate,
    hasSpoilers: () => channels.hasSpoilers(channelId ?? ''),
    isMember: isPrivate || (guildId !== null && authorizingIntegrationOwners.guildId === guildId),
    lacks: isPrivate ? [] : needed.flatMap(([bit, name]) => (appPermissions.has(bit) ? [] : [name])),
  };
}

/** What writing in a channel takes, and what it is called in `views`. */
const needed = [
  [PermissionFlagsBits.ViewChannel, 'view-channel'],
  [PermissionFlagsBits.SendMessages, 'send-messages'],
] as const;

async function offerChoices(
  interaction: AutocompleteInteraction,
  channels: Channels,
  handler: Handler,
): Promise<void> {
  const sender = senderOf(interaction, channels);
  try {
    const typed = interaction.options.getFocused();
    const choices = await handler.complete(
      interaction.commandName,
      interaction.options.getSubcommand(),
      typed,
      sender,
    );
    await onceMore(() => interaction.respond([...choices]));
  } catch (error) {
    // Nobody waits for choices that come too late; the next letter asks again.
    if (!isTooLate(error)) handler.failed(error, sender);
  }
}

/** Answers mentions, replies to the bot, and private messages. Bots and webhooks are never answered. */
async function hear(message: DiscordMessage, channels: Channels, handler: Handler, rooms: Rooms): Promise<void> {
  if (message.author.bot || message.webhookId !== null || message.system) return;
  const isPrivate = message.guildId === null;
  if (!isPrivate && !message.mentions.users.has(message.client.user.id)) return;
  const sender: Sender = {
    ...nobody,
    userId: message.author.id,
    place: {
      ...nowhere,
      room: message.channelId,
      guild: message.guildId ?? undefined,
      isPrivate,
      hasSpoilers: () => channels.hasSpoilers(message.channelId),
    },
    eventId: message.id,
    repliesTo: message.reference?.messageId,
  };
  // Where the bot may not write it stays silent. The same question answered twice, after a retry, is one message.
  const answer = (said: Message) => rooms.post(message.channelId, said, message.id, message.id);
  try {
    const pressed = await handler.handle({ kind: 'question', text: message.content }, sender);
    const id = pressed.kind === 'say' ? await answer(pressed.message) : undefined;
    if (pressed.kind === 'say' && id !== undefined) await handler.said(id, pressed.message);
  } catch (error) {
    const failure = handler.failed(error, sender);
    if (!(error instanceof DiscordAPIError)) await answer(failure).catch(() => undefined);
  }
}

function bodyOf({ components, file, private: isPrivate = false }: Message) {
  const flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral = MessageFlags.IsComponentsV2;
  return {
    components: [...components],
    ...(file === undefined ? {} : { files: [{ name: file.name, attachment: Buffer.from(file.text) }] }),
    withResponse: true as const,
    flags: isPrivate ? ([flags, MessageFlags.Ephemeral] as const) : ([flags] as const),
  };
}

/** discord.js does not retry a connection that the peer closed; inside Discord's three seconds once is safe. */
async function onceMore<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof DiscordAPIError) throw error;
    return await call();
  }
}

/** 10062: three seconds are over, or 40060: somebody else has answered. Nothing can be said any more. */
function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === 10062 || error.code === 40060);
}

function commandOf(interaction: ChatInputCommandInteraction): Incoming {
  const values: Record<string, AnyValues[string]> = {};
  for (const option of interaction.options.data[0]?.options ?? []) {
    values[option.name] = option.value;
  }
  return { kind: 'command', film: interaction.commandName, command: interaction.options.getSubcommand(), values };
}
