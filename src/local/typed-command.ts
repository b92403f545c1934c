import type { APIApplicationCommand } from 'discord-api-types/v10';
import { contextOf, Installation } from './interaction-payload.ts';
import { type Channel, hasBot, type Person, permissions, personPermissions, type World } from './world.ts';

export type Values = Readonly<Record<string, string | number | boolean>>;

/** Something a person cannot do, as Discord's own app would not let them. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}

interface RegisteredOption {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { name: string; value: string | number }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly options?: readonly RegisteredOption[];
}

const subcommand = 1;

/** The registered command that somebody can see in this channel's menus. */
export function commandFor(
  world: World,
  person: Person,
  channel: Channel,
  type: number,
  name: string,
): APIApplicationCommand {
  const command = world.commands.find(command => command.type === type && command.name === name);
  const { contexts, integration_types: installations, default_member_permissions: needed } = command ?? {};
  const installation: number = hasBot(world, channel) ? Installation.guild : Installation.user;
  // Without `integration_types`, Discord takes a command to be for servers that have the bot.
  const isInstalled = (installations ?? [Installation.guild]).some(one => one === installation);
  const isHere = contexts === undefined || contexts === null || contexts.some(one => one === contextOf(channel));
  const mayUse = channel.guildId === undefined || isManager(person) || allows(needed, person);
  if (command === undefined || !isInstalled || !isHere || !mayUse)
    throw new Impossible(`there is no ${type === 1 ? 'command /' : 'menu command '}${name}`);
  return command;
}

/** Whoever manages the server stands for its administrators, whom no permission stops. */
function isManager(person: Person): boolean {
  return (personPermissions(person) & permissions.manageGuild) !== 0n;
}

/** `default_member_permissions`: nothing said is everybody, "0" is administrators. */
function allows(needed: string | null | undefined, person: Person): boolean {
  if (needed === undefined || needed === null) return true;
  return needed !== '0' && (BigInt(needed) & ~personPermissions(person)) === 0n;
}

/** What the app sends for a typed command; it lets nobody send what was not registered. */
export function chatInput(command: APIApplicationCommand, path: string, values: Values, focused?: string): object {
  const [, sub] = path.split(' ');
  const options = (command.options ?? []) as readonly RegisteredOption[];
  const chosen = options.find(option => option.type === subcommand && option.name === sub);
  const hasSubcommands = options.some(({ type }) => type === subcommand);
  if (hasSubcommands ? chosen === undefined : sub !== undefined)
    throw new Impossible(`there is no command /${path}`);
  const given = optionValues((chosen ?? { options }).options ?? [], values, focused);
  return {
    id: command.id,
    name: command.name,
    type: 1,
    options: chosen === undefined ? given : [{ type: subcommand, name: sub, options: given }],
  };
}

function optionValues(options: readonly RegisteredOption[], values: Values, focused: string | undefined): object[] {
  const stranger = Object.keys(values).find(name => !options.some(option => option.name === name));
  if (stranger !== undefined) throw new Impossible(`there is no option ${stranger}`);
  if (focused !== undefined && !options.some(({ name, autocomplete }) => name === focused && autocomplete))
    throw new Impossible(`${focused} completes nothing`);
  return options.flatMap(option => {
    const { type, name } = option;
    const value = values[name];
    // What is being typed is told as it stands, also while it is empty or is none of the choices.
    if (name === focused) return [{ type, name, value: String(value ?? ''), focused: true }];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Impossible(`${name} is required`);
      return [];
    }
    checkValue(option, value);
    return [{ type, name, value }];
  });
}

const kinds: Readonly<Record<number, string>> = { 3: 'string', 4: 'number', 5: 'boolean', 10: 'number' };

function checkValue(option: RegisteredOption, value: string | number | boolean): void {
  const wrong = (why: string) => new Impossible(`${option.name} ${why}`);
  if (typeof value !== kinds[option.type]) throw wrong(`must be a ${kinds[option.type]}`);
  if (option.type === 4 && !Number.isInteger(value)) throw wrong('must be a whole number');
  if (typeof value === 'string' && value.length > (option.max_length ?? 6000)) throw wrong('is too long');
  if (typeof value === 'string' && value.length < (option.min_length ?? 0)) throw wrong('is too short');
  if (typeof value === 'number' && (value < (option.min_value ?? value) || value > (option.max_value ?? value)))
    throw wrong('is out of range');
  if (option.choices !== undefined && !option.choices.some(choice => choice.value === value))
    throw wrong('is none of the choices');
}
