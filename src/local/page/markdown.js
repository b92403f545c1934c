import { element } from './element.js';

/** Discord's markdown as elements: headings, lists, subtext, bold, italic, code, spoilers, mentions, relative times. */
export function markdown(text, names) {
  const blocks = [];
  for (const line of text.split('\n')) {
    const heading = /^(#{1,3}) (.*)$/.exec(line);
    const item = /^[-*] (.*)$/.exec(line);
    if (heading) blocks.push(element('h3', {}, ...inline(heading[2], names)));
    else if (line.startsWith('-# '))
      blocks.push(element('p', { className: 'subtext' }, ...inline(line.slice(3), names)));
    else if (item) listIn(blocks).append(element('li', {}, ...inline(item[1], names)));
    else if (line.trim() !== '') blocks.push(element('p', {}, ...inline(line, names)));
  }
  return blocks;
}

function listIn(blocks) {
  const last = blocks.at(-1);
  if (last?.tagName === 'UL') return last;
  blocks.push(element('ul'));
  return blocks.at(-1);
}

const inlinePattern = /\\([\\*_~`|>#<-])|\*\*(.+?)\*\*|\*(.+?)\*|`([^`]+)`|\|\|(.+?)\|\||<@!?(\d+)>|<t:(\d+):R>/gs;

function inline(text, names) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(inlinePattern)) {
    parts.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    const [, escaped, bold, italic, code, spoiler, mention, time] = match;
    if (escaped) parts.push(escaped);
    else if (bold) parts.push(element('strong', {}, ...inline(bold, names)));
    else if (italic) parts.push(element('em', {}, ...inline(italic, names)));
    else if (code) parts.push(element('code', {}, code));
    else if (spoiler) parts.push(spoilerOf(inline(spoiler, names)));
    else if (mention) parts.push(element('strong', {}, `@${names.get(mention) ?? 'somebody'}`));
    else if (time) parts.push(element('time', { dateTime: new Date(time * 1000).toISOString() }, relative(time)));
  }
  parts.push(text.slice(at));
  return parts;
}

function spoilerOf(children) {
  const button = element(
    'button',
    { type: 'button', className: 'spoiler', 'aria-label': 'Spoiler, press to show' },
    ...children,
  );
  button.addEventListener('click', () => {
    button.classList.add('open');
    button.removeAttribute('aria-label');
  });
  return button;
}

function relative(seconds) {
  const left = Math.round(seconds - Date.now() / 1000);
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(left, 'second');
}
