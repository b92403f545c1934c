import { element, iconButton } from './element.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { option as optionContent } from './picker.js';

/** How long the bot is left alone while somebody types, in milliseconds. */
const pause = 120;

/** A chosen command with a field for each option. Optional ones come when they are wanted. */
export function createCommandForm({ picker, complete, submit, cancel, changed, walk }) {
  const name = element('span', { className: 'command-name' });
  const pills = element('div', { className: 'pills' });
  const more = element('button', {
    type: 'button',
    className: 'more',
    'aria-haspopup': 'menu',
    onclick: offerOptions,
  });
  const quit = iconButton('Leave the command', icon('close'), () => cancel(), { className: 'quit' });
  const holder = element(
    'div',
    { id: 'command', role: 'group', hidden: true, tabIndex: -1, onkeydown: key },
    name,
    pills,
    more,
    quit,
  );
  let command;
  let waiting;
  /** Until somebody writes in it or leaves it, what was sent is offered nothing, and the arrows walk the history. */
  let isAsSent = false;

  function open(chosen, values = {}, wasSent = false) {
    command = chosen;
    name.textContent = `/${command.shown}`;
    holder.setAttribute('aria-label', name.textContent);
    pills.replaceChildren();
    for (const option of command.options)
      if (option.required || values[option.name] !== undefined) addPill(option, values[option.name]);
    holder.hidden = false;
    showMore();
    isAsSent = wasSent;
    (emptyField() ?? fields().at(-1) ?? holder).focus();
  }

  function close() {
    clearTimeout(waiting);
    command = undefined;
    holder.hidden = true;
    pills.replaceChildren();
    picker.hide();
  }

  function fields() {
    return [...pills.querySelectorAll('input')];
  }

  function emptyField() {
    return fields().find(({ value }) => value === '');
  }

  function addPill(option, value) {
    const { name, label, hint, choices, autocomplete, required, type, max_length: longest } = option;
    const offers = choices !== undefined || autocomplete === true;
    const field = element('input', {
      type: 'text',
      name,
      maxLength: longest ?? 6000,
      inputMode: type === 4 || type === 10 ? 'numeric' : 'text',
      autocomplete: 'off',
      'aria-required': String(required === true),
      'aria-description': hint,
      placeholder: choices === undefined ? '' : 'choose',
      ...(offers ? { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' } : {}),
      onfocus: () => offer(option, field),
      oninput: () => {
        isAsSent = false;
        field.removeAttribute('aria-invalid');
        offer(option, field);
        changed();
      },
      onblur: () => {
        isAsSent = false;
        clearTimeout(waiting);
        picker.hide();
      },
    });
    if (value !== undefined) field.value = String(choices?.find(choice => choice.value === value)?.label ?? value);
    pills.append(element('label', { className: 'pill', title: hint }, element('span', {}, label), field));
    return field;
  }

  /** What can be chosen for a field: its choices, or what the bot completes. */
  function offer(option, field) {
    clearTimeout(waiting);
    if (isAsSent) return;
    const typed = field.value.toLowerCase();
    if (option.choices !== undefined) {
      const chosen = option.choices.findIndex(({ label }) => label.toLowerCase() === typed);
      const fitting = option.choices.filter(({ label }) => chosen >= 0 || label.toLowerCase().startsWith(typed));
      show(option, field, fitting, Math.max(0, chosen));
    } else if (option.autocomplete === true) {
      waiting = setTimeout(async () => {
        const asked = field.value;
        const offered = await complete(command.path, given(), option.name).catch(() => []);
        if (document.activeElement !== field || command === undefined || field.value !== asked) return;
        show(
          option,
          field,
          offered.map(({ name, value }) => ({ label: name, value })),
          -1,
        );
      }, pause);
    } else picker.hide();
  }

  function show(option, field, choices, at) {
    const heading = `${option.label}: ${option.hint}`;
    const shown = choices.map(({ label, value }) => ({
      content: optionContent(undefined, label),
      choose: () => {
        field.value = label;
        // What is sent is the value that the bot gave with it, as long as nobody writes on.
        if (option.choices === undefined) Object.assign(field.dataset, { label, value: String(value) });
        picker.hide();
        changed();
        emptyField()?.focus();
      },
    }));
    picker.show(field, heading, shown, at);
  }

  function key(event) {
    const field = event.target;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'Escape') {
      if (picker.isOpen) picker.hide();
      else cancel();
    } else if (event.key === 'Enter' && field === holder) submit();
    else if (isAsSent && step !== undefined) walk(step);
    else if (field.tagName !== 'INPUT') return;
    else if (picker.key(event)) {
      // The list has taken it.
    } else if (event.key === 'Enter' && !event.isComposing) submit();
    else if (event.key === 'Backspace' && field.value === '') removePill(field);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function removePill(field) {
    const before = fields()[fields().indexOf(field) - 1];
    const isRequired = command.options.find(({ name }) => name === field.name)?.required;
    if (isRequired && before === undefined) return cancel(`/${command.shown}`);
    if (!isRequired) {
      field.closest('.pill').remove();
      showMore();
    }
    (before ?? fields()[0] ?? holder).focus();
  }

  function absent() {
    return command.options.filter(({ name }) => !fields().some(field => field.name === name));
  }

  function showMore() {
    const { length } = absent();
    more.hidden = length === 0;
    more.textContent = `+${length} optional`;
  }

  function offerOptions() {
    const { left, top } = more.getBoundingClientRect();
    const entries = absent().map(option => ({
      name: option.label,
      hint: option.hint,
      // The menu gives the focus back first.
      choose: () =>
        setTimeout(() => {
          isAsSent = false;
          const field = addPill(option);
          showMore();
          field.focus();
        }),
    }));
    openMenu('Options', entries, { x: left, y: top - 52 * entries.length });
  }

  /** What is filled in, each as its option wants it; words that are no choice stay words, for the server to refuse. */
  function given() {
    const values = {};
    for (const field of fields()) {
      const option = command.options.find(({ name }) => name === field.name);
      const isChosen = field.dataset.label !== undefined && field.dataset.label === field.value;
      const text = isChosen ? field.dataset.value : field.value.trim();
      if (text !== '') values[field.name] = fieldValue(option, text);
    }
    return values;
  }

  /** The values, or nothing where one is missing: its field is marked and focused. */
  function finish() {
    const missing = fields().find(field => field.value.trim() === '' && field.ariaRequired === 'true');
    if (missing === undefined) return given();
    missing.setAttribute('aria-invalid', 'true');
    missing.focus();
    return undefined;
  }

  return {
    holder,
    open,
    close,
    finish,
    given,
    get command() {
      return command;
    },
  };
}

function fieldValue({ type, choices }, text) {
  const choice = choices?.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  if (choice !== undefined) return choice.value;
  if ((type === 4 || type === 10) && text !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
}
