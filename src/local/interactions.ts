import { randomBytes } from 'node:crypto';
import { refusals } from './errors.ts';
import type { Gateway } from './gateway.ts';
import { interactionPayload, ownersOf } from './interaction-payload.ts';
import { isEphemeral, type Messages } from './messages.ts';
import { messagePayload } from './payloads.ts';
import type { Clock } from './snowflake.ts';
import { type Channel, hasBot, type Person, type StoredMessage, type World } from './world.ts';

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

/** What a person does: a command, a press, a submitted form. */
export interface Doing {
  readonly person: Person;
  readonly channel: Channel;
  readonly type: number;
  /** What Discord shows above the answer. */
  readonly name: string;
  readonly data: unknown;
  /** The message whose button was pressed. */
  readonly source?: StoredMessage | undefined;
}

interface Interaction extends Omit<Doing, 'data'> {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  readonly source: StoredMessage | undefined;
  acknowledged: boolean;
  expired: boolean;
  /** An answer that was promised, and who will see it. */
  deferred: { readonly onlyFor: string | undefined } | undefined;
  /** `@original`. */
  answer: StoredMessage | undefined;
  followUps: number;
  settle(outcome: Omit<Outcome, 'ms'>): void;
}

type Body = Readonly<Record<string, unknown>>;
export type Interactions = ReturnType<typeof createInteractions>;

/** Tokens live a quarter of an hour. */
const tokenLifetime = 15 * 60_000;
/** So many interactions are remembered at least: beyond that, those that can no longer be answered are forgotten. */
const kept = 1000;
/** Where the bot itself is not installed, one interaction takes no more follow-ups. */
const strangersFollowUps = 5;

/** Which callback types answer which interactions; a form answers for the button that opened it. */
const answers: Readonly<Record<number, readonly number[]>> = {
  [Type.command]: [4, 5, 9],
  [Type.component]: [4, 5, 6, 7, 9],
  [Type.autocomplete]: [8],
  [Type.modal]: [4, 5, 6, 7],
};

/** The life of an interaction: sent to the bot, acknowledged once and in time, followed up while its token lives. */
export function createInteractions(
  world: World,
  messages: Messages,
  gateway: () => Gateway,
  { clock, nextId, acknowledgeWithin }: { clock: Clock; nextId: () => string; acknowledgeWithin: number },
) {
  const byToken = new Map<string, Interaction>();

  function start({ data, ...doing }: Doing): Promise<Outcome> {
    const began = performance.now();
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const interaction: Interaction = {
      source: undefined,
      ...doing,
      id: nextId(),
      token: randomBytes(24).toString('base64url'),
      createdAt: clock(),
      acknowledged: false,
      expired: false,
      deferred: undefined,
      answer: undefined,
      followUps: 0,
      settle: outcome => {
        clearTimeout(timer);
        resolve({ ...outcome, ms: performance.now() - began });
      },
    };
    const timer = setTimeout(() => {
      interaction.expired = true;
      interaction.settle({ kind: 'failed' });
    }, acknowledgeWithin);
    timer.unref();
    remember(interaction);
    gateway().dispatch('INTERACTION_CREATE', interactionPayload(world, interaction, data), doing.channel.guildId);
    return promise;
  }

  function remember(interaction: Interaction): void {
    byToken.set(interaction.token, interaction);
    if (byToken.size <= kept) return;
    for (const [token, old] of byToken) {
      if (clock() <= old.createdAt + tokenLifetime) return;
      byToken.delete(token);
    }
  }

  /** It is known, its time is not over, and nobody has answered it. */
  function mustBeOpen(id: string, token: string): Interaction {
    const interaction = byToken.get(token);
    if (interaction === undefined || interaction.id !== id || interaction.expired)
      throw refusals.unknownInteraction();
    if (interaction.acknowledged) throw refusals.alreadyAcknowledged();
    return interaction;
  }

  /** POST /interactions/:id/:token/callback */
  function acknowledge(id: string, token: string, body: Body): Body {
    const interaction = mustBeOpen(id, token);
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
    const allowed = answers[interaction.type] ?? [];
    const needsSource = type === 6 || type === 7;
    if (!allowed.includes(type) || (needsSource && interaction.source === undefined))
      throw refusals.invalid([{ at: 'type', rule: `one of ${allowed.join(', ')}` }]);
    switch (type) {
      case 4:
        interaction.answer = write(interaction, data, viewerOf(interaction, data));
        return { kind: 'message', message: interaction.answer };
      case 5:
        interaction.deferred = { onlyFor: viewerOf(interaction, data) };
        return { kind: 'deferred' };
      case 8:
        return { kind: 'choices', choices: (data.choices ?? []) as { name: string; value: string }[] };
      case 9:
        return { kind: 'modal', modal: data };
      default:
        interaction.answer = interaction.source;
        if (type === 7 && interaction.source !== undefined) messages.edit(interaction.source, data);
        return { kind: 'update', ...(interaction.source === undefined ? {} : { message: interaction.source }) };
    }
  }

  function write(interaction: Interaction, data: Body, onlyFor: string | undefined): StoredMessage {
    const { id, type, name, person, channel, source } = interaction;
    const reference = source === undefined ? {} : { message_reference: { message_id: source.id } };
    const owners = ownersOf(world, person, channel);
    return messages.fromBot(
      channel.id,
      { ...data, ...reference },
      { id, personId: person.id, name, type, owners },
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
    if (isPromised(interaction)) return keepPromise(interaction, body);
    const isStranger = !hasBot(world, interaction.channel);
    if (isStranger && interaction.followUps >= strangersFollowUps) throw refusals.tooManyFollowUps();
    interaction.followUps++;
    return write(interaction, body, viewerOf(interaction, body));
  }

  function editAnswer(token: string, messageId: string, body: Body): StoredMessage {
    const interaction = byWebhook(token);
    if (messageId === '@original' && isPromised(interaction)) return keepPromise(interaction, body);
    return messages.edit(find(interaction, messageId), body);
  }

  /** The first thing said after "is thinking …" takes its place, and is seen by whom that was seen by. */
  function keepPromise(interaction: Interaction, body: Body): StoredMessage {
    interaction.answer = write(interaction, body, interaction.deferred?.onlyFor);
    return interaction.answer;
  }

  function removeAnswer(token: string, messageId: string): void {
    messages.remove(find(byWebhook(token), messageId));
  }

  /** A token reaches its interaction's own messages, and the one whose button was pressed. */
  function find({ id, answer, channel }: Interaction, messageId: string): StoredMessage {
    const message = messageId === '@original' ? answer : messages.messageOf(channel.id, messageId);
    const isOwn = message !== undefined && (message === answer || message.interaction?.id === id);
    if (!isOwn || !world.messages.has(message.id)) throw refusals.unknownMessage();
    return message;
  }

  return {
    start,
    mustBeOpen,
    acknowledge,
    followUp,
    editAnswer,
    removeAnswer,
    readAnswer: (token: string, messageId: string) => find(byWebhook(token), messageId),
    /** The flags of the message that an edit is about, without which its components cannot be judged. */
    flagsOf: (token: string, messageId: string): number => {
      const interaction = byToken.get(token);
      const message =
        messageId === '@original' ? (interaction?.answer ?? interaction?.source) : world.messages.get(messageId);
      return message?.flags ?? 0;
    },
  };
}

function isPromised({ deferred, answer }: Interaction): boolean {
  return deferred !== undefined && answer === undefined;
}

function viewerOf({ person }: Interaction, body: Body): string | undefined {
  return isEphemeral(body) ? person.id : undefined;
}
