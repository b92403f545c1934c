import { element } from './element.js';
import { breakIt } from './server.js';

/** Everything that can go wrong between the bot and Discord, on purpose. */
export function breakItMenu() {
  const state = element('p', { className: 'broken-state', role: 'status' });
  const delay = element(
    'select',
    { id: 'delay', onchange: event => act({ what: 'delay', ms: Number(event.currentTarget.value) }) },
    ...[
      [0, 'no delay'],
      [300, '0.3 s'],
      [1000, '1 s'],
      [2500, '2.5 s'],
      [4000, '4 s (too late)'],
    ].map(([ms, label]) => element('option', { value: String(ms) }, label)),
  );
  const silence = element('input', {
    type: 'checkbox',
    onchange: event => act({ what: 'silence', silent: event.currentTarget.checked }),
  });
  const menu = element(
    'details',
    { className: 'break-it', open: true },
    element('summary', {}, 'Break it'),
    element(
      'div',
      { className: 'breaks' },
      group(
        'Gateway',
        press('Drop', { what: 'drop' }, 'Cuts the connection without a word'),
        press('Ask to reconnect', { what: 'reconnect' }, 'Sends op 7'),
        press('Invalidate', { what: 'invalidate' }, 'Sends op 9: the bot must identify again'),
      ),
      group(
        'Next REST calls',
        press('500', { what: 'fail', status: 500, times: 1 }, 'The next request is answered with 500'),
        press('500 × 5', { what: 'fail', status: 500, times: 5 }, 'Five requests are answered with 500'),
        press('429', { what: 'fail', status: 429, times: 1, retryAfter: 1 }, 'Too many requests: wait a second'),
        press('Hang up', { what: 'close', times: 1 }, 'The connection is closed without an answer'),
      ),
      element('label', { className: 'setting' }, 'Every REST answer comes after', delay),
      element('label', { className: 'setting' }, silence, 'Take away the permission to send'),
      element(
        'div',
        { className: 'setting' },
        element(
          'button',
          { type: 'button', className: 'button secondary', onclick: () => act({ what: 'mend' }) },
          'Mend everything',
        ),
        state,
      ),
    ),
  );
  return { menu, health };

  function press(label, wanted, title) {
    return element(
      'button',
      { type: 'button', className: 'button secondary', title, onclick: () => act(wanted) },
      label,
    );
  }

  async function act(wanted) {
    try {
      await breakIt(wanted);
    } catch (error) {
      state.textContent = error.message;
    }
  }

  /** Shows what is broken just now. */
  function health({ delayMs, failures, closing, silent }) {
    delay.value = String(delayMs);
    silence.checked = silent;
    const left = [
      failures.length > 0 && `${failures.length} × ${failures[0]} to come`,
      closing > 0 && `${closing} hang-up to come`,
      delayMs > 0 && 'slow',
      silent && 'silenced',
    ].filter(Boolean);
    state.textContent = left.length === 0 ? 'Everything works.' : left.join(', ');
  }
}

function group(name, ...buttons) {
  return element(
    'div',
    { className: 'setting', role: 'group', 'aria-label': name },
    element('span', {}, name),
    ...buttons,
  );
}
