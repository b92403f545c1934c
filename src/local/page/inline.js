import { element } from './element.js';
import { icon } from './icons.js';
import { timestamp } from './time.js';

/**
 * Discord's markdown within a line, as elements. A rule is a pattern and what it makes of a match; the earliest match
 * wins, and of two at one place the first rule.
 */
const rules = [
  [/\\([\\*_~`|>#<\-[\]():.!@])/s, ([, character]) => [character]],
  [/``(.+?)``|`([^`]+)`/s, ([, double, single]) => [element('code', {}, double ?? single)]],
  [/\|\|(.+?)\|\|/s, ([, inside], scene) => [spoiler(inline(inside, scene))]],
  [/\*\*\*(.+?)\*\*\*/s, ([, inside], scene) => [tag('strong', [tag('em', inline(inside, scene))])]],
  [/\*\*(.+?)\*\*(?!\*)/s, ([, inside], scene) => [tag('strong', inline(inside, scene))]],
  [/__(.+?)__(?!_)/s, ([, inside], scene) => [tag('u', inline(inside, scene))]],
  [/~~(.+?)~~/s, ([, inside], scene) => [tag('s', inline(inside, scene))]],
  [
    /\*(?=[^\s*])((?:\*\*|[^*])+?)\*(?!\*)|\b_(.+?)_\b/s,
    ([, star, line], scene) => [tag('em', inline(star ?? line, scene))],
  ],
  [/<@!?(\d{1,20})>/, ([, id], scene) => [mention(`@${scene.nameOf(id) ?? 'somebody'}`, id === scene.me.id)]],
  [/<@&(\d{1,20})>/, ([, id], scene) => [mention(`@${scene.roleOf(id) ?? 'a role'}`)]],
  [/<#(\d{1,20})>/, ([, id], scene) => [channelLink(id, scene)]],
  [/<\/([^:>]{1,100}):\d{1,20}>/, ([, name]) => [mention(`/${name}`)]],
  [/<a?:(\w{1,32}):\d{1,20}>/, ([, name]) => [`:${name}:`]],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/,
    ([all, at, style], scene) => [timestamp(Number(at), style, scene.locale) ?? all],
  ],
  [/\[([^\]\n]{1,400})\]\(<?(https?:\/\/[^\s)>]+)>?\)/, ([, label, url], scene) => [link(url, label, scene)]],
  [/<?(https?:\/\/[^\s<>]*[^\s<>.,:;"')\]*_~|])>?/, ([, url], scene) => [link(url, url, scene)]],
];

export function inline(text, scene) {
  const parts = [];
  let rest = text;
  while (rest !== '') {
    const next = earliest(rest);
    if (next === undefined) break;
    parts.push(rest.slice(0, next.match.index), ...next.make(next.match, scene));
    rest = rest.slice(next.match.index + next.match[0].length);
  }
  return [...parts, rest];
}

function earliest(text) {
  let found;
  for (const [pattern, make] of rules) {
    const match = pattern.exec(text);
    if (match !== null && (found === undefined || match.index < found.match.index)) found = { match, make };
  }
  return found;
}

function tag(name, children) {
  return element(name, {}, ...children);
}

function mention(text, isMine = false) {
  return element('span', { className: isMine ? 'mention mine' : 'mention' }, text);
}

function channelLink(id, scene) {
  const channel = scene.channelOf(id);
  if (channel === undefined) return mention('#somewhere');
  return jump(called(channel), () => scene.jump(id));
}

function called({ kind, name }) {
  return `${kind === 'private' ? '@' : '#'}${name}`;
}

const ofDiscord = /^https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?$/;

/** A web address leads out of the page, in a tab of its own; one of Discord's to the channel or message it names. */
function link(url, label, scene) {
  const [, channel, message] = ofDiscord.exec(url) ?? [];
  const place = channel === undefined ? undefined : scene.channelOf(channel);
  if (place === undefined) return outward(url, label);
  const made = jump(label === url ? called(place) : label, () => scene.jump(channel, message));
  if (label === url && message !== undefined) {
    made.setAttribute('aria-label', `${called(place)} › message`);
    made.append(' › ', icon('message'));
  }
  return made;
}

export function outward(href, label) {
  return element('a', { href, target: '_blank', rel: 'noreferrer noopener' }, label);
}

function jump(label, onclick) {
  return element('button', { type: 'button', className: 'mention', onclick }, label);
}

/** Covered until it is pressed; what lies below is out of reach of screen readers and of the Tab key, too. */
function spoiler(children) {
  const inside = element('span', { className: 'covered', inert: true }, ...children);
  const made = element(
    'span',
    { className: 'spoiler', role: 'button', tabIndex: 0, 'aria-label': 'Spoiler, press to show', onclick: open },
    inside,
  );
  made.addEventListener('keydown', event => {
    if (event.target !== made || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    open();
  });
  return made;

  function open() {
    if (made.classList.contains('open')) return;
    made.classList.add('open');
    inside.inert = false;
    for (const name of ['role', 'aria-label']) made.removeAttribute(name);
    made.tabIndex = -1;
  }
}

/** A file or a picture that somebody called a spoiler. */
export function coverUp(made, what) {
  const cover = element('button', { type: 'button', className: 'cover' }, icon('eye'), `Show ${what}`);
  const holder = element('div', { className: 'covered-media' }, made, cover);
  made.inert = true;
  cover.addEventListener('click', () => {
    made.inert = false;
    cover.remove();
    holder.classList.add('open');
  });
  return holder;
}
