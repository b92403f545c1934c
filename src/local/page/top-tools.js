import { find, iconButton } from './element.js';
import { icon } from './icons.js';
import { recall, remember } from './memory.js';
import { themeButton } from './theme-switch.js';

/** The buttons above the messages: the sides of the page, and the theme. */
export function createTools(drawers, looked) {
  const places = iconButton('Channels', icon('menu'), () => drawers.show('places', places), {
    id: 'show-places',
    'aria-expanded': 'false',
    'aria-controls': 'places',
  });
  const members = toggle('members', 'Members', 'group');
  const inside = toggle('inside', 'A look inside', 'inside');
  find('top-left').append(places);
  find('top-tools').append(members, inside, themeButton());

  /** A side that is there or not; narrow screens have it as a drawer, and forget it. */
  function toggle(name, label, picture) {
    const button = iconButton(label, icon(picture), () => {
      const isOpen = button.ariaExpanded === 'true';
      if (drawers.isNarrow) {
        if (isOpen) close(name);
        else {
          drawers.show(name, button);
          if (name === 'inside') looked(true);
        }
        return;
      }
      set(name, !isOpen);
      remember(name, !isOpen);
    });
    button.id = `show-${name}`;
    button.setAttribute('aria-controls', name);
    button.setAttribute('aria-expanded', 'false');
    return button;
  }

  function set(name, isOpen) {
    find(name).hidden = !isOpen;
    find(`show-${name}`).ariaExpanded = String(isOpen);
    if (name === 'inside') looked(isOpen);
    // Both beside the messages would leave these too little.
    if (isOpen && innerWidth < 1500) set(name === 'inside' ? 'members' : 'inside', false);
  }

  function close(name) {
    if (drawers.isNarrow) {
      drawers.hide();
      find(name).hidden = true;
      if (name === 'inside') looked(false);
      return;
    }
    set(name, false);
    remember(name, false);
    find(`show-${name}`).focus();
  }

  drawers.changed(() => {
    for (const name of ['members', 'inside']) find(`show-${name}`).ariaExpanded = 'false';
    restore();
  });

  function restore() {
    if (drawers.isNarrow) return;
    set('members', recall('members') ?? innerWidth >= 1100);
    set('inside', recall('inside') ?? false);
  }

  return { close, restore };
}
