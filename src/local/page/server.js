/** What stands where something was tried without a server, until it is back. */
export const unreachable = 'The local server cannot be reached. Is it still running?';

/** What the page can do as one person. Errors are said in a sentence. */
export function actAs(user) {
  const my = (path, body) => call(`/me/${user}${path}`, body);
  return {
    about: () => my(''),
    messages: channel => my(`/channels/${channel}`),
    commands: channel => my(`/channels/${channel}/commands`),
    say: (channel, content, replyTo) => my('/say', { channel, content, replyTo }),
    typing: channel => my('/typing', { channel }),
    slash: (channel, path, values) => my('/slash', { channel, path, values }),
    complete: (channel, path, values, focused) => my('/complete', { channel, path, values, focused }),
    press: (message, id) => my('/press', { message, id }),
    select: (message, id, values) => my('/select', { message, id, values }),
    submit: (channel, modal, values) => my('/submit', { channel, modal, values }),
    messageCommand: (message, name) => my('/message-command', { message, name }),
    dismiss: message => my('/dismiss', { message }),
    /** Hears of everything this person may see; the returned function stops. */
    listen(hear, looksInside) {
      const events = new EventSource(`/me/${user}/events${looksInside ? '?inside=yes' : ''}`);
      for (const kind of ['ready', 'created', 'edited', 'deleted', 'typing', 'health', 'traffic']) {
        events.addEventListener(kind, event => hear(kind, JSON.parse(event.data)));
      }
      events.addEventListener('error', () => hear('lost'));
      return () => events.close();
    },
  };
}

/** The first member whom no other window is. */
export async function freeMember() {
  return (await call('/me')).username;
}

/** Breaks something on purpose. */
export function breakIt(wanted) {
  return call('/inside/break', wanted);
}

async function call(path, body) {
  const response = await fetch(path, body === undefined ? {} : post(body)).catch(() => {
    throw new Error(unreachable);
  });
  const result = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(sentence(result.error ?? `the server answered ${response.status}`));
  return result;
}

function post(body) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function sentence(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
