import { avatar } from './avatar.js';
import { element, find, iconButton } from './element.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';

const languages = new Intl.DisplayNames('en', { type: 'language' });

function topicOf({ kind, spoilers }, { name }) {
  if (spoilers) return 'For those who have seen the film: everybody here agreed to be spoiled.';
  switch (kind) {
    case 'text':
      return `Mention @${name} with a question, or type / for its commands.`;
    case 'private':
      return `Between the two of you: ${name} reads every message.`;
    default:
      return 'A chat of several people.';
  }
}

/** The servers, the channels and who you are. */
export function showPlaces({ state, channel, unread }, can) {
  find('guild').textContent = state.guild.name;
  const chats = state.channels.filter(({ kind }) => kind !== 'text');
  const rooms = state.channels.filter(({ kind }) => kind === 'text');
  const isPrivate = chats.some(({ id }) => id === channel?.id);
  find('rail').replaceChildren(
    railButton('Private messages', icon('at'), isPrivate, chats.some(isUnread), () => can.open(chats[0]?.id)),
    element('hr'),
    railButton(
      state.guild.name,
      element('span', { 'aria-hidden': 'true' }, initials(state.guild.name)),
      !isPrivate,
      rooms.some(isUnread),
      () => can.open(rooms[0]?.id),
    ),
  );
  find('channels').replaceChildren(
    ...group('Text channels', rooms.map(channelButton)),
    ...group('Private messages', chats.map(channelButton)),
  );
  showSelf(state, can);

  function isUnread({ id }) {
    return unread.has(id);
  }

  function channelButton({ id, kind, name, spoilers }) {
    const label = kind === 'text' ? icon(spoilers ? 'eye' : 'hash') : avatar({ ...state.bot, bot: true }, 'small');
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          className: unread.has(id) ? 'channel unread' : 'channel',
          'aria-current': id === channel?.id ? 'page' : undefined,
          onclick: () => can.open(id),
        },
        label,
        element('span', { className: 'channel-label' }, name),
        spoilers ? element('span', { className: 'badge' }, 'spoilers') : undefined,
        unread.has(id) ? element('span', { className: 'unseen' }, ' (new messages)') : undefined,
      ),
    );
  }
}

function railButton(label, picture, isCurrent, isUnread, onclick) {
  return element(
    'button',
    {
      type: 'button',
      className: isUnread ? 'rail-button unread' : 'rail-button',
      title: label,
      'aria-current': isCurrent ? 'true' : undefined,
      onclick,
    },
    picture,
    element('span', { className: 'unseen' }, label),
  );
}

function group(name, items) {
  if (items.length === 0) return [];
  return [element('h2', { className: 'group' }, name), element('ul', {}, ...items)];
}

function initials(name) {
  return name
    .split(' ')
    .map(([first = '']) => first.toUpperCase())
    .join('');
}

/** Who you are, and the way to become somebody else. */
function showSelf({ me, people }, can) {
  const button = element(
    'button',
    {
      type: 'button',
      id: 'person',
      'aria-haspopup': 'menu',
      title: 'Become somebody else',
      onclick: () => {
        const { left, top } = button.getBoundingClientRect();
        openMenu('Become', people.map(choice), { x: left, y: top - 60 * people.length });
      },
    },
    avatar(me, 'middle'),
    element(
      'span',
      { className: 'who' },
      element('strong', {}, me.name),
      element('span', { className: 'soft' }, about(me)),
    ),
    icon('switch'),
  );
  find('self').replaceChildren(button);

  function choice(person) {
    return {
      name: person.name,
      hint: about(person),
      picture: person.id === me.id ? 'check' : undefined,
      choose: () => can.become(person.username),
    };
  }
}

function about({ locale, manages }) {
  return manages ? `${languages.of(locale)} · manages the server` : languages.of(locale);
}

/** The members of this place: the bot first, as an app. */
export function showMembers({ state, channel }, can) {
  const isPrivate = channel?.kind === 'private';
  const people = isPrivate ? [state.me] : state.people;
  const { online } = state.health;
  find('members').replaceChildren(
    element(
      'header',
      {},
      element('h2', {}, 'Members'),
      iconButton('Close', icon('close'), can.closeDrawer, { className: 'drawer-close' }),
    ),
    ...memberGroup(`Apps — 1`, [
      member({ ...state.bot, bot: true }, online ? 'Listening to questions' : 'Offline', online),
    ]),
    ...memberGroup(
      `Online — ${people.length}`,
      people.map(person =>
        member(person, person.id === state.me.id ? `you · ${about(person)}` : about(person), true),
      ),
    ),
  );
}

function memberGroup(name, items) {
  return [element('h3', { className: 'group' }, name), element('ul', {}, ...items)];
}

function member(person, what, isOnline) {
  return element(
    'li',
    { className: isOnline ? 'member' : 'member away' },
    element('span', { className: 'with-status' }, avatar(person, 'middle'), element('i', { className: 'status' })),
    element(
      'span',
      { className: 'who' },
      element(
        'span',
        { className: 'member-name' },
        person.name,
        person.bot ? element('span', { className: 'app' }, icon('check'), 'APP') : undefined,
        person.manages ? icon('crown') : undefined,
      ),
      element('span', { className: 'soft' }, what),
    ),
  );
}

/** The line above the messages, and what stands where a channel begins. */
export function showTop({ state, channel }) {
  const { kind, name, spoilers } = channel;
  const topic = topicOf(channel, state.bot);
  const picture = kind === 'text' ? icon(spoilers ? 'eye' : 'hash') : icon('at');
  const badge = spoilers ? element('span', { className: 'badge' }, 'spoilers') : undefined;
  find('channel-name').replaceChildren(...[picture, name, badge].filter(part => part !== undefined));
  find('topic').textContent = topic;
  find('scroller').setAttribute('aria-label', `Messages in ${name}`);
  const mark = kind === 'text' ? '#' : '';
  document.title = `${mark}${name} | ${state.guild.name} (local)`;
  find('beginning').replaceChildren(
    kind === 'text'
      ? element('span', { className: 'round' }, icon(spoilers ? 'eye' : 'hash'))
      : avatar({ ...state.bot, bot: true }, 'large'),
    element('h3', {}, kind === 'text' ? `Welcome to #${name}!` : name),
    element('p', {}, kind === 'text' ? `This is the start of the #${name} channel. ${topic}` : topic),
  );
}
