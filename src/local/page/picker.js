import { avatar } from './avatar.js';
import { element } from './element.js';
import { createListbox } from './listbox.js';

/** The list above the message box: commands, members, choices. The field that is written in keeps the focus. */
export function createPicker() {
  const title = element('div', { className: 'picker-title', 'aria-hidden': 'true' });
  const listbox = createListbox('Suggestions');
  const holder = element('div', { id: 'picker', hidden: true }, title, listbox.list);

  /** `at` is the option that Enter takes; with -1 there is none until somebody moves. */
  function show(field, heading, choices, at = 0) {
    if (choices.length === 0) return hide();
    holder.hidden = false;
    title.textContent = heading;
    listbox.list.setAttribute('aria-label', heading);
    listbox.show(field, choices, at);
  }

  function hide() {
    holder.hidden = true;
    listbox.hide();
  }

  return {
    holder,
    show,
    hide,
    key: listbox.key,
    get isOpen() {
      return listbox.isOpen;
    },
    get isPointing() {
      return listbox.active >= 0;
    },
  };
}

/** The content of an option: a picture, a name, and what it means. */
export function option(picture, name, hint, extra) {
  return [
    picture,
    element(
      'span',
      { className: 'option-text' },
      element('span', { className: 'option-name' }, name, extra),
      hint ? element('span', { className: 'soft' }, hint) : undefined,
    ),
  ].filter(part => part !== undefined);
}

/** A command of the bot's, with the options it takes. */
export function commandOption({ shown, description, options }, bot) {
  const fields = options.map(({ label, required }) =>
    element('span', { className: required ? 'required' : '' }, label),
  );
  const picture = avatar({ ...bot, bot: true }, 'small');
  return option(picture, `/${shown}`, description, element('span', { className: 'option-fields' }, ...fields));
}
