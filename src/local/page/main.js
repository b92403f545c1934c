import { translated, typedCommands } from './commands.js';
import { createCompose } from './compose.js';
import { createDrawers } from './drawers.js';
import { find } from './element.js';
import { createInside } from './inside.js';
import { showMembers, showPlaces, showTop } from './lists.js';
import { recall, remember, whoAmI } from './memory.js';
import { openModal } from './modal.js';
import { pendingItem } from './pending.js';
import { createScene, withMentions } from './scene.js';
import { actAs, freeMember, unreachable } from './server.js';
import { tick } from './time.js';
import { createTimeline } from './timeline.js';
import { createTools } from './top-tools.js';
import { createTyping } from './typing.js';

let me = actAs(await whoAmI());
// Whoever this window was on another day may be gone.
let state = await me.about().catch(async () => {
  me = actAs(await freeMember());
  return me.about();
});
let channel;
let scene;
let looksInside = false;
let stop = () => undefined;
/** What is heard while messages are being fetched. */
let loading;
const ofMessages = new Set(['created', 'edited', 'deleted']);
const unread = new Set();
/** What was asked for and is not answered yet, by the name of the command. */
const pending = new Map();

const can = {
  press: (message, id) => tell(message, () => me.press(message.id, id)),
  select: (message, id, values) => tell(message, () => me.select(message.id, id, values)),
  dismiss: message => me.dismiss(message).catch(error => compose.say(error.message)),
  say: (content, replyTo) => me.say(channel.id, content, replyTo),
  typing: () => me.typing(channel.id).catch(() => undefined),
  slash: ({ path, shown }, values) => ask(path, `/${shown}`, () => me.slash(channel.id, path, values)),
  complete: async (path, values, focused) => (await me.complete(channel.id, path, values, focused)).choices ?? [],
  commands: async () => typedCommands(await me.commands(channel.id), state.me.locale),
  reply: message => compose.reply(message),
  withMentions: content => withMentions(content, state),
  scene: () => scene,
  messageMenu,
};
const drawers = createDrawers();
const timeline = createTimeline(() => scene);
const compose = createCompose(can);
const typing = createTyping(id => scene.nameOf(id));
const inside = createInside(() => tools.close('inside'));
const tools = createTools(drawers, isLooking => {
  if (looksInside === isLooking) return;
  looksInside = isLooking;
  listen();
});

/** What can be done with a message: reply, copy, and the bot's own commands. */
async function messageMenu(message) {
  const commands = (await me.commands(channel.id).catch(() => [])).filter(({ type }) => type === 3);
  const { ephemeral, content } = message;
  return [
    ...(ephemeral ? [] : [{ name: 'Reply', picture: 'reply', choose: () => setTimeout(() => can.reply(message)) }]),
    ...(content === ''
      ? []
      : [{ name: 'Copy text', picture: 'copy', choose: () => void navigator.clipboard?.writeText(content) }]),
    ...(ephemeral
      ? []
      : commands.map(command => ({
          name: translated(command, 'name', state.me.locale),
          hint: state.bot.name,
          picture: 'app',
          choose: () =>
            ask(command.name, command.name, () => me.messageCommand(message.id, command.name)).catch(error =>
              compose.say(error.message),
            ),
        }))),
    ...(ephemeral ? [{ name: 'Dismiss message', picture: 'close', choose: () => can.dismiss(message.id) }] : []),
  ];
}

/** A command: "is thinking …" stands in the answer's place until it comes. One that could not be sent throws. */
async function ask(key, shown, doing) {
  settlePending(key);
  const waiting = pendingItem(scene, shown, () => settlePending(key));
  // A quick answer needs no sign that it is awaited.
  const timer = setTimeout(showWaiting, 150);
  pending.set(key, { item: waiting.item, timer });
  try {
    const outcome = await doing();
    if (outcome.kind !== 'deferred' && outcome.kind !== 'failed') settlePending(key);
    if (outcome.kind === 'failed') {
      showWaiting();
      waiting.fail('The application did not respond');
    }
    if (outcome.kind === 'modal') openForm(outcome.modal);
  } catch (error) {
    settlePending(key);
    throw error;
  }

  function showWaiting() {
    timeline.list.append(waiting.item);
    timeline.toEnd();
  }
}

function settlePending(key) {
  const { item, timer } = pending.get(key) ?? {};
  clearTimeout(timer);
  item?.remove();
  pending.delete(key);
}

