import { setTimeout as sleep } from 'node:timers/promises';
import type { APIApplicationCommand, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { type Interactions, type Outcome, Type } from './interactions.ts';
import { isJson, walk } from './limits.ts';
import type { Messages } from './messages.ts';
import { messagePayload, userPayload } from './payloads.ts';
import { type Channel, type Person, type StoredMessage, sees, type World } from './world.ts';

export type Values = Readonly<Record<string, string | number | boolean>>;

/** Something a person cannot do, as Discord's own app would not let them. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}

/** Everything one member can do in the app. */
export type Acting = ReturnType<typeof act>;

export function act(world: World, messages: Messages, interactions: Interactions, person: Person) {
  const privateChat = (): Channel => {
    const channel = [...world.channels.values()].find(({ personId }) => personId === person.id);
    if (channel === undefined) throw new Impossible(`${person.name} has no private chat`);
    return channel;
  };

  function seen(channelId: string): StoredMessage[] {
    return [...world.messages.values()].filter(
      message => message.channelId === channelId && sees(world, person.id, message),
    );
  }

  return {
    person,
    privateChat,
    /** What this person sees in a channel, oldest first. */
    seen,
    say: (channelId: string, content: string, replyTo?: string): StoredMessage => {
      if (content.trim() === '') throw new Impossible('an empty message cannot be sent');
      if ([...content].length > 4000) throw new Impossible('a message has at most 4,000 characters');
      return messages.fromPerson(person.id, channelId, content, replyTo);
    },
    /** `path` is what is typed after the slash: `amour ask`. */
    slash: (channelId: string, path: string, values: Values = {}): Promise<Outcome> => {
      const { command, data } = chatInput(world, path, values);
      return interactions.start(person, messages.channelOf(channelId), Type.command, path, {
        ...data,
        id: command.id,
      });
    },
    /** The choices while an option is being typed. */
    complete: (channelId: string, path: string, values: Values, focused: string): Promise<Outcome> => {
      const { command, data } = chatInput(world, path, values, focused);
      return interactions.start(person, messages.channelOf(channelId), Type.autocomplete, path, {
        ...data,
        id: command.id,
      });
    },
    /** Presses a button by its id or its label. */
    press: (messageId: string, idOrLabel: string): Promise<Outcome> => {
      const message = visible(world, person, messageId);
      const found = walk(message.components).find(
        ([, { type, custom_id, label }]) => type === 2 && (custom_id === idOrLabel || label === idOrLabel),
      );
      if (found === undefined) throw new Impossible(`there is no button ${idOrLabel}`);
      const [, button] = found;
      if (button.disabled === true) throw new Impossible(`the button ${idOrLabel} is disabled`);
      const data = { component_type: 2, custom_id: button.custom_id, id: button.id };
      return interactions.start(
        person,
        messages.channelOf(message.channelId),
        Type.component,
        String(button.label ?? ''),
        data,
        message,
      );
    },
    select: (messageId: string, customId: string, values: readonly string[]): Promise<Outcome> => {
      const message = visible(world, person, messageId);
      const found = walk(message.components).find(
        ([, { type, custom_id }]) => type === 3 && custom_id === customId,
      );
      if (found === undefined) throw new Impossible(`there is no select ${customId}`);
      const data = { component_type: 3, custom_id: customId, values, id: found[1].id };
      return interactions.start(
        person,
        messages.channelOf(message.channelId),
        Type.component,
        customId,
        data,
        message,
      );
    },
    /** A command of a message's own menu. */
    messageCommand: (messageId: string, name: string): Promise<Outcome> => {
      const message = visible(world, person, messageId);
      const command = world.commands.find(command => command.type === 3 && command.name === name);
      if (command === undefined) throw new Impossible(`there is no message command ${name}`);
      const resolved = { messages: { [messageId]: messagePayload(world, message) } };
      const data = { id: command.id, name, type: 3, target_id: messageId, resolved };
      return interactions.start(person, messages.channelOf(message.channelId), Type.command, name, data);
    },
    /** Takes an ephemeral message out of one's own sight. */
    dismiss: (messageId: string): void => {
      const message = visible(world, person, messageId);
      if (message.onlyFor !== person.id) throw new Impossible('only a message that you alone see can be dismissed');
      messages.remove(message);
    },
    user: () => userPayload(world, person.id),
  };
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

function visible(world: World, person: Person, id: string): StoredMessage {
  const message = world.messages.get(id);
  if (message === undefined || !sees(world, person.id, message))
    throw new Impossible('no such message can be seen');
  return message;
}

interface RegisteredOption {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { name: string; value: string | number }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly max_length?: number;
  readonly options?: readonly RegisteredOption[];
}

const subcommand = 1;

/** What the app sends for a typed command; it lets nobody send what was not registered. */
function chatInput(
  world: World,
  path: string,
  values: Values,
  focused?: string,
): { command: APIApplicationCommand; data: object } {
  const [name = '', sub] = path.split(' ');
  const command = world.commands.find(command => command.type === 1 && command.name === name);
  if (command === undefined) throw new Impossible(`there is no command /${name}`);
  const options = (command.options ?? []) as readonly RegisteredOption[];
  const chosen = options.find(option => option.type === subcommand && option.name === sub);
  if (options.some(({ type }) => type === subcommand) && chosen === undefined)
    throw new Impossible(`there is no command /${path}`);
  const given = optionValues((chosen ?? { options }).options ?? [], values, focused);
  const data = {
    name,
    type: 1,
    options: chosen === undefined ? given : [{ type: subcommand, name: sub, options: given }],
  };
  return { command, data };
}

function optionValues(options: readonly RegisteredOption[], values: Values, focused: string | undefined): object[] {
  const stranger = Object.keys(values).find(name => !options.some(option => option.name === name));
  if (stranger !== undefined) throw new Impossible(`there is no option ${stranger}`);
  return options.flatMap(option => {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Impossible(`${option.name} is required`);
      return [];
    }
    const isFocused = option.name === focused;
    if (!isFocused) checkValue(option, value);
    return [
      {
        type: option.type,
        name: option.name,
        value: isFocused ? String(value) : value,
        ...(isFocused ? { focused: true } : {}),
      },
    ];
  });
}

const kinds: Readonly<Record<number, string>> = { 3: 'string', 4: 'number', 5: 'boolean', 10: 'number' };

function checkValue(option: RegisteredOption, value: string | number | boolean): void {
  const wrong = (why: string) => new Impossible(`${option.name} ${why}`);
  if (typeof value !== kinds[option.type]) throw wrong(`must be a ${kinds[option.type]}`);
  if (typeof value === 'string' && value.length > (option.max_length ?? 6000)) throw wrong('is too long');
  if (typeof value === 'number' && (value < (option.min_value ?? value) || value > (option.max_value ?? value)))
    throw wrong('is out of range');
  if (option.choices !== undefined && !option.choices.some(choice => choice.value === value))
    throw wrong('is none of the choices');
}

/** The texts of a message, one after the other: content, and what its components say. */
export function textOf({
  content,
  components,
}: {
  content: string;
  components: readonly APIMessageTopLevelComponent[];
}): string {
  const said = walk(components).flatMap(([, component]) =>
    isJson(component) && typeof component.content === 'string' ? [component.content] : [],
  );
  return [content, ...said].filter(text => text !== '').join('\n');
}

/** The labels of its buttons. */
export function buttonsOf({ components }: { components: readonly APIMessageTopLevelComponent[] }): string[] {
  return walk(components).flatMap(([, { type, label }]) =>
    type === 2 && typeof label === 'string' ? [label] : [],
  );
}
