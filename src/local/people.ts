import { setTimeout as sleep } from 'node:timers/promises';
import type { APIApplicationCommand, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { isJson, type Json, list } from './breach.ts';
import { walk } from './component-limits.ts';
import { type Interactions, type Outcome, Type } from './interactions.ts';
import type { Messages } from './messages.ts';
import { channelPayload, messagePayload, userPayload } from './payloads.ts';
import { chatInput, commandFor, Impossible, type Values } from './typed-command.ts';
import { type Channel, type Person, type Role, type StoredMessage, sees, type World } from './world.ts';

export { Impossible, type Values } from './typed-command.ts';

/** Everything one member can do in the app. */
export type Acting = ReturnType<typeof act>;

export function act(world: World, messages: Messages, interactions: Interactions, person: Person) {
  const privateChat = (): Channel => {
    const channel = [...world.channels.values()].find(({ personId }) => personId === person.id);
    if (channel === undefined) throw new Impossible(`${person.name} has no private chat`);
    return channel;
  };

  /** The channel, where this person can look into it. */
  function open(channelId: string): Channel {
    const channel = messages.channelOf(channelId);
    if (channel.kind === 'private' && channel.personId !== person.id)
      throw new Impossible('a private chat of somebody else');
    return channel;
  }

  function seen(channelId: string): StoredMessage[] {
    return [...world.messages.values()].filter(
      message => message.channelId === channelId && sees(world, person.id, message),
    );
  }

  function visible(id: string): StoredMessage {
    const message = world.messages.get(id);
    if (message === undefined || !sees(world, person.id, message))
      throw new Impossible('no such message can be seen');
    return message;
  }

  /** A command, while it is typed or sent. */
  function type(channelId: string, path: string, values: Values, focused?: string): Promise<Outcome> {
    const channel = open(channelId);
    const command = commandFor(world, person, channel, 1, path.split(' ')[0] ?? '');
    const data = chatInput(command, path, values, focused);
    const what = focused === undefined ? Type.command : Type.autocomplete;
    return interactions.start({ person, channel, type: what, name: path, data });
  }

  function use(message: StoredMessage, name: string, data: object): Promise<Outcome> {
    const channel = open(message.channelId);
    return interactions.start({ person, channel, type: Type.component, name, data, source: message });
  }

  return {
    person,
    privateChat,
    /** What this person sees in a channel, oldest first. */
    seen,
    message: visible,
    /** The commands in this person's menus in a channel. */
    commands: (channelId: string): APIApplicationCommand[] => {
      const channel = open(channelId);
      return world.commands.filter(({ type, name }) => isOffered(world, person, channel, type, name));
    },
    say: (channelId: string, content: string, replyTo?: string): StoredMessage => {
      if (content.trim() === '') throw new Impossible('an empty message cannot be sent');
      if ([...content].length > 4000) throw new Impossible('a message has at most 4,000 characters');
      if (replyTo !== undefined && visible(replyTo).channelId !== channelId)
        throw new Impossible('a reply stays in its channel');
      return messages.fromPerson(person.id, open(channelId).id, content, replyTo);
    },
    /** `path` is what is typed after the slash: `amour ask`. */
    slash: (channelId: string, path: string, values: Values = {}): Promise<Outcome> =>
      type(channelId, path, values),
    /** The choices while an option is being typed. */
    complete: (channelId: string, path: string, values: Values, focused: string): Promise<Outcome> =>
      type(channelId, path, values, focused),
    /** Presses a button by its id or its label. */
    press: (messageId: string, idOrLabel: string): Promise<Outcome> => {
      const message = visible(messageId);
      const button = find(message, ({ type, custom_id, label }) => {
        return type === 2 && (custom_id === idOrLabel || label === idOrLabel);
      });
      if (button === undefined) throw new Impossible(`there is no button ${idOrLabel}`);
      if (button.disabled === true) throw new Impossible(`the button ${idOrLabel} is disabled`);
      if (button.custom_id === undefined) throw new Impossible(`the button ${idOrLabel} leads out of Discord`);
      const data = { component_type: 2, custom_id: button.custom_id, id: button.id };
      return use(message, String(button.label ?? ''), data);
    },
    select: (messageId: string, customId: string, values: readonly string[]): Promise<Outcome> => {
      const message = visible(messageId);
      const select = find(message, ({ type, custom_id }) => selects.has(Number(type)) && custom_id === customId);
      if (select === undefined) throw new Impossible(`there is no select ${customId}`);
      if (select.disabled === true) throw new Impossible(`the select ${customId} is disabled`);
      const { min_values: least = 1, max_values: most = 1 } = select as {
        min_values?: number;
        max_values?: number;
      };
      const offered = offeredBy(world, select);
      if (values.length < least || values.length > most || !values.every(value => offered.includes(value)))
        throw new Impossible(`the select ${customId} does not offer that`);
      const data = { component_type: select.type, custom_id: customId, values, id: select.id };
      return use(message, customId, { ...data, ...resolvedOf(world, select, values) });
    },
    /** Sends the form that an outcome brought: its fields by their ids. */
    submit: (channelId: string, modal: Json, values: Readonly<Record<string, string>>): Promise<Outcome> => {
      const fields = walk(list(modal.components)).filter(([, { custom_id }]) => custom_id !== undefined);
      const missing = fields.find(([, { custom_id, required }]) => {
        return required !== false && (values[String(custom_id)] ?? '') === '';
      });
      if (missing !== undefined) throw new Impossible(`${missing[1].custom_id} is required`);
      const components = fields.map(([, { type, custom_id }]) => ({
        type: 1,
        components: [{ type, custom_id, value: values[String(custom_id)] ?? '' }],
      }));
      const data = { custom_id: modal.custom_id, components };
      const channel = open(channelId);
      return interactions.start({ person, channel, type: Type.modal, name: String(modal.title ?? ''), data });
    },
    /** A command of a message's own menu. */
    messageCommand: (messageId: string, name: string): Promise<Outcome> => {
      const message = visible(messageId);
      const channel = open(message.channelId);
      const { id } = commandFor(world, person, channel, 3, name);
      const resolved = { messages: { [messageId]: messagePayload(world, message) } };
      const data = { id, name, type: 3, target_id: messageId, resolved };
      return interactions.start({ person, channel, type: Type.command, name, data });
    },
    /** Takes an ephemeral message out of one's own sight. */
    dismiss: (messageId: string): void => {
      const message = visible(messageId);
      if (message.onlyFor !== person.id) throw new Impossible('only a message that you alone see can be dismissed');
      messages.remove(message);
    },
    user: () => userPayload(world, person.id),
  };
}

function isOffered(...command: Parameters<typeof commandFor>): boolean {
  try {
    return commandFor(...command) !== undefined;
  } catch (error) {
    if (error instanceof Impossible) return false;
    throw error;
  }
}

/** Selects of strings, users, roles, either, channels. */
const selects: ReadonlySet<number> = new Set([3, 5, 6, 7, 8]);

/** The values that a select takes. */
function offeredBy({ people, bot, roles, channels, guild }: World, select: Json): unknown[] {
  const users = [bot, ...people].map(({ id }) => id);
  const roleIds = roles.map(({ id }) => id);
  switch (select.type) {
    case 5:
      return users;
    case 6:
      return roleIds;
    case 7:
      return [...users, ...roleIds];
    case 8:
      return [...channels.values()].flatMap(({ id, guildId }) => (guildId === guild.id ? [id] : []));
    default:
      return list(select.options).flatMap(option => (isJson(option) ? [option.value] : []));
  }
}

/** What Discord tells about chosen users, roles and channels beside their ids. */
function resolvedOf(world: World, select: Json, values: readonly string[]): object {
  if (select.type === 3) return {};
  const { bot, people, roles, channels } = world;
  const chosen = <T>(all: Iterable<T & { id: string }>, tell: (one: T & { id: string }) => unknown) =>
    Object.fromEntries([...all].flatMap(one => (values.includes(one.id) ? [[one.id, tell(one)]] : [])));
  return {
    resolved: {
      users: chosen([bot, ...people], ({ id }) => userPayload(world, id)),
      roles: chosen(roles, role => rolePayload(role)),
      channels: chosen(channels.values(), channel => ({ ...channelPayload(world, channel), permissions: '0' })),
    },
  };
}

function rolePayload({ id, name }: Role): object {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  const looks = { color: 0, colors, hoist: false, icon: null, unicode_emoji: null };
  return { id, name, ...looks, position: 1, permissions: '0', managed: false, mentionable: false, flags: 0 };
}

/** Waits, at most `timeout` ms, until something is there: for tests, which have no eyes. */
export async function until<T>(look: () => T | undefined, timeout = 5000): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('waited in vain');
    await sleep(5);
  }
}

/** The first of a message's components that is meant. */
function find({ components }: StoredMessage, isMeant: (component: Json) => boolean): Json | undefined {
  return walk(components).find(([, component]) => isMeant(component))?.[1];
}

/** The texts of a message, one after the other: content, and what its components say. */
export function textOf({
  content,
  components,
}: {
  content: string;
  components: readonly APIMessageTopLevelComponent[];
}): string {
  const said = walk(components).flatMap(([, { content }]) => (typeof content === 'string' ? [content] : []));
  return [content, ...said].filter(text => text !== '').join('\n');
}

/** The labels of its buttons. */
export function buttonsOf({ components }: { components: readonly APIMessageTopLevelComponent[] }): string[] {
  return walk(components).flatMap(([, { type, label }]) =>
    type === 2 && typeof label === 'string' ? [label] : [],
  );
}