/** A press or a choice: what went wrong is said below its message. */
async function tell(message, doing) {
  const problem = find(`message-${message.id}`)?.querySelector('.problem');
  if (problem) problem.textContent = '';
  try {
    const outcome = await doing();
    if (outcome.kind === 'failed') throw new Error('This interaction failed');
    if (outcome.kind === 'modal') openForm(outcome.modal);
  } catch (error) {
    const now = find(`message-${message.id}`)?.querySelector('.problem');
    if (now) now.textContent = error.message;
  }
}

function openForm(modal) {
  const { id } = channel;
  openModal(modal, scene, values => me.submit(id, modal, values));
}

/**
 * Fetches the messages of the channel and shows them. What is heard meanwhile waits, lest it be overwritten; of two
 * fetches the later one counts.
 */
async function load(showThem) {
  const mine = { heard: [] };
  loading = mine;
  try {
    const messages = await me.messages(channel.id);
    if (loading !== mine) return;
    showThem(channel.id, messages);
  } finally {
    if (loading === mine) loading = undefined;
  }
  for (const [kind, news] of mine.heard) hear(kind, news);
}

function hear(kind, news) {
  if (loading !== undefined && ofMessages.has(kind)) {
    loading.heard.push([kind, news]);
    return;
  }
  switch (kind) {
    case 'ready':
      return void refresh();
    case 'lost':
      return trouble('The local server does not answer. Waiting for it …');
    case 'health':
      state.health = news;
      inside.health(news);
      return showMembers({ state, channel }, { closeDrawer });
    case 'typing':
      return typing.heard(news, channel.id);
    case 'traffic':
      return inside.add(news);
    case 'created':
      return created(news);
    case 'edited':
      return timeline.change(news);
    case 'deleted':
      return timeline.remove(news);
  }
}

function created(message) {
  const isHere = message.channel_id === channel.id;
  typing.stopped(message.author.id, message.channel_id);
  if (message.used?.by === state.me.id) settlePending(message.used.name);
  if (isHere) return timeline.add(message);
  unread.add(message.channel_id);
  show();
}

/** After the stream was away, something may have been missed; after a restart, the channels are empty. */
async function refresh() {
  try {
    state = await me.about();
    channel = sameChannel(state.channels, channel);
    scene = createScene(state, can, jump);
    inside.health(state.health);
    trouble('');
    for (const said of document.querySelectorAll('#note, .problem'))
      if (said.textContent === unreachable) said.textContent = '';
    show();
    await load(timeline.catchUp);
  } catch (error) {
    trouble(error.message);
  }
}

function listen() {
  stop();
  inside.clear();
  stop = me.listen(hear, looksInside);
}

function trouble(words) {
  find('trouble').hidden = words === '';
  find('trouble').textContent = words;
}

function show() {
  showPlaces({ state, channel, unread }, { open: id => attempt(open(id)), become: user => attempt(become(user)) });
  showMembers({ state, channel }, { closeDrawer });
  showTop({ state, channel });
}

function attempt(doing) {
  doing.catch(error => trouble(error.message));
}

async function open(id) {
  drawers.hide();
  channel = state.channels.find(channel => channel.id === id) ?? channel;
  remember('channel', { kind: channel.kind, name: channel.name });
  unread.delete(channel.id);
  scene = createScene(state, can, jump);
  show();
  typing.entered(channel.id);
  const mark = channel.kind === 'text' ? '#' : '@';
  await compose.enter(`${state.me.username} ${channel.kind} ${channel.name}`, `Message ${mark}${channel.name}`);
  await load(timeline.show);
  if (!drawers.isNarrow) find('text').focus();
}

async function jump(place, message) {
  if (place !== channel.id) await open(place);
  if (message !== undefined) timeline.goTo(message);
}

async function become(user) {
  remember('person', user);
  me = actAs(user);
  state = await me.about();
  unread.clear();
  const { id } = sameChannel(state.channels, channel);
  listen();
  await open(id);
}

/** Everybody's private chat has an id of its own: a channel is known by what it is called. */
function sameChannel(channels, wanted) {
  const same = channels.find(({ kind, name }) => kind === wanted?.kind && name === wanted?.name);
  return same ?? channels[0];
}

function closeDrawer() {
  drawers.hide();
}

channel = sameChannel(state.channels, recall('channel'));
scene = createScene(state, can, jump);
tick();
await open(channel.id);
tools.restore();
if (!looksInside) listen();
