import { createCompose } from './compose.js';
import { element } from './element.js';
import { messageItem } from './messages.js';
import { actAs } from './server.js';

const find = id => document.getElementById(id);
const parts = {
  form: find('compose'),
  text: find('text'),
  fields: find('fields'),
  choices: find('choices'),
  replying: find('replying'),
  note: find('note'),
};

let me = actAs(localStorage.getItem('person') ?? 'mia');
// Whoever was chosen on another day may be gone.
let state = await me.about().catch(() => {
  me = actAs('mia');
  return me.about();
});
let channel = state.channels[0].id;
let stop = () => {};

const can = {
  press: (message, id) => tell(me.press(message, id)),
  select: (message, id, values) => tell(me.select(message, id, values)),
  dismiss: message => tell(me.dismiss(message)),
  messageCommand: (message, name) => tell(me.messageCommand(message, name)),
  say: (content, replyTo) => me.say(channel, content, replyTo),
  slash: (path, values) => me.slash(channel, path, values),
  complete: async (path, values, focused) => (await me.complete(channel, path, values, focused)).choices ?? [],
  commands: () => state.commands,
  people: () => [...state.people, state.bot],
  reply: message => compose.reply(message),
};
const compose = createCompose(parts, can);

async function tell(doing) {
  try {
    const outcome = await doing;
    parts.note.textContent = outcome.kind === 'failed' ? 'This interaction failed.' : '';
  } catch (error) {
    parts.note.textContent = error.message;
  }
}

async function become(user) {
  localStorage.setItem('person', user);
  stop();
  me = actAs(user);
  state = await me.about();
  if (!state.channels.some(({ id }) => id === channel)) channel = state.channels[0].id;
  stop = me.listen(hear);
  showChannels();
  await showMessages();
}

function hear(kind, message) {
  if (message.channel_id !== channel) return;
  const old = find(`message-${message.id}`);
  if (kind === 'deleted') return old?.remove();
  const item = itemOf(message);
  if (old) return old.replaceWith(item);
  find('messages').append(item);
  item.scrollIntoView({ block: 'end' });
}

function itemOf(message) {
  const names = new Map([...state.people, state.bot].map(({ id, name }) => [id, name]));
  return messageItem(message, can, names, state.commands);
}

function showChannels() {
  find('guild').textContent = state.guild.name;
  find('person').replaceChildren(
    ...state.people.map(({ username, name, locale }) =>
      element('option', { value: username, selected: username === state.me.username }, `${name} (${locale})`),
    ),
  );
  find('channels').replaceChildren(
    ...state.channels.map(({ id, kind, name, spoilers }) => {
      const label = kind === 'private' ? `@ ${name}` : `# ${name}${spoilers ? ' (spoilers)' : ''}`;
      return element(
        'li',
        {},
        element(
          'button',
          { type: 'button', 'aria-current': String(id === channel), onclick: () => open(id) },
          label,
        ),
      );
    }),
  );
  find('channel-name').textContent = state.channels.find(({ id }) => id === channel).name;
}

async function open(id) {
  channel = id;
  showChannels();
  await showMessages();
}

async function showMessages() {
  const messages = await me.messages(channel);
  find('messages').replaceChildren(...messages.map(itemOf));
  find('messages').lastElementChild?.scrollIntoView({ block: 'end' });
}

find('person').addEventListener('change', event => become(event.target.value));
await become(state.me.username);
