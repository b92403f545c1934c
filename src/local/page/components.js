import { element } from './element.js';
import { hex } from './embed.js';
import { icon } from './icons.js';
import { coverUp, outward } from './inline.js';
import { markdown } from './markdown.js';
import { fileOf, picture } from './media.js';
import { select } from './select.js';

const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** A message's components as elements; `scene.can` hears what was pressed or chosen. */
export function components(list, message, scene) {
  return list.flatMap(component => one(component, message, scene));
}

function one(component, message, scene) {
  const within = list => components(list, message, scene);
  switch (component.type) {
    case 1:
      return [element('div', { className: 'row' }, ...within(component.components))];
    case 2:
      return [component.style === 5 ? linkButton(component) : button(component, message, scene)];
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return [select(component, scene, values => scene.can.select(message, component.custom_id, values))];
    case 9:
      return [section(component, within)];
    case 10:
      return [element('div', { className: 'display' }, ...markdown(component.content, scene))];
    case 11:
      return [thumbnail(component, message)];
    case 12:
      return [gallery(component, message)];
    case 13:
      return [fileOf(component.file?.url, message, component.spoiler)];
    case 14:
      return [separator(component)];
    case 17:
      return [container(component, within)];
    default:
      return [element('p', { className: 'subtext' }, `(a component of type ${component.type})`)];
  }
}

function button({ style, label, emoji, disabled, custom_id: id }, message, scene) {
  const made = element(
    'button',
    {
      type: 'button',
      className: `button ${buttonStyles[style] ?? 'secondary'}`,
      disabled: disabled === true,
      data: { id },
      onclick: async () => {
        if (made.classList.contains('waiting')) return;
        made.classList.add('waiting');
        made.setAttribute('aria-busy', 'true');
        await scene.can.press(message, id);
        made.classList.remove('waiting');
        made.removeAttribute('aria-busy');
      },
    },
    emojiOf(emoji),
    element('span', {}, label ?? ''),
  );
  return made;
}

function linkButton({ url, label, emoji }) {
  const made = outward(url, '');
  made.className = 'button secondary';
  made.append(...[emojiOf(emoji), label ?? url, icon('link')].filter(part => part !== undefined));
  return made;
}

export function emojiOf(emoji) {
  if (!emoji?.name) return undefined;
  const isPlain = emoji.id === undefined || emoji.id === null;
  return element('span', { className: 'emoji', 'aria-hidden': 'true' }, isPlain ? emoji.name : `:${emoji.name}:`);
}

function section({ components: texts, accessory }, within) {
  return element(
    'div',
    { className: 'section' },
    element('div', { className: 'section-texts' }, ...within(texts)),
    ...within([accessory]),
  );
}

function thumbnail({ media, description, spoiler }, message) {
  return element('div', { className: 'thumbnail' }, picture(media?.url, description, message, spoiler));
}

function gallery({ items = [] }, message) {
  return element(
    'div',
    { className: `gallery of-${Math.min(items.length, 4)}` },
    ...items.map(({ media, description, spoiler }) => picture(media?.url, description, message, spoiler)),
  );
}

function separator({ divider = true, spacing = 1 }) {
  const size = spacing === 2 ? 'large' : 'small';
  return divider ? element('hr', { className: size }) : element('div', { className: `space ${size}` });
}

function container({ components: parts, accent_color: color, spoiler }, within) {
  const made = element('div', { className: 'container' }, ...within(parts));
  if (color !== undefined && color !== null) {
    made.classList.add('accented');
    made.style.setProperty('--edge', hex(color));
  }
  return spoiler ? coverUp(made, 'what is below') : made;
}
