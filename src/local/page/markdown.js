import { element } from './element.js';
import { inline } from './inline.js';

/** Discord's markdown as elements: blocks first, then what is within their lines. */
export function markdown(text, scene) {
  const blocks = [];
  let plain = [];
  const endText = () => {
    const said = plain.join('\n').replace(/^\n+|\n+$/g, '');
    if (said !== '') blocks.push(element('div', { className: 'text' }, ...inline(said, scene)));
    plain = [];
  };
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const [block, used] = blockAt(lines, at, scene);
    if (block === undefined) plain.push(lines[at]);
    else {
      endText();
      blocks.push(block);
    }
    at += used;
  }
  endText();
  return blocks;
}

/** The block that begins at a line, and how many lines it takes; none where the line is plain text. */
function blockAt(lines, at, scene) {
  const line = lines[at];
  if (line.trimStart().startsWith('```')) return codeAt(lines, at);
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading) {
    const level = heading[1].length;
    return [element('h4', { className: `heading-${level}` }, ...inline(heading[2], scene)), 1];
  }
  if (line.startsWith('-# ')) return [element('p', { className: 'subtext' }, ...inline(line.slice(3), scene)), 1];
  if (/^>{1,3} /.test(line)) return quoteAt(lines, at, scene);
  if (itemPattern.test(line)) return listAt(lines, at, scene);
  return [undefined, 1];
}

function codeAt(lines, at) {
  const opening = lines[at].trimStart().slice(3);
  const sameLine = /^(.*)```\s*$/.exec(opening);
  if (sameLine) return [code(sameLine[1]), 1];
  const end = lines.findIndex((line, number) => number > at && line.includes('```'));
  if (end < 0) return [undefined, 1];
  const isLanguage = /^\w*$/.test(opening);
  const inside = [...(isLanguage ? [] : [opening]), ...lines.slice(at + 1, end), lines[end].split('```')[0]];
  return [code(inside.join('\n').replace(/\n$/, '')), end - at + 1];
}

function code(text) {
  return element('pre', { tabIndex: 0 }, element('code', {}, text));
}

/** `>>>` quotes all that follows. */
function quoteAt(lines, at, scene) {
  const isRest = lines[at].startsWith('>>> ');
  const end = isRest ? lines.length : lines.findIndex((line, number) => number > at && !line.startsWith('> '));
  const quoted = lines.slice(at, end < 0 ? lines.length : end);
  const text = quoted
    .map((line, number) => (isRest && number > 0 ? line : line.replace(/^>{1,3} /, '')))
    .join('\n');
  return [element('blockquote', {}, ...inline(text, scene)), quoted.length];
}

const itemPattern = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/;

/** Items that follow each other; what is indented belongs to the item above. */
function listAt(lines, at, scene) {
  const end = lines.findIndex((line, number) => number > at && !itemPattern.test(line));
  const items = lines.slice(at, end < 0 ? lines.length : end).map(line => itemPattern.exec(line));
  const made = newList(items[0]);
  const open = [{ indent: items[0][1].length, list: made }];
  for (const item of items) {
    const indent = item[1].length;
    while (open.length > 1 && indent < open.at(-1).indent) open.pop();
    const parent = open.at(-1).list.lastElementChild;
    if (indent > open.at(-1).indent && parent) {
      const inner = newList(item);
      parent.append(inner);
      open.push({ indent, list: inner });
    }
    open.at(-1).list.append(element('li', {}, ...inline(item[3], scene)));
  }
  return [made, items.length];
}

function newList([, , mark]) {
  const number = Number.parseInt(mark, 10);
  return Number.isNaN(number) ? element('ul') : element('ol', { start: number });
}
