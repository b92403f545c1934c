import { element } from './element.js';

const tokens = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?)/g;

/** JSON to be read: indented, with its keys, words and numbers told apart. */
export function json(value) {
  const text = JSON.stringify(value, undefined, 2) ?? '';
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(tokens)) {
    const [all, word, colon] = match;
    const kind = colon !== undefined ? 'key' : word !== undefined ? 'word' : 'value';
    const marked = word ?? all;
    parts.push(text.slice(at, match.index), element('span', { className: `json-${kind}` }, marked));
    at = match.index + marked.length;
  }
  return element('pre', { className: 'json', tabIndex: 0 }, ...parts, text.slice(at));
}
