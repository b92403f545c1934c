import { type Breach, between, isJson, type Json, list, text } from './breach.ts';

/** Discord's documented limits on registered commands (interactions/application-commands). */
export function commandBreaches(commands: readonly unknown[]): Breach[] {
  const known = commands.filter(isJson);
  const counts = [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const;
  return [
    ...counts.flatMap(([type, limit]) =>
      known.filter(command => typeOf(command) === type).length > limit
        ? [{ at: 'commands', rule: `at most ${limit} of type ${type}` }]
        : [],
    ),
    ...twins(known, command => `${typeOf(command)} ${text(command.name)}`).map(at => ({
      at: `${at}.name`,
      rule: 'unique among commands of its type',
    })),
    ...known.flatMap((command, at) => [
      ...named(command, `${at}`, typeOf(command) !== 1),
      ...(weight(command) > 8000 ? [{ at: `${at}`, rule: 'at most 8,000 characters in all' }] : []),
    ]),
  ];
}

const typeOf = ({ type }: Json): unknown => type ?? 1;

/** A command or an option; menu commands are shown as they are written and have no description. */
function named(command: Json, at: string, isMenu: boolean): Breach[] {
  const options = list(command.options).filter(isJson);
  const choices = list(command.choices).filter(isJson);
  const firstOptional = options.findIndex(option => option.required !== true);
  return [
    ...spoken(command, 'name').flatMap(([field, name]) =>
      isMenu ? between(`${at}.${field}`, name, 1, 32) : typedName(`${at}.${field}`, name),
    ),
    ...(isMenu
      ? []
      : spoken(command, 'description').flatMap(([field, said]) => between(`${at}.${field}`, said, 1, 100))),
    ...(options.length > 25 ? [{ at: `${at}.options`, rule: 'at most 25' }] : []),
    ...(firstOptional !== -1 && options.slice(firstOptional).some(option => option.required === true)
      ? [{ at: `${at}.options`, rule: 'required options come first' }]
      : []),
    ...twins(options, option => text(option.name)).map(twin => ({
      at: `${at}.options.${twin}.name`,
      rule: 'unique among the options',
    })),
    ...(choices.length > 25 ? [{ at: `${at}.choices`, rule: 'at most 25' }] : []),
    ...(choices.length > 0 && command.autocomplete === true
      ? [{ at: `${at}.autocomplete`, rule: 'not beside choices' }]
      : []),
    ...choices.flatMap((choice, number) => [
      ...between(`${at}.choices.${number}.name`, text(choice.name), 1, 100),
      ...between(`${at}.choices.${number}.value`, text(choice.value), 1, 100),
    ]),
    ...options.flatMap((option, number) => named(option, `${at}.options.${number}`, false)),
  ];
}

function typedName(at: string, name: string): Breach[] {
  const isRight = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) && name === name.toLowerCase();
  return isRight ? [] : [{ at, rule: '1 to 32 lower-case letters' }];
}

/** A field and its translations, each with its place. */
function spoken(command: Json, field: 'name' | 'description'): [string, string][] {
  const translations = command[`${field}_localizations`];
  return [
    [field, text(command[field])],
    ...(isJson(translations) ? Object.entries(translations) : []).flatMap(([language, said]): [string, string][] =>
      said === null ? [] : [[`${field}_localizations.${language}`, text(said)]],
    ),
  ];
}

/** All names, descriptions and values of a command; of the translations of each, the longest counts. */
function weight(command: Json): number {
  const longest = (field: 'name' | 'description') =>
    Math.max(...spoken(command, field).map(([, said]) => [...said].length));
  const own = longest('name') + longest('description') + [...text(command.value)].length;
  const parts = [...list(command.options), ...list(command.choices)].filter(isJson);
  return parts.reduce<number>((sum, part) => sum + weight(part), own);
}

/** Which of the list repeat an earlier one. */
function twins(all: readonly Json[], key: (one: Json) => string): number[] {
  const keys = all.map(key);
  return keys.flatMap((one, at) => (keys.indexOf(one) < at ? [at] : []));
}
