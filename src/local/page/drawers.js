import { find } from './element.js';

/** On narrow screens the sides are drawers over the messages: one at a time, Escape or a press beside them closes. */
const narrow = matchMedia('(max-width: 56rem)');

export function createDrawers() {
  const backdrop = find('backdrop');
  let open;
  let opener;

  function show(name, button) {
    if (open !== undefined) hide();
    open = find(name);
    opener = button;
    open.hidden = false;
    open.classList.add('drawn');
    backdrop.hidden = false;
    opener?.setAttribute('aria-expanded', 'true');
    for (const part of beside()) part.inert = true;
    open.querySelector('button:not([hidden])')?.focus();
  }

  function hide() {
    if (open === undefined) return;
    open.classList.remove('drawn');
    backdrop.hidden = true;
    for (const part of beside()) part.inert = false;
    opener?.setAttribute('aria-expanded', 'false');
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    open = undefined;
  }

  function beside() {
    return [...document.querySelectorAll('body > nav, body > main, body > aside')].filter(part => part !== open);
  }

  backdrop.addEventListener('click', hide);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && open !== undefined && !event.defaultPrevented) hide();
  });

  return {
    show,
    hide,
    /** When the window becomes narrow or wide. */
    changed: hear =>
      narrow.addEventListener('change', () => {
        hide();
        hear();
      }),
    get isOpen() {
      return open !== undefined;
    },
    get isNarrow() {
      return narrow.matches;
    },
  };
}
