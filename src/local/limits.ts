import { componentsV2Flag } from './world.ts';

/**
 * Discord's documented limits on what a bot sends, where its description is loose or silent (resources/message,
 * components/reference, application-commands). Each breach says where; Discord answers such a request with 50035.
 */
export interface Breach {
  readonly at: string;
  readonly rule: string;
}

type Json = Record<string, unknown>;

export function messageBreaches(body: Json): Breach[] {
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  const components = list(body.components);
  const common = [...most('content', text(body.content), 2000), ...customIds(components)];
  if ((flags & componentsV2Flag) === 0) return [...common, ...classic(body, components)];
  return [...common, ...componentsV2(body, components)];
}

/** Not refused by Discord, but by us: without it, what somebody typed could call everybody. */
export function mentionBreaches(body: Json): Breach[] {
  const allowed = body.allowed_mentions;
  const isEmpty =
    isJson(allowed) &&
    Array.isArray(allowed.parse) &&
    allowed.parse.length === 0 &&
    !list(allowed.users).length &&
    !list(allowed.roles).length;
  return isEmpty ? [] : [{ at: 'allowed_mentions', rule: 'must be sent with an empty parse' }];
}

export function choiceBreaches(choices: readonly unknown[]): Breach[] {
  return [
    ...(choices.length > 25 ? [{ at: 'choices', rule: 'at most 25' }] : []),
    ...choices.flatMap((choice, at) => {
      if (!isJson(choice)) return [{ at: `choices.${at}`, rule: 'must be an object' }];
      return [
        ...between(`choices.${at}.name`, text(choice.name), 1, 100),
        ...most(`choices.${at}.value`, text(choice.value), 100),
      ];
    }),
  ];
}

