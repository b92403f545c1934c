/**
 * An element with its properties and children. Children that are text stay text: nothing that anybody wrote is ever
 * read as HTML, and no address leads to a script.
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if ((name === 'href' || name === 'src') && !isHarmless(String(value))) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(made.dataset, value);
    else if (name in made && !name.startsWith('aria')) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== undefined && child !== ''));
  return made;
}

/** A button with its own look, and a name for those who cannot see its picture. */
export function iconButton(label, picture, onclick, properties = {}) {
  return element('button', { type: 'button', title: label, 'aria-label': label, onclick, ...properties }, picture);
}

export const find = id => document.getElementById(id);

function isHarmless(address) {
  return /^(https?:\/\/|\/(?!\/)|#)/.test(address);
}
