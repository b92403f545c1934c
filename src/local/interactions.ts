import { randomBytes } from 'node:crypto';
import { refusals } from './errors.ts';
import type { Gateway } from './gateway.ts';
import { isEphemeral, type Messages } from './messages.ts';
import { channelPayload, memberPayload, messagePayload, userPayload } from './payloads.ts';
import type { Clock } from './snowflake.ts';
import {
  botPermissions,
  type Channel,
  type Person,
  personPermissions,
  type StoredMessage,
  type World,
} from './world.ts';

/** What became of something a person did. */
export interface Outcome {
  /** `failed`: nobody answered in time, which Discord shows as "This interaction failed". */
  readonly kind: 'message' | 'update' | 'deferred' | 'choices' | 'modal' | 'failed';
  readonly message?: StoredMessage;
  readonly choices?: readonly { name: string; value: string }[];
  readonly modal?: Readonly<Record<string, unknown>>;
  /** Milliseconds until the bot acknowledged. */
  readonly ms: number;
}

export const Type = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly name: string;
  readonly person: Person;
  readonly channel: Channel;
  readonly createdAt: number;
  /** The message whose button was pressed. */
  readonly source: StoredMessage | undefined;
  acknowledged: boolean;
  expired: boolean;
  /** Whether a deferred answer will be seen by one person only. */
  deferredFor: string | undefined;
  isDeferred: boolean;
  /** `@original`. */
  answer: StoredMessage | undefined;
  settle(outcome: Omit<Outcome, 'ms'>): void;
}

type Body = Readonly<Record<string, unknown>>;
export type Interactions = ReturnType<typeof createInteractions>;

/** Tokens live a quarter of an hour. */
const tokenLifetime = 15 * 60_000;

