import { iconButton } from './element.js';
import { icon } from './icons.js';

const prefersLight = matchMedia('(prefers-color-scheme: light)');

/** Turns light into dark and back; until somebody does, the system's wish holds. */
export function themeButton() {
  const button = iconButton('', '', () => {
    const next = current() === 'light' ? 'dark' : 'light';
    document.documentElement.dataset.theme = next;
    localStorage.setItem('theme', next);
    show();
  });
  prefersLight.addEventListener('change', show);
  show();
  return button;

  function show() {
    const isLight = current() === 'light';
    const label = isLight ? 'Switch to dark' : 'Switch to light';
    button.title = label;
    button.setAttribute('aria-label', label);
    button.replaceChildren(icon(isLight ? 'moon' : 'sun'));
  }
}

function current() {
  return document.documentElement.dataset.theme ?? (prefersLight.matches ? 'light' : 'dark');
}
