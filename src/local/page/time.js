import { element } from './element.js';

/** Times as the app writes them, in the reader's language. */

const second = 1000;
const day = 24 * 60 * 60 * second;
const units = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', 60 * 60 * second],
  ['minute', 60 * second],
  ['second', second],
];
const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** `<t:seconds:style>`: a time that, where it is relative, goes on counting. */
export function timestamp(seconds, style = 'f', locale) {
  const at = seconds * second;
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return undefined;
  const full = new Intl.DateTimeFormat(locale, styles.F).format(at);
  const made = element('time', { dateTime: new Date(at).toISOString(), title: full, className: 'stamp' });
  if (style === 'R') Object.assign(made.dataset, { at, locale });
  made.textContent =
    style === 'R' ? relative(at, locale) : new Intl.DateTimeFormat(locale, styles[style]).format(at);
  return made;
}

export function relative(at, locale, now = Date.now()) {
  const left = at - now;
  const [unit, size] = units.find(([, size]) => Math.abs(left) >= size) ?? ['second', second];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.round(left / size), unit);
}

/** Keeps every relative time on the page true. */
export function tick() {
  setInterval(() => {
    for (const made of document.querySelectorAll('time[data-at]')) {
      const said = relative(Number(made.dataset.at), made.dataset.locale);
      if (made.textContent !== said) made.textContent = said;
    }
  }, 500);
}

/** When a message was written: the hour today, the day before that. */
export function messageTime(iso, locale) {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  const style = isToday ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' };
  const title = new Intl.DateTimeFormat(locale, styles.F).format(at);
  return element('time', { dateTime: iso, title }, new Intl.DateTimeFormat(locale, style).format(at));
}

export function clockTime(at, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(at));
}

export function dayName(iso, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(iso));
}
