import { avatar } from './avatar.js';
import { components } from './components.js';
import { element, iconButton } from './element.js';
import { embed } from './embed.js';
import { icon } from './icons.js';
import { inline } from './inline.js';
import { markdown } from './markdown.js';
import { attachments } from './media.js';
import { openMenu } from './menu.js';
import { clockTime, messageTime } from './time.js';

/** Discord's type of an answer to a message's own menu. */
const contextMenu = 23;

/** One message as a list item. */
export function messageItem(message, scene) {
  const { id, author, content, ephemeral, edited_timestamp: edited, timestamp } = message;
  const name = author.global_name ?? author.username;
  const headingId = `author-${id}`;
  const item = element(
    'li',
    {
      className: classesOf(message, scene),
      id: `message-${id}`,
      tabIndex: -1,
      'aria-labelledby': headingId,
      data: { author: author.id, at: timestamp, edited: edited ?? '' },
      oncontextmenu: event => menuAt(event),
      onkeydown: key,
    },
    context(message, scene),
    element('div', { className: 'margin' }, avatar({ id: author.id, name, bot: author.bot }), shortTime()),
    element(
      'div',
      { className: 'body' },
      element(
        'div',
        { className: 'head' },
        element('h3', { id: headingId }, name),
        author.bot ? element('span', { className: 'app' }, icon('check'), 'APP') : undefined,
        messageTime(timestamp, scene.locale),
      ),
      element(
        'div',
        { className: 'content' },
        ...(content ? markdown(content, scene) : []),
        ...message.embeds.map(card => embed(card, message, scene)),
        ...attachments(message),
        ...components(message.components, message, scene),
        edited ? editedMark(edited) : undefined,
      ),
      element('p', { className: 'problem', role: 'alert' }),
      ephemeral ? onlyYou(message, scene) : undefined,
    ),
    toolbar(),
  );
  return item;

  function shortTime() {
    return element(
      'time',
      { className: 'short', dateTime: timestamp, 'aria-hidden': 'true' },
      clockTime(timestamp, scene.locale),
    );
  }

  function editedMark(at) {
    const title = new Date(at).toLocaleString(scene.locale);
    return element('span', { className: 'edited', title }, '(edited)');
  }

  function toolbar() {
    return element(
      'div',
      { className: 'toolbar' },
      ephemeral ? undefined : iconButton('Reply', icon('reply'), () => scene.can.reply(message), { tabIndex: -1 }),
      iconButton('More', icon('more'), event => menuBelow(event.currentTarget), {
        tabIndex: -1,
        'aria-haspopup': 'menu',
      }),
    );
  }

  function key(event) {
    if (event.target !== item) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      menuBelow(item.querySelector('.content') ?? item);
    }
  }

  function menuAt(event) {
    if (event.target.closest('a, input, textarea')) return;
    event.preventDefault();
    // The keyboard's menu key tells no place.
    if (event.clientX === 0 && event.clientY === 0) menuBelow(item.querySelector('.content') ?? item);
    else open({ x: event.clientX, y: event.clientY });
  }

  function menuBelow(part) {
    const { left, bottom } = part.getBoundingClientRect();
    open({ x: left, y: bottom + 4 });
  }

  async function open(place) {
    const entries = await scene.can.messageMenu(message);
    openMenu(`Message of ${name}`, entries, place);
  }
}

function classesOf({ ephemeral, mentions, content, author, components }, { me }) {
  const isMine =
    author.id !== me.id && (content.includes(`<@${me.id}>`) || mentions?.some(({ id }) => id === me.id));
  const isEmpty = content === '' && components.length === 0;
  return ['message', ephemeral && 'only-you', isMine && 'mentions-me', isEmpty && 'empty']
    .filter(Boolean)
    .join(' ');
}

/** What stands above: who is replied to, or who used which command. */
function context(message, scene) {
  const { used, referenced_message: referenced, message_reference: reference } = message;
  if (used !== undefined && used.type === 2) {
    const who = { id: used.by, name: scene.nameOf(used.by) ?? 'somebody' };
    const isMenu = message.type === contextMenu;
    const command = element('span', { className: 'command' }, isMenu ? used.name : `/${used.name}`);
    return element('div', { className: 'context' }, avatar(who, 'tiny'), strong(who.name), ' used ', command);
  }
  if (reference === undefined) return undefined;
  if (referenced === null || referenced === undefined)
    return element('div', { className: 'context' }, element('em', {}, 'The original message was deleted'));
  const { author } = referenced;
  const name = author.global_name ?? author.username;
  return element(
    'div',
    { className: 'context' },
    avatar({ id: author.id, name, bot: author.bot }, 'tiny'),
    author.bot ? element('span', { className: 'app' }, 'APP') : undefined,
    element(
      'button',
      { type: 'button', className: 'replied', onclick: () => scene.jump(message.channel_id, referenced.id) },
      strong(name),
      element('span', { className: 'excerpt' }, excerpt(referenced, scene)),
    ),
  );
}

function strong(name) {
  return element('strong', {}, name);
}

/** The first words of a message, as plain text; of a card, that there is something to see. */
function excerpt({ content, components = [] }, scene) {
  if (content === '') return components.length > 0 ? 'Click to see the answer' : 'Click to see the attachment';
  const words = inline(content.replaceAll('\n', ' ').slice(0, 200), scene);
  return uncovered(element('span', {}, ...words));
}

function onlyYou({ id }, scene) {
  return element(
    'p',
    { className: 'only' },
    icon('eye'),
    'Only you can see this • ',
    element(
      'button',
      { type: 'button', className: 'as-link', onclick: () => scene.can.dismiss(id) },
      'Dismiss message',
    ),
  );
}

/** What a message says, for those who hear it. */
export function spoken({ author }, item) {
  const content = item.querySelector('.content');
  const said = content === null ? '' : uncovered(content);
  return `${author.global_name ?? author.username}: ${said || 'a picture or a file'}`.slice(0, 500);
}

/** The words of an element, except those that a spoiler covers. */
function uncovered(made) {
  const copy = made.cloneNode(true);
  for (const spoiler of copy.querySelectorAll('.spoiler:not(.open), .covered-media:not(.open)'))
    spoiler.replaceWith(' spoiler ');
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  const words = [];
  while (texts.nextNode()) words.push(texts.currentNode.data);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
