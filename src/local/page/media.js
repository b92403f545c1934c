import { element } from './element.js';
import { icon } from './icons.js';
import { coverUp, outward } from './inline.js';

/** Files and pictures of a message. */

const isPicture = name => /\.(png|jpe?g|gif|webp)$/i.test(name);

/** Those attachments that no component shows already. */
export function attachments({ attachments, components }) {
  const shown = JSON.stringify(components);
  return attachments
    .filter(({ filename }) => !shown.includes(`attachment://${filename}`))
    .map(file => (isPicture(file.filename) ? pictureOf(file, file.filename) : fileCard(file)));
}

/** A picture that a component or an embed names; one that lies elsewhere is only named, never fetched. */
export function picture(url, description, message, isSpoiler = false) {
  const file = attached(url, message);
  const made = file ? pictureOf(file, description ?? '') : elsewhere(url, description);
  return isSpoiler ? coverUp(made, 'the picture') : made;
}

export function fileOf(url, message, isSpoiler = false) {
  const file = attached(url, message);
  const made = file ? fileCard(file) : elsewhere(url, undefined);
  return isSpoiler ? coverUp(made, 'the file') : made;
}

function attached(url, { attachments }) {
  const name = /^attachment:\/\/(.+)$/.exec(url ?? '')?.[1];
  return attachments.find(({ filename }) => filename === name);
}

function pictureOf({ url }, alt) {
  return element('img', { src: url, alt, className: 'picture', loading: 'lazy' });
}

function fileCard({ filename, size, url }) {
  return element(
    'div',
    { className: 'file' },
    icon('file'),
    element(
      'div',
      {},
      element('a', { href: url, download: filename }, filename),
      element('div', { className: 'soft' }, sizeOf(size)),
    ),
  );
}

function elsewhere(url, description) {
  const words = description ?? 'A picture from elsewhere, which this page does not load';
  const isWeb = /^https?:\/\//.test(url ?? '');
  return element(
    'div',
    { className: 'file' },
    icon('picture'),
    element('div', {}, words, isWeb ? element('div', { className: 'soft' }, outward(url, url)) : undefined),
  );
}

function sizeOf(bytes) {
  const units = ['bytes', 'KB', 'MB'];
  const at = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), 2);
  return `${Number((bytes / 1024 ** at).toFixed(1))} ${units[at]}`;
}
