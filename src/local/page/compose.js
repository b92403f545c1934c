import { avatar } from './avatar.js';
import { createCommandForm } from './command-form.js';
import { fitting, writtenOut } from './commands.js';
import { element, find, iconButton } from './element.js';
import { createHistory } from './history.js';
import { icon } from './icons.js';
import { recall, remember } from './memory.js';
import { commandOption, createPicker, option } from './picker.js';

/** How often the others are told that somebody writes, in milliseconds. */
const typingEvery = 4000;

/** Where messages and commands are written. `can` sends them. */
export function createCompose(can) {
  const picker = createPicker();
  const text = element('textarea', {
    id: 'text',
    rows: 1,
    maxLength: 4000,
    role: 'combobox',
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    oninput: typed,
    onkeydown: key,
    onblur: () => picker.hide(),
  });
  const form = createCommandForm({
    picker,
    complete: can.complete,
    submit: send,
    changed: keepDraft,
    walk: bringBack,
    cancel: (rest = '') => {
      form.close();
      write(rest);
      text.focus();
    },
  });
  const replying = element('div', { id: 'replying', hidden: true });
  const note = element('p', { id: 'note', role: 'status' });
  const box = element(
    'form',
    {
      id: 'compose',
      autocomplete: 'off',
      onsubmit: event => {
        event.preventDefault();
        void send();
      },
    },
    form.holder,
    text,
    element('button', { type: 'submit', className: 'send', title: 'Send', 'aria-label': 'Send' }, icon('send')),
  );
  find('dock').replaceChildren(
    picker.holder,
    replying,
    box,
    element('div', { id: 'below' }, note, element('p', { id: 'typing' })),
  );
  // Whoever types while nothing that takes words has the focus means the message box.
  document.addEventListener('keydown', event => {
    const isLetter =
      event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isElsewhere = event.target === document.body || event.target.classList?.contains('message');
    if (isLetter && isElsewhere && !text.hidden) text.focus();
  });
  const history = createHistory();
  let commands;
  let replyTo;
  let draftKey;
  let toldAt = 0;

  async function typed() {
    keepDraft();
    say('');
    if (text.value.startsWith('/')) return suggestCommands();
    const named = namedBefore();
    if (named === undefined) picker.hide();
    else suggestPeople(named);
    if (text.value !== '' && Date.now() - toldAt > typingEvery) {
      toldAt = Date.now();
      can.typing();
    }
  }

  /** The commands here, asked for again with every new slash: a bot may have registered others. */
  function known() {
    commands ??= can.commands().catch(error => {
      commands = undefined;
      throw error;
    });
    return commands;
  }

  async function suggestCommands() {
    if (text.value === '/') commands = undefined;
    const list = await known().catch(error => say(error.message));
    if (list === undefined || !text.value.startsWith('/')) return;
    const whole = writtenOut(list, text.value);
    if (whole !== undefined) return take(whole.command, whole.rest);
    if (document.activeElement !== text) return;
    const { bot } = can.scene();
    const shown = fitting(list, text.value.slice(1)).map(command => ({
      content: commandOption(command, bot),
      choose: () => take(command),
    }));
    picker.show(text, `Commands of ${bot.name}`, shown);
  }

  /** From here on the command is filled in; `rest` was already written behind it. */
  function take(command, rest = '') {
    const first = command.options.find(({ required }) => required) ?? command.options[0];
    fill(command, rest === '' || first === undefined ? {} : { [first.name]: rest });
  }

  function fill(command, values, wasSent = false) {
    write('');
    text.hidden = true;
    form.open(command, values, wasSent);
    keepDraft();
  }

  /** What follows an @ just before the caret. */
  function namedBefore() {
    return /(?:^|\s)@([^\s@]{0,32})$/.exec(text.value.slice(0, text.selectionStart))?.[1];
  }

  function suggestPeople(named) {
    const { bot, people, me } = can.scene();
    const others = people.filter(({ id }) => id !== me.id);
    const fits = [{ ...bot, bot: true }, ...others].filter(({ name }) =>
      name.toLowerCase().startsWith(named.toLowerCase()),
    );
    const shown = fits.map(person => ({
      content: option(avatar(person, 'small'), person.name, person.bot ? 'answers questions' : undefined),
      choose: () => {
        const caret = text.selectionStart;
        const start = caret - named.length;
        text.setRangeText(`${person.name} `, start, caret, 'end');
        picker.hide();
        keepDraft();
      },
    }));
    picker.show(text, 'Members', shown);
  }

  function key(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      if (picker.isOpen) picker.hide();
      else if (replyTo) reply(undefined);
      else return;
    } else if (event.key === 'Tab' && !event.shiftKey && picker.isOpen && picker.isPointing)
      picker.key(new KeyboardEvent('keydown', { key: 'Enter' }));
    else if (picker.key(event)) {
      // The list has taken it.
    } else if (event.key === 'Enter' && !event.shiftKey) void send();
    else if (event.key === 'ArrowUp' && (text.value === '' || history.isWalking)) bringBack(-1);
    else if (event.key === 'ArrowDown' && history.isWalking) bringBack(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Editing is for the app; here the up arrow brings back what was sent. */
  function bringBack(step) {
    const entry = history.walk(step);
    if (entry === undefined) return;
    if (entry.path !== undefined) return void restoreCommand(entry, true);
    form.close();
    write(entry.text ?? '');
    text.focus();
  }

  /** A draft, as it was. */
  async function restore(draft) {
    if (draft?.path !== undefined) return restoreCommand(draft, false);
    write(draft?.text ?? '');
    // A command that was written out before the list of commands came.
    if (text.value.startsWith('/')) await suggestCommands();
  }

  async function restoreCommand({ path, values }, wasSent) {
    const list = await known().catch(() => []);
    const command = list.find(command => command.path === path);
    if (command !== undefined) fill(command, values, wasSent);
  }

  async function send() {
    picker.hide();
    say('');
    try {
      // Whoever types faster than the list of commands comes means the command all the same.
      if (text.value.startsWith('/')) {
        const whole = writtenOut(await known(), `${text.value} `);
        if (whole !== undefined) take(whole.command, whole.rest.trimEnd());
      }
      if (form.command) await sendCommand();
      else if (text.value.trim() !== '') await sendText();
    } catch (error) {
      say(error.message);
    }
  }

  async function sendCommand() {
    const { command } = form;
    const values = form.finish();
    if (values === undefined) return say('This option is required.');
    history.keep({ path: command.path, values });
    await sending(can.slash(command, values), () => fill(command, values, true));
  }

  async function sendText() {
    const content = text.value;
    const repliedTo = replyTo;
    history.keep({ text: content });
    await sending(can.say(can.withMentions(content), repliedTo?.id), () => {
      write(content);
      reply(repliedTo);
    });
  }

  /** Whoever goes on typing at once begins the next message; until then, what could not be sent is there again. */
  async function sending(sent, putBack) {
    const place = draftKey;
    reset();
    try {
      await sent;
    } catch (error) {
      const isBegun = text.value !== '' || form.command !== undefined || replyTo !== undefined;
      if (draftKey === place && !isBegun) putBack();
      throw error;
    }
  }

  function reset() {
    form.close();
    write('');
    reply(undefined);
    toldAt = 0;
    if (!matchMedia('(pointer: coarse)').matches) text.focus();
  }

  function write(words) {
    text.hidden = false;
    text.value = words;
    text.setSelectionRange(words.length, words.length);
    picker.hide();
    keepDraft();
  }

  function keepDraft() {
    if (draftKey === undefined) return;
    const { command } = form;
    const draft = command === undefined ? { text: text.value } : { path: command.path, values: form.given() };
    remember(draftKey, draft.text === '' ? undefined : draft);
  }

  function reply(message) {
    replyTo = message;
    replying.hidden = message === undefined;
    if (message === undefined) return;
    const { author } = message;
    replying.replaceChildren(
      element('span', {}, 'Replying to ', element('strong', {}, author.global_name ?? author.username)),
      iconButton('Stop replying', icon('close'), () => reply(undefined)),
    );
    form.close();
    text.hidden = false;
    text.focus();
  }

  function say(words) {
    note.textContent = words;
  }

  return {
    reply,
    say,
    /** Moves to a channel, with what was begun there. */
    async enter(key, label) {
      draftKey = undefined;
      form.close();
      reply(undefined);
      say('');
      commands = undefined;
      text.placeholder = label;
      text.setAttribute('aria-label', label);
      write('');
      await restore(recall(`draft ${key}`));
      draftKey = `draft ${key}`;
    },
  };
}
