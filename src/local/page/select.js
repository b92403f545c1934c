import { avatar } from './avatar.js';
import { emojiOf } from './components.js';
import { element } from './element.js';
import { icon } from './icons.js';
import { createListbox } from './listbox.js';

/**
 * A select of words, members, roles or channels. One choice is sent as soon as it is made, several when the list
 * closes, as the app does.
 */
export function select(component, scene, send) {
  const { placeholder = 'Make a selection', max_values: most = 1, min_values: least = 1, disabled } = component;
  const options = optionsOf(component, scene);
  let chosen = options.filter(({ isDefault }) => isDefault).map(({ value }) => value);
  let sent = chosen.join();
  const isMultiple = most > 1;
  const listbox = createListbox(placeholder, { multiple: isMultiple });
  const popup = element('div', { className: 'popup', hidden: true }, listbox.list);
  const field = element('button', {
    type: 'button',
    className: 'select',
    role: 'combobox',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-controls': listbox.list.id,
    'aria-label': placeholder,
    disabled: disabled === true,
    data: { id: component.custom_id },
    onclick: () => (popup.hidden ? open() : close()),
    onblur: close,
    onkeydown: key,
  });
  const made = element('div', { className: 'select-holder' }, field, popup);
  label();
  return made;

  function open(
    at = Math.max(
      0,
      options.findIndex(({ value }) => chosen.includes(value)),
    ),
  ) {
    popup.hidden = false;
    listbox.show(field, options.map(choiceOf), at);
  }

  function choiceOf(option) {
    const { content, value, description } = option;
    const isChosen = chosen.includes(value);
    return {
      selected: isChosen,
      choose: () => choose(value),
      content: [
        element(
          'span',
          { className: 'option-text' },
          ...content,
          description ? element('span', { className: 'soft' }, description) : undefined,
        ),
        isChosen ? icon('check') : undefined,
      ].filter(part => part !== undefined),
    };
  }

  function choose(value) {
    if (!isMultiple) {
      chosen = [value];
      close();
      return;
    }
    const at = listbox.active;
    if (chosen.includes(value)) chosen = chosen.filter(other => other !== value);
    else if (chosen.length < most) chosen = [...chosen, value];
    label();
    open(at);
  }

  function close() {
    if (popup.hidden) return;
    popup.hidden = true;
    listbox.hide();
    label();
    if (chosen.length < least || chosen.join() === sent) return;
    sent = chosen.join();
    send(chosen);
  }

  function key(event) {
    if (popup.hidden) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      open();
    } else if (event.key === 'Escape') close();
    else if (event.key === ' ' && listbox.active >= 0) listbox.key(new KeyboardEvent('keydown', { key: 'Enter' }));
    else if (!listbox.key(event) && !toLetter(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A letter goes to the next option that begins with it. */
  function toLetter(letter) {
    if (letter.length !== 1) return false;
    const fits = ({ name }) => name.toLowerCase().startsWith(letter.toLowerCase());
    const after = options.findIndex((option, at) => at > listbox.active && fits(option));
    const at = after < 0 ? options.findIndex(fits) : after;
    if (at >= 0) listbox.move(at);
    return true;
  }

  function label() {
    const names = options.filter(({ value }) => chosen.includes(value)).map(({ name }) => name);
    field.replaceChildren(
      element('span', { className: names.length === 0 ? 'soft' : '' }, names.join(', ') || placeholder),
      icon('down'),
    );
    field.setAttribute('aria-label', names.length === 0 ? placeholder : `${placeholder}: ${names.join(', ')}`);
  }
}

/** What can be chosen: `name` is what is read, `content` what is shown. */
function optionsOf({ type, options = [], default_values: defaults = [] }, scene) {
  const isDefault = id => defaults.some(one => one.id === id);
  const users = [scene.bot, ...scene.people].map(person => ({
    value: person.id,
    name: person.name,
    content: [avatar({ ...person, bot: person.id === scene.bot.id }, 'tiny'), person.name],
    isDefault: isDefault(person.id),
  }));
  const roles = scene.roles.map(({ id, name }) => ({
    value: id,
    name,
    content: [`@${name}`],
    isDefault: isDefault(id),
  }));
  switch (type) {
    case 5:
      return users;
    case 6:
      return roles;
    case 7:
      return [...users, ...roles];
    case 8:
      return scene.channels
        .filter(({ kind }) => kind === 'text')
        .map(({ id, name }) => ({ value: id, name, content: [icon('hash'), name], isDefault: isDefault(id) }));
    default:
      return options.map(({ value, label, description, emoji, default: isDefault }) => ({
        value,
        name: label,
        description,
        content: [emojiOf(emoji), label].filter(part => part !== undefined),
        isDefault: isDefault === true,
      }));
  }
}
