import { element, find } from './element.js';

/** Whoever has not written for so long has stopped, in milliseconds. */
const lasts = 6000;

/** "Mia is typing …" below the message box. */
export function createTyping(nameOf) {
  /** When each was last heard of, by channel and id. */
  const heardAt = new Map();
  let current;

  function show() {
    const now = Date.now();
    const names = [...heardAt]
      .filter(([key, at]) => key.startsWith(`${current} `) && now - at < lasts)
      .map(([key]) => nameOf(key.split(' ')[1]) ?? 'Somebody');
    const line = find('typing');
    const words = names.length === 0 ? '' : sentence(names);
    if (line.dataset.words === words) return;
    line.dataset.words = words;
    const dots = element(
      'span',
      { className: 'dots', 'aria-hidden': 'true' },
      ...names.slice(0, 3).map(() => element('i')),
    );
    line.replaceChildren(...(words === '' ? [] : [dots, words]));
  }

  setInterval(show, 1000);

  return {
    heard({ channel, who }) {
      heardAt.set(`${channel} ${who}`, Date.now());
      show();
    },
    stopped(who, channel) {
      heardAt.delete(`${channel} ${who}`);
      show();
    },
    entered(channel) {
      current = channel;
      show();
    },
  };
}

function sentence(names) {
  if (names.length > 3) return 'Several people are typing …';
  const all = new Intl.ListFormat('en').format(names);
  return `${all} ${names.length === 1 ? 'is' : 'are'} typing …`;
}
