import { element } from './element.js';
import { icon } from './icons.js';

let close = () => undefined;

/** A menu at a place on the page: arrows move, Enter chooses, Escape goes back to where the focus was. */
export function openMenu(label, entries, { x, y }) {
  close();
  const before = document.activeElement;
  const items = entries.map(({ name, picture, choose, hint }) =>
    element(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabIndex: -1,
        onmouseenter: event => event.currentTarget.focus(),
        onclick: () => {
          close();
          choose();
        },
      },
      element('span', {}, name, hint ? element('span', { className: 'soft' }, hint) : undefined),
      picture ? icon(picture) : undefined,
    ),
  );
  const menu = element('div', { className: 'menu', role: 'menu', 'aria-label': label, onkeydown: key }, ...items);
  document.body.append(menu);
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
  document.addEventListener('pointerdown', outside, true);
  close = () => {
    close = () => undefined;
    document.removeEventListener('pointerdown', outside, true);
    menu.remove();
    before?.focus?.({ preventScroll: true });
  };
  items[0]?.focus();

  function key(event) {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function outside(event) {
    if (!menu.contains(event.target)) close();
  }
}
