import { element } from './element.js';

/** The writing line: messages, replies, and commands with their fields and choices. */
export function createCompose({ form, text, fields, choices, replying, note }, can) {
  let command;
  let replyTo;

  form.addEventListener('submit', async event => {
    event.preventDefault();
    note.textContent = '';
    try {
      if (command) await sendCommand();
      else if (text.value.trim() !== '') await can.say(withMentions(text.value), replyTo?.id);
      reset();
    } catch (error) {
      note.textContent = error.message;
    }
  });
  text.addEventListener('input', () => {
    if (text.value.startsWith('/')) showCommands(text.value.slice(1));
    else hideChoices();
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') reset();
    if (event.key === 'ArrowDown' && !choices.hidden) focusChoice(event, 1);
    if (event.key === 'ArrowUp' && !choices.hidden) focusChoice(event, -1);
  });

  function showCommands(typed) {
    const known = can
      .commands()
      .flatMap(({ name, type, options = [] }) =>
        type === 1 ? options.map(option => ({ path: `${name} ${option.name}`, ...option })) : [],
      );
    const matching = known.filter(({ path }) => path.startsWith(typed.trim()));
    showChoices(
      matching.map(option => ({
        label: `/${option.path}`,
        hint: option.description,
        choose: () => choose(option),
      })),
    );
  }

  function choose(option) {
    command = option;
    text.value = `/${option.path}`;
    text.readOnly = true;
    fields.replaceChildren(...(option.options ?? []).map(fieldOf));
    hideChoices();
    (fields.querySelector('input, select') ?? text).focus();
  }

  function fieldOf(option) {
    const label = element('label', {}, `${option.name}${option.required ? '' : ' (optional)'}`);
    if (option.type === 5)
      label.append(
        element(
          'select',
          { name: option.name },
          element('option', { value: '' }, '–'),
          element('option', { value: 'true' }, 'true'),
          element('option', { value: 'false' }, 'false'),
        ),
      );
    else if (option.choices)
      label.append(
        element(
          'select',
          { name: option.name },
          element('option', { value: '' }, '–'),
          ...option.choices.map(({ name, value }) => element('option', { value: String(value) }, name)),
        ),
      );
    else
      label.append(
        element('input', {
          name: option.name,
          type: option.type === 4 ? 'number' : 'text',
          required: option.required === true,
          maxLength: 6000,
          ...(option.autocomplete
            ? {
                oninput: event => completeSoon(option, event.target),
                onfocus: event => completeSoon(option, event.target),
              }
            : {}),
        }),
      );
    return label;
  }

  let waiting;
  function completeSoon(option, input) {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const offered = await can.complete(command.path, { [option.name]: input.value }, option.name).catch(() => []);
      if (document.activeElement !== input) return;
      showChoices(
        offered.map(({ name, value }) => ({
          label: name,
          choose: () => {
            input.value = value;
            hideChoices();
            input.focus();
          },
        })),
      );
    }, 120);
  }

  async function sendCommand() {
    const kinds = { 4: Number, 5: value => value === 'true', 10: Number };
    const values = {};
    for (const option of command.options ?? []) {
      const value = fields.querySelector(`[name="${option.name}"]`)?.value ?? '';
      if (value !== '') values[option.name] = (kinds[option.type] ?? String)(value);
    }
    note.textContent = 'The bot is thinking …';
    const outcome = await can.slash(command.path, values);
    note.textContent = '';
    if (outcome.kind === 'failed') throw new Error('The application did not respond.');
  }

  function showChoices(list) {
    choices.hidden = list.length === 0;
    choices.replaceChildren(
      ...list.map(({ label, hint, choose }) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', onclick: choose },
            label,
            hint ? element('span', { className: 'hint' }, `  ${hint}`) : undefined,
          ),
        ),
      ),
    );
  }

  function hideChoices() {
    clearTimeout(waiting);
    choices.hidden = true;
    choices.replaceChildren();
  }

  function focusChoice(event, step) {
    event.preventDefault();
    const buttons = [...choices.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    (buttons[at + step] ?? (step > 0 ? buttons[0] : text)).focus();
  }

  /** "@Amour" becomes a mention, as the app makes it. */
  function withMentions(content) {
    return can
      .people()
      .reduce((sum, { id, name }) => sum.replaceAll(new RegExp(`@${name}\\b`, 'gi'), `<@${id}>`), content);
  }

  function reset() {
    command = undefined;
    replyTo = undefined;
    text.value = '';
    text.readOnly = false;
    fields.replaceChildren();
    replying.hidden = true;
    hideChoices();
    text.focus();
  }

  return {
    reply(message) {
      replyTo = message;
      replying.textContent = `Replying to ${message.author.global_name} (Esc to stop)`;
      replying.hidden = false;
      text.focus();
    },
  };
}
