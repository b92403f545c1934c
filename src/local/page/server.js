/** What the page can do as one person. Errors are said in a sentence. */
export function actAs(user) {
  async function call(path, body) {
    const response = await fetch(`/me/${user}${path}`, body === undefined ? {} : post(body));
    const result = await response.json();
    if (!response.ok) throw new Error(result.error ?? `the server answered ${response.status}`);
    return result;
  }
  return {
    about: () => call(''),
    messages: channel => call(`/channels/${channel}`),
    say: (channel, content, replyTo) => call('/say', { channel, content, replyTo }),
    slash: (channel, path, values) => call('/slash', { channel, path, values }),
    complete: (channel, path, values, focused) => call('/complete', { channel, path, values, focused }),
    press: (message, id) => call('/press', { message, id }),
    select: (message, id, values) => call('/select', { message, id, values }),
    messageCommand: (message, name) => call('/message-command', { message, name }),
    dismiss: message => call('/dismiss', { message }),
    /** Hears of every message this person may see; the returned function stops. */
    listen(hear) {
      const events = new EventSource(`/me/${user}/events`);
      for (const kind of ['created', 'edited', 'deleted']) {
        events.addEventListener(kind, event => hear(kind, JSON.parse(event.data)));
      }
      return () => events.close();
    },
  };
}

function post(body) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
