import { element } from './element.js';

let count = 0;

/**
 * A list that is chosen from while the focus stays where it is: arrows move, the field names the active option.
 * `choices` are `{ content, choose, selected?, disabled? }`.
 */
export function createListbox(label, { multiple = false } = {}) {
  const id = `list-${++count}`;
  const list = element('ul', { id, className: 'options', role: 'listbox', 'aria-label': label });
  if (multiple) list.setAttribute('aria-multiselectable', 'true');
  let field;
  let choices = [];
  let active = -1;

  function show(forField, newChoices, at = 0) {
    field = forField;
    choices = newChoices;
    list.replaceChildren(...choices.map(optionOf));
    field.setAttribute('aria-controls', id);
    field.setAttribute('aria-expanded', 'true');
    move(at < choices.length ? at : -1);
  }

  function optionOf({ content, choose, selected }, at) {
    return element(
      'li',
      {
        id: `${id}-${at}`,
        role: 'option',
        'aria-selected': String(selected === true),
        // The field keeps the focus.
        onmousedown: event => event.preventDefault(),
        onmousemove: () => active !== at && move(at),
        onclick: () => choose(),
      },
      ...[content].flat(),
    );
  }

  function move(to) {
    list.querySelector('.active')?.classList.remove('active');
    active = to;
    const option = list.children[active];
    option?.classList.add('active');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field?.removeAttribute('aria-activedescendant');
  }

  /** Whether the key was for the list. */
  function key(event) {
    const { length } = choices;
    if (length === 0 || event.isComposing) return false;
    switch (event.key) {
      case 'ArrowDown':
        move((active + 1) % length);
        return true;
      case 'ArrowUp':
        move((Math.max(active, 0) - 1 + length) % length);
        return true;
      case 'Enter':
        if (active < 0) return false;
        choices[active].choose();
        return true;
      default:
        return false;
    }
  }

  function hide() {
    choices = [];
    active = -1;
    field?.setAttribute('aria-expanded', 'false');
    field?.removeAttribute('aria-activedescendant');
    list.replaceChildren();
  }

  return {
    list,
    show,
    key,
    hide,
    move,
    get active() {
      return active;
    },
    get isOpen() {
      return choices.length > 0;
    },
  };
}