export function commandBreaches(commands: readonly unknown[]): Breach[] {
  const byType = Map.groupBy(commands.filter(isJson), ({ type }) => type ?? 1);
  const counts = [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const;
  return [
    ...counts.flatMap(([type, limit]) =>
      (byType.get(type)?.length ?? 0) > limit ? [{ at: 'commands', rule: `at most ${limit} of type ${type}` }] : [],
    ),
    ...commands
      .filter(isJson)
      .flatMap((command, at) => commandBreach(command, `${at}`, command.type === 3 || command.type === 2)),
  ];
}

function commandBreach(command: Json, at: string, isMenu: boolean): Breach[] {
  const name = text(command.name);
  const named = isMenu
    ? between(`${at}.name`, name, 1, 32)
    : /^[-_'\p{L}\p{N}]{1,32}$/u.test(name) && name === name.toLowerCase()
      ? []
      : [{ at: `${at}.name`, rule: '1 to 32 lower-case letters' }];
  const translations = isJson(command.name_localizations) ? Object.entries(command.name_localizations) : [];
  const options = list(command.options).filter(isJson);
  const required = options.map(option => option.required === true);
  return [
    ...named,
    ...translations.flatMap(([language, value]) =>
      isMenu
        ? between(`${at}.name_localizations.${language}`, text(value), 1, 32)
        : /^[-_'\p{L}\p{N}]{1,32}$/u.test(text(value))
          ? []
          : [{ at: `${at}.name_localizations.${language}`, rule: '1 to 32 letters' }],
    ),
    ...(isMenu ? [] : between(`${at}.description`, text(command.description), 1, 100)),
    ...(options.length > 25 ? [{ at: `${at}.options`, rule: 'at most 25' }] : []),
    ...(required.lastIndexOf(true) > required.indexOf(false) && required.includes(false)
      ? [{ at: `${at}.options`, rule: 'required options come first' }]
      : []),
    ...(length(command) > 8000 ? [{ at, rule: 'at most 8,000 characters in all' }] : []),
    ...options.flatMap((option, number) => commandBreach(option, `${at}.options.${number}`, false)),
  ];
}

/** The sum of all names, descriptions and values. */
function length(value: unknown): number {
  if (!isJson(value)) return 0;
  const own = text(value.name).length + text(value.description).length;
  return own + list(value.options).reduce<number>((sum, option) => sum + length(option), 0);
}

function classic(body: Json, components: readonly unknown[]): Breach[] {
  const embeds = list(body.embeds).filter(isJson);
  const characters = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...(components.length > 5 ? [{ at: 'components', rule: 'at most 5 rows' }] : []),
    ...components.flatMap((row, at) =>
      isJson(row) && row.type !== 1
        ? [{ at: `components.${at}`, rule: 'only rows without the Components V2 flag' }]
        : [],
    ),
    ...(embeds.length > 10 ? [{ at: 'embeds', rule: 'at most 10' }] : []),
    ...(characters > 6000 ? [{ at: 'embeds', rule: 'at most 6,000 characters in all' }] : []),
    ...embeds.flatMap((embed, at) => [
      ...most(`embeds.${at}.title`, text(embed.title), 256),
      ...most(`embeds.${at}.description`, text(embed.description), 4096),
      ...(list(embed.fields).length > 25 ? [{ at: `embeds.${at}.fields`, rule: 'at most 25' }] : []),
    ]),
    ...walk(components).flatMap(([at, component]) => componentBreach(at, component)),
  ];
}

function embedLength(embed: Json): number {
  const fields = list(embed.fields)
    .filter(isJson)
    .reduce((sum, field) => sum + text(field.name).length + text(field.value).length, 0);
  const footer = isJson(embed.footer) ? text(embed.footer.text).length : 0;
  const author = isJson(embed.author) ? text(embed.author.name).length : 0;
  return text(embed.title).length + text(embed.description).length + fields + footer + author;
}

function componentsV2(body: Json, components: readonly unknown[]): Breach[] {
  const all = walk(components);
  const characters = all.reduce((sum, [, { type, content }]) => sum + (type === 10 ? text(content).length : 0), 0);
  return [
    ...['content', 'embeds', 'poll', 'sticker_ids'].flatMap(field =>
      isEmpty(body[field]) ? [] : [{ at: field, rule: 'not beside Components V2' }],
    ),
    ...(components.length === 0 ? [{ at: 'components', rule: 'at least one' }] : []),
    ...(all.length > 40 ? [{ at: 'components', rule: 'at most 40, counted with their children' }] : []),
    ...(characters > 4000 ? [{ at: 'components', rule: 'at most 4,000 characters of text' }] : []),
    ...all.flatMap(([at, component]) => componentBreach(at, component)),
  ];
}

function componentBreach(at: string, component: Json): Breach[] {
  switch (component.type) {
    case 1: {
      const buttons = list(component.components);
      return buttons.length >= 1 && buttons.length <= 5 ? [] : [{ at, rule: '1 to 5 buttons, or a select' }];
    }
    case 2:
      return [
        ...most(`${at}.label`, text(component.label), 80),
        ...(component.style === 5 ? [] : between(`${at}.custom_id`, text(component.custom_id), 1, 100)),
      ];
    case 3: {
      const options = list(component.options);
      return [
        ...between(`${at}.custom_id`, text(component.custom_id), 1, 100),
        ...most(`${at}.placeholder`, text(component.placeholder), 150),
        ...(options.length >= 1 && options.length <= 25 ? [] : [{ at: `${at}.options`, rule: '1 to 25' }]),
      ];
    }
    case 10:
      return between(`${at}.content`, text(component.content), 1, 4000);
    default:
      return [];
  }
}

/** Every component with its children, and where it stands. */
export function walk(components: readonly unknown[], at = 'components'): [string, Json][] {
  return components.filter(isJson).flatMap((component, number): [string, Json][] => {
    const here = `${at}.${number}`;
    const accessory = isJson(component.accessory) ? walk([component.accessory], `${here}.accessory`) : [];
    return [[here, component], ...walk(list(component.components), `${here}.components`), ...accessory];
  });
}

function customIds(components: readonly unknown[]): Breach[] {
  const ids = walk(components).flatMap(([at, { custom_id }]) =>
    typeof custom_id === 'string' ? [{ at, custom_id }] : [],
  );
  return ids
    .filter(({ custom_id }, number) => ids.findIndex(other => other.custom_id === custom_id) < number)
    .map(({ at }) => ({ at: `${at}.custom_id`, rule: 'unique in a message' }));
}

function most(at: string, value: string, limit: number): Breach[] {
  return [...value].length <= limit ? [] : [{ at, rule: `at most ${limit} characters` }];
}

function between(at: string, value: string, least: number, limit: number): Breach[] {
  const { length } = [...value];
  return length >= least && length <= limit ? [] : [{ at, rule: `${least} to ${limit} characters` }];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
