import { element } from './element.js';
import { outward } from './inline.js';
import { markdown } from './markdown.js';
import { picture } from './media.js';
import { messageTime } from './time.js';

/** The older kind of card: a coloured edge, a title, fields side by side. */
export function embed(made, message, scene) {
  const { title, url, description, color, author, fields = [], image, thumbnail, footer, timestamp } = made;
  const heading = title === undefined ? undefined : url === undefined ? title : outward(url, title);
  const card = element(
    'article',
    { className: 'embed' },
    author ? element('div', { className: 'embed-author' }, author.name) : undefined,
    heading === undefined ? undefined : element('h4', { className: 'embed-title' }, heading),
    ...(description ? markdown(description, scene) : []),
    fields.length === 0 ? undefined : element('div', { className: 'embed-fields' }, ...fields.map(field)),
    image ? picture(image.url, undefined, message) : undefined,
    thumbnail
      ? element('div', { className: 'embed-thumbnail' }, picture(thumbnail.url, undefined, message))
      : undefined,
    footer || timestamp
      ? element(
          'p',
          { className: 'subtext' },
          footer?.text ?? '',
          footer && timestamp ? ' • ' : '',
          when(timestamp),
        )
      : undefined,
  );
  if (color !== undefined) card.style.setProperty('--edge', hex(color));
  return card;

  function field({ name, value, inline }) {
    return element(
      'div',
      { className: inline ? 'field inline' : 'field' },
      element('h5', {}, name),
      ...markdown(value, scene),
    );
  }

  function when(iso) {
    return iso ? messageTime(iso, scene.locale) : undefined;
  }
}

export function hex(color) {
  return `#${(Number(color) & 0xffffff).toString(16).padStart(6, '0')}`;
}
