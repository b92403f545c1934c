/** Registered commands as they are typed, in the reader's language where they are translated. */

/** Every slash command with its path: `amour ask` is a command and its subcommand. */
export function typedCommands(commands, locale) {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap(command => {
      const subcommands = (command.options ?? []).filter(({ type }) => type === 1);
      if (subcommands.length === 0) return [typed([command], locale)];
      return subcommands.map(subcommand => typed([command, subcommand], locale));
    });
}

function typed(parts, locale) {
  const last = parts.at(-1);
  return {
    path: parts.map(({ name }) => name).join(' '),
    shown: parts.map(part => translated(part, 'name', locale)).join(' '),
    description: translated(last, 'description', locale),
    options: (last.options ?? []).map(option => optionOf(option, locale)),
  };
}

function optionOf(option, locale) {
  return {
    ...option,
    label: translated(option, 'name', locale),
    hint: translated(option, 'description', locale),
    choices:
      option.type === 5
        ? [
            { label: 'true', value: true },
            { label: 'false', value: false },
          ]
        : option.choices?.map(choice => ({ label: translated(choice, 'name', locale), value: choice.value })),
  };
}

/** Discord's locales: `en-US`, `id`, `fr`. */
export function translated(thing, field, locale) {
  return thing[`${field}_localizations`]?.[locale] ?? thing[field] ?? '';
}

/** Those that fit what was typed after the slash; those that begin with it first. */
export function fitting(commands, words) {
  const wanted = words.trim().toLowerCase();
  const rank = ({ path, shown }) => {
    const names = [path, shown].map(name => name.toLowerCase());
    if (names.some(name => name.startsWith(wanted))) return 0;
    if (names.some(name => name.split(' ').some(word => word.startsWith(wanted)))) return 1;
    return names.some(name => name.includes(wanted)) ? 2 : 3;
  };
  return commands
    .map(command => ({ command, rank: rank(command) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}

/** The command that is written out whole, and what stands behind it. */
export function writtenOut(commands, text) {
  for (const command of commands) {
    for (const name of [command.shown, command.path]) {
      const start = `/${name} `;
      if (text.toLowerCase().startsWith(start.toLowerCase())) return { command, rest: text.slice(start.length) };
    }
  }
  return undefined;
}
