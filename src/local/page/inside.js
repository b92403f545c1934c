import { breakItMenu } from './break-it.js';
import { element, find, iconButton } from './element.js';
import { icon } from './icons.js';
import { json } from './json.js';

/** So many entries are kept in the panel. */
const kept = 300;
const ops = {
  0: 'Dispatch',
  1: 'Heartbeat',
  2: 'Identify',
  3: 'Presence',
  6: 'Resume',
  7: 'Reconnect',
  9: 'Invalid session',
  10: 'Hello',
  11: 'Heartbeat acknowledged',
};
const filters = { all: 'All', rest: 'REST', gateway: 'Gateway', breach: 'Breaches' };

/** What the bot sent and received, how long it took to answer, and what it did wrong. */
export function createInside(close) {
  const list = element('ol', {
    id: 'traffic',
    'aria-label': 'What the bot sent and received',
    data: { show: 'all' },
  });
  const answered = element('dd', {}, '–');
  const slowest = element('dd', {}, '–');
  const breaches = element('dd', {}, '0');
  const breaking = breakItMenu();
  let times = [];
  let broken = 0;
  find('inside').replaceChildren(
    element(
      'header',
      {},
      element('h2', {}, 'A look inside'),
      iconButton('Close the look inside', icon('close'), close),
    ),
    element(
      'dl',
      { className: 'figures' },
      figure('To acknowledge', answered, 'The middle of all answers; Discord waits 3,000 ms'),
      figure('Slowest', slowest, 'Of the answers since the panel was opened'),
      figure('Breaches', breaches, "Of Discord's rules and limits"),
    ),
    breaking.menu,
    element(
      'div',
      { className: 'filters', role: 'group', 'aria-label': 'Show' },
      ...Object.entries(filters).map(filter),
    ),
    list,
  );

  function filter([kind, label]) {
    return element(
      'button',
      {
        type: 'button',
        'aria-pressed': String(kind === 'all'),
        onclick: event => {
          for (const other of event.currentTarget.parentElement.children) other.ariaPressed = 'false';
          event.currentTarget.ariaPressed = 'true';
          list.dataset.show = kind;
        },
      },
      label,
    );
  }

  /** Everything anew: the first that comes after the panel was opened is what was before. */
  function clear() {
    list.replaceChildren();
    times = [];
    broken = 0;
    count();
  }

  function add(entries) {
    const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
    for (const entry of entries.slice(-kept)) {
      if (entry.kind === 'acknowledged' && entry.outcome !== 'failed') times.push(entry.ms);
      if (entry.kind === 'breach') broken++;
      list.append(item(entry));
    }
    while (list.children.length > kept) list.firstElementChild.remove();
    count();
    if (isAtEnd) list.scrollTop = list.scrollHeight;
  }

  function count() {
    const sorted = times.toSorted((a, b) => a - b);
    answered.textContent = milliseconds(sorted[Math.floor(sorted.length / 2)]);
    slowest.textContent = milliseconds(sorted.at(-1));
    breaches.textContent = String(broken);
    breaches.classList.toggle('bad', broken > 0);
  }

  return { clear, add, health: breaking.health };
}

function figure(name, value, title) {
  return element('div', { title }, element('dt', {}, name), value);
}

function item(entry) {
  const { kind } = entry;
  const isBad = kind === 'breach' || entry.status >= 400 || entry.outcome === 'failed';
  const made = element('li', { className: isBad ? `${kind} bad` : kind }, content(entry));
  if (isQuiet(entry)) made.classList.add('quiet');
  return made;
}

/** Heartbeats and the like. */
function isQuiet({ kind, op }) {
  return kind === 'gateway' && (op === 1 || op === 11 || op === 10);
}

function content(entry) {
  const time = new Date(entry.at).toLocaleTimeString('en-GB');
  switch (entry.kind) {
    case 'rest': {
      const { method, path, status, ms, body, refusal } = entry;
      const shown = refusal === undefined ? body : { sent: body, answer: refusal };
      return foldable(time, 'sent', [method, short(path)], `${status} · ${milliseconds(ms)}`, shown);
    }
    case 'gateway': {
      const { direction, op, event, data } = entry;
      // The gateway sends what the bot receives.
      const way = direction === 'sent' ? 'received' : 'sent';
      return foldable(time, way, [event ?? ops[op] ?? `op ${op}`], eventHint(data), data);
    }
    case 'acknowledged': {
      const { name, who, outcome, ms } = entry;
      const what = outcome === 'failed' ? 'not answered in time' : `answered (${outcome})`;
      return element(
        'div',
        { className: 'line' },
        element('span', { className: 'clock' }, time),
        icon(outcome === 'failed' ? 'close' : 'check'),
        element('span', { className: 'what' }, `${who}: “${name}” ${what}`),
        element('span', { className: 'end' }, milliseconds(ms)),
      );
    }
    default: {
      const { request, at, rule } = entry.breach;
      return element(
        'div',
        { className: 'line' },
        element('span', { className: 'clock' }, time),
        icon('close'),
        element('span', { className: 'what' }, element('strong', {}, `${at}: ${rule}`), ` in ${short(request)}`),
      );
    }
  }
}

/** A line that opens to the whole of it; the JSON is made when somebody looks. */
function foldable(time, way, names, end, value) {
  const [first, ...others] = names;
  const arrow = element(
    'span',
    { className: `way ${way}`, title: `The bot ${way} this` },
    way === 'sent' ? '→' : '←',
  );
  arrow.append(element('span', { className: 'unseen' }, ` the bot ${way} `));
  const made = element(
    'details',
    {
      ontoggle: () => {
        if (made.open && made.querySelector('.json') === null) made.append(json(value));
      },
    },
    element(
      'summary',
      { className: 'line' },
      element('span', { className: 'clock' }, time),
      arrow,
      element('span', { className: 'what' }, element('strong', {}, first), ...others.map(other => ` ${other}`)),
      element('span', { className: 'end' }, end ?? ''),
    ),
  );
  return made;
}

/** What an event is about, in a word. */
function eventHint(data) {
  const name = data?.data?.name ?? data?.data?.custom_id ?? data?.content;
  return typeof name === 'string' ? name.slice(0, 40) : '';
}

/** Ids and tokens say little: their last digits are enough. */
function short(path) {
  return path
    .replace('/api/v10', '')
    .replace(/\d{13,}(\d{4})/g, '…$1')
    .replace(/\/[\w-]{25,}/g, '/…');
}

function milliseconds(ms) {
  return ms === undefined ? '–' : `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`;
}
