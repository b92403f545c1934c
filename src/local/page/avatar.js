import { element } from './element.js';

const tints = 8;

/** A member's picture: the first letter of their name on a colour of their own. */
export function avatar({ id, name, bot }, size = '') {
  const [first = '?'] = name;
  return element(
    'span',
    { className: `avatar ${size} tint-${bot ? 'bot' : tintOf(id)}`, 'aria-hidden': 'true' },
    first.toUpperCase(),
  );
}

/** The same colour for the same member, wherever they are shown. */
export function tintOf(id) {
  return Number(BigInt(id) % BigInt(tints));
}
