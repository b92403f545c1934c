import {
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Shelved } from '../app/library.ts';
import type { Localized } from '../films/film.ts';
import type { Command, Option } from './command.ts';

/** Discord takes no more slash commands of one application. */
export const mostFilms = 100;

type Registration = RESTPutAPIApplicationCommandsJSONBody[number];

/** The message command's English name. Discord shows it in a menu, so it is written as people read. */
export const askAboutMessage = 'Ask Amour';

/** Everywhere: servers, the bot's private chat, and other private chats where somebody brought it along. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** What is registered with Discord: a command a film with the same subcommands, and the message command once. */
export function registration(films: readonly Shelved[], commands: readonly Command[]): Registration[] {
  if (films.length > mostFilms) {
    throw new Error(`there are ${films.length} film packs, and Discord takes at most ${mostFilms} commands`);
  }
  return [
    ...films.map(
      ({ id, title, year }): Registration => ({
        type: ApplicationCommandType.ChatInput,
        name: id,
        description: `${title} (${year})`,
        options: commands.map(subcommand),
        ...everywhere,
      }),
    ),
    {
      type: ApplicationCommandType.Message,
      name: askAboutMessage,
      name_localizations: { id: 'Tanya Amour', fr: 'Demander à Amour' },
      ...everywhere,
    },
  ];
}

function subcommand({ name, names, descriptions, options = {} }: Command): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    name_localizations: translations(names),
    description: descriptions.en,
    description_localizations: translations(descriptions),
    options: Object.entries(options).map(([name, option]) => optionOf(name, option)) as never,
  };
}

function optionOf(name: string, option: Option): APIApplicationCommandOption {
  const common = {
    name,
    name_localizations: translations(option.names),
    description: option.descriptions.en,
    description_localizations: translations(option.descriptions),
    required: option.required ?? false,
  };
  switch (option.type) {
    case 'flag':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'number':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      };
    case 'choice':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        choices: Object.entries(option.choices).map(([value, names]) => ({
          name: names.en,
          name_localizations: translations(names),
          value,
        })),
      };
    case 'text':
      return {
        ...common,
        type: ApplicationCommandOptionType.String,
        ...(option.autocomplete ? { autocomplete: true } : {}),
        ...(option.maxLength === undefined ? {} : { max_length: option.maxLength }),
      };
  }
}

/** English is the name itself; Discord takes the others as translations. */
function translations({ id, fr }: Localized<string>): { id?: string; fr?: string } {
  return { ...(id === undefined ? {} : { id }), ...(fr === undefined ? {} : { fr }) };
}

/** Whether what Discord has is what we would register: compares only what we say, Discord adds fields of its own. */
export function isRegistered(ours: readonly Registration[], theirs: readonly unknown[]): boolean {
  if (ours.length !== theirs.length) return false;
  return ours.every(command =>
    theirs.some(other => isRecord(other) && other.name === command.name && holds(other, command)),
  );
}

/** Whether `whole` has everything that `part` says; what Discord leaves out is false, empty or absent. */
function holds(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    const list = Array.isArray(whole) ? whole : [];
    return list.length === part.length && part.every((value, at) => holds(list[at], value));
  }
  if (isRecord(part))
    return Object.entries(part).every(([key, value]) => holds(isRecord(whole) ? whole[key] : undefined, value));
  return (whole ?? part) === part && (whole !== undefined || !part);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
