import { element, find } from './element.js';
import { icon } from './icons.js';
import { messageItem, spoken } from './message.js';
import { dayName } from './time.js';

/** Messages of one author that follow each other so soon are shown as one, in milliseconds. */
const together = 7 * 60_000;
/** Whoever is so near to the end, in pixels, stays there. */
const nearEnd = 80;
/** So long a new message takes no press of a pointer, in milliseconds: it may just have moved under one. */
const arriving = 500;

/** The messages of a channel: in groups, with their days, keeping their place. */
export function createTimeline(sceneOf) {
  const scroller = find('scroller');
  const list = find('messages');
  const announcer = find('announcer');
  const places = new Map();
  const jumpDown = element(
    'button',
    { type: 'button', id: 'jump', hidden: true, onclick: () => toEnd() },
    'New messages',
    icon('down'),
  );
  scroller.after(jumpDown);
  let channel;
  let isAtEnd = true;

  scroller.addEventListener('scroll', () => {
    isAtEnd = distance() < nearEnd;
    if (isAtEnd) jumpDown.hidden = true;
    if (channel !== undefined) places.set(channel, isAtEnd ? undefined : scroller.scrollTop);
  });
  // Pictures arrive late, cards are edited: whoever reads the end goes on reading the end.
  const keepEnd = new ResizeObserver(() => isAtEnd && toEnd());
  keepEnd.observe(list);
  keepEnd.observe(scroller);
  list.addEventListener('keydown', walk);

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    // The scroll event comes later than a quick answer.
    isAtEnd = true;
    jumpDown.hidden = true;
  }

  function distance() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  }

  function show(newChannel, messages) {
    channel = newChannel;
    list.replaceChildren(...messages.map(message => messageItem(message, sceneOf())));
    arrange();
    const place = places.get(channel);
    isAtEnd = place === undefined;
    if (isAtEnd) toEnd();
    else scroller.scrollTop = place;
  }

  /** After the stream was away: what was missed is made good, and all else stays as it is. */
  function catchUp(sameChannel, messages) {
    if (sameChannel !== channel) return show(sameChannel, messages);
    const ids = new Set(messages.map(({ id }) => `message-${id}`));
    for (const item of [...list.querySelectorAll('.message')]) if (!ids.has(item.id)) item.remove();
    for (const message of messages) {
      const item = find(`message-${message.id}`);
      if (item === null) add(message);
      else if (item.dataset.edited !== (message.edited_timestamp ?? '')) change(message);
    }
    arrange();
  }

  function add(message) {
    if (find(`message-${message.id}`)) return change(message);
    const wasAtEnd = isAtEnd;
    const item = messageItem(message, sceneOf());
    const next = following(message.id) ?? list.querySelector('.pending');
    if (next) next.before(item);
    else list.append(item);
    arrange();
    item.classList.add('fresh');
    setTimeout(() => find(item.id)?.classList.remove('fresh'), arriving);
    announcer.append(element('p', {}, spoken(message, item)));
    while (announcer.children.length > 10) announcer.firstElementChild.remove();
    if (wasAtEnd || message.author.id === sceneOf().me.id) toEnd();
    else jumpDown.hidden = false;
  }

  /** The message before which one belongs that was missed; none for the newest. */
  function following(id) {
    const isLater = item => BigInt(item.id.replace('message-', '')) > BigInt(id);
    const items = [...list.querySelectorAll('.message')];
    return items.length > 0 && isLater(items.at(-1)) ? items.find(isLater) : undefined;
  }

  /** A changed message takes its own place, and whoever was on one of its buttons stays there. */
  function change(message) {
    const old = find(`message-${message.id}`);
    if (old === null) return;
    const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
    const item = messageItem(message, sceneOf());
    item.classList.toggle('fresh', old.classList.contains('fresh'));
    old.replaceWith(item);
    arrange();
    if (focused === undefined) return;
    const { id } = focused.dataset;
    const same = [...item.querySelectorAll('[data-id]')].find(({ dataset }) => dataset.id === id);
    (id !== undefined && same && !same.disabled ? same : item).focus({ preventScroll: true });
  }

  function remove({ id }) {
    const item = find(`message-${id}`);
    if (item === null) return;
    if (item.contains(document.activeElement)) find('text')?.focus({ preventScroll: true });
    item.remove();
    arrange();
  }

  /** Says which messages continue the one above, and where a day begins. */
  function arrange() {
    for (const divider of list.querySelectorAll('.day')) divider.remove();
    let before;
    for (const item of list.querySelectorAll('.message')) {
      const { at, author } = item.dataset;
      const isNewDay = before === undefined || !isSameDay(before.dataset.at, at);
      if (isNewDay)
        item.before(element('li', { className: 'day' }, element('span', {}, dayName(at, sceneOf().locale))));
      const isGrouped =
        !isNewDay &&
        before.dataset.author === author &&
        item.querySelector('.context') === null &&
        Date.parse(at) - Date.parse(before.dataset.at) < together;
      item.classList.toggle('grouped', isGrouped);
      before = item;
    }
    makeReachable();
  }

  /** One message takes part in the order of the Tab key: the last, or the one that was walked to. */
  function makeReachable(wanted) {
    const items = [...list.querySelectorAll('.message')];
    const one = wanted ?? items.find(item => item.contains(document.activeElement)) ?? items.at(-1);
    for (const item of items) {
      item.tabIndex = item === one ? 0 : -1;
      for (const tool of item.querySelectorAll('.toolbar button')) tool.tabIndex = item === one ? 0 : -1;
    }
  }

  function walk(event) {
    const item = event.target;
    if (!item.classList.contains('message')) return;
    const items = [...list.querySelectorAll('.message')];
    const at = items.indexOf(item);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = items[to];
    if (next === undefined) return to > at ? find('text')?.focus() : undefined;
    makeReachable(next);
    next.focus();
  }

  /** Goes to a message and shows for a moment which it is. */
  function goTo(id) {
    const item = find(`message-${id}`);
    if (item === null) return;
    item.scrollIntoView({ block: 'center' });
    makeReachable(item);
    item.focus({ preventScroll: true });
    item.classList.add('pointed');
    setTimeout(() => item.classList.remove('pointed'), 2000);
  }

  return { show, catchUp, add, change, remove, goTo, toEnd, list };
}

function isSameDay(one, other) {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