/** The life of an interaction: sent to the bot, acknowledged once and in time, followed up while its token lives. */
export function createInteractions(
  world: World,
  messages: Messages,
  gateway: () => Gateway,
  clock: Clock,
  nextId: () => string,
  acknowledgeWithin: number,
) {
  const byToken = new Map<string, Interaction>();

  function start(
    person: Person,
    channel: Channel,
    type: number,
    name: string,
    data: unknown,
    source?: StoredMessage,
  ): Promise<Outcome> {
    const began = performance.now();
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const interaction: Interaction = {
      id: nextId(),
      token: randomBytes(24).toString('base64url'),
      type,
      name,
      person,
      channel,
      createdAt: clock(),
      source,
      acknowledged: false,
      expired: false,
      deferredFor: undefined,
      isDeferred: false,
      answer: undefined,
      settle: outcome => {
        clearTimeout(timer);
        resolve({ ...outcome, ms: performance.now() - began });
      },
    };
    const timer = setTimeout(() => {
      interaction.expired = true;
      interaction.settle({ kind: 'failed' });
    }, acknowledgeWithin);
    byToken.set(interaction.token, interaction);
    gateway().dispatch('INTERACTION_CREATE', payloadOf(interaction, data), channel.guildId);
    return promise;
  }

  function payloadOf({ id, token, type, person, channel, source }: Interaction, data: unknown) {
    const isGuild = channel.guildId !== undefined;
    return {
      id,
      application_id: world.applicationId,
      type,
      token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: channelPayload(world, channel),
      ...(isGuild
        ? {
            guild_id: channel.guildId,
            guild: { id: channel.guildId, locale: world.guild.locale, features: [] },
            guild_locale: world.guild.locale,
            member: memberPayload(world, person, personPermissions(person)),
          }
        : { user: userPayload(world, person.id) }),
      locale: person.locale,
      app_permissions: botPermissions(channel).toString(),
      entitlements: [],
      authorizing_integration_owners: isGuild ? { 0: channel.guildId } : { 0: '0' },
      context: isGuild ? 0 : 1,
      attachment_size_limit: 10_485_760,
      ...(source === undefined ? {} : { message: messagePayload(world, source) }),
    };
  }

  /** POST /interactions/:id/:token/callback */
  function acknowledge(id: string, token: string, body: Body): Body {
    const interaction = byToken.get(token);
    if (interaction === undefined || interaction.id !== id || interaction.expired)
      throw refusals.unknownInteraction();
    if (interaction.acknowledged) throw refusals.alreadyAcknowledged();
    const data = (body.data ?? {}) as Body;
    const answered = answer(interaction, Number(body.type), data);
    interaction.acknowledged = true;
    interaction.settle(answered);
    return {
      interaction: { id, type: interaction.type },
      ...(interaction.answer === undefined
        ? {}
        : { resource: { type: body.type, message: messagePayload(world, interaction.answer) } }),
    };
  }

  function answer(interaction: Interaction, type: number, data: Body): Omit<Outcome, 'ms'> {
    switch (type) {
      case 4: {
        const message = write(interaction, data, isEphemeral(data) ? interaction.person.id : undefined);
        interaction.answer = message;
        return { kind: 'message', message };
      }
      case 5:
        interaction.isDeferred = true;
        interaction.deferredFor = isEphemeral(data) ? interaction.person.id : undefined;
        return { kind: 'deferred' };
      case 6:
        interaction.answer = interaction.source;
        return { kind: 'update', ...withMessage(interaction.source) };
      case 7: {
        if (interaction.source === undefined) throw refusals.unknownMessage();
        interaction.answer = messages.edit(interaction.source, data);
        return { kind: 'update', message: interaction.answer };
      }
      case 8:
        return { kind: 'choices', choices: (data.choices ?? []) as { name: string; value: string }[] };
      case 9:
        return { kind: 'modal', modal: data };
      default:
        throw refusals.invalid([{ at: 'type', rule: 'one of 4 to 9' }]);
    }
  }

  function write(
    { id, type, name, person, channel, source }: Interaction,
    data: Body,
    onlyFor: string | undefined,
  ): StoredMessage {
    const reference = source === undefined ? {} : { message_reference: { message_id: source.id } };
    return messages.fromBot(
      channel.id,
      { ...data, ...reference },
      { id, personId: person.id, name, type },
      onlyFor,
    );
  }

  /** The interaction of a webhook call: its token must still live. */
  function byWebhook(token: string): Interaction {
    const interaction = byToken.get(token);
    if (interaction === undefined || !interaction.acknowledged) throw refusals.unknownWebhook();
    if (clock() > interaction.createdAt + tokenLifetime) throw refusals.tokenExpired();
    return interaction;
  }

  function followUp(token: string, body: Body): StoredMessage {
    const interaction = byWebhook(token);
    const message = write(interaction, body, isEphemeral(body) ? interaction.person.id : undefined);
    interaction.answer ??= message;
    return message;
  }

  function editAnswer(token: string, messageId: string, body: Body): StoredMessage {
    const interaction = byWebhook(token);
    if (messageId === '@original' && interaction.answer === undefined && interaction.isDeferred) {
      interaction.answer = write(interaction, body, interaction.deferredFor);
      return interaction.answer;
    }
    return messages.edit(find(interaction, messageId), body);
  }

  function removeAnswer(token: string, messageId: string): void {
    messages.remove(find(byWebhook(token), messageId));
  }

  function find({ answer, channel }: Interaction, messageId: string): StoredMessage {
    if (messageId !== '@original') return messages.messageOf(channel.id, messageId);
    if (answer === undefined) throw refusals.unknownMessage();
    return answer;
  }

  return {
    start,
    acknowledge,
    followUp,
    editAnswer,
    removeAnswer,
    readAnswer: (token: string, messageId: string) => find(byWebhook(token), messageId),
  };
}

function withMessage(message: StoredMessage | undefined): { message?: StoredMessage } {
  return message === undefined ? {} : { message };
}
