import { components } from './components.js';
import { element } from './element.js';
import { markdown } from './markdown.js';

/** One message as a list item. `can` has what this person may do with it. */
export function messageItem(message, can, names, commands) {
  const { author, content, ephemeral, used, referenced_message: referenced } = message;
  const reply = referenced ? `replies to ${referenced.author.global_name}` : undefined;
  const context = used ? `${used.by} used ${used.type === 2 ? '/' : ''}${used.name}` : reply;
  return element(
    'li',
    { className: ephemeral ? 'message only-you' : 'message', id: `message-${message.id}` },
    element('div', { className: 'avatar', 'aria-hidden': 'true' }, author.global_name.slice(0, 1)),
    element(
      'div',
      { className: 'body' },
      context ? element('div', { className: 'context' }, context) : undefined,
      element(
        'div',
        { className: 'head' },
        element('strong', {}, author.global_name),
        author.bot ? element('span', { className: 'app' }, 'APP') : undefined,
        element(
          'time',
          { dateTime: message.timestamp },
          new Date(message.timestamp).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
        ),
        message.edited_timestamp ? element('span', { className: 'hint' }, '(edited)') : undefined,
      ),
      ...(content ? markdown(content, names) : []),
      ...message.embeds.map(embed => embedCard(embed, names)),
      ...components(
        message.components,
        {
          press: id => can.press(message.id, id),
          select: (id, values) => can.select(message.id, id, values),
        },
        names,
      ),
      ephemeral ? element('p', { className: 'hint' }, 'Only you can see this') : undefined,
      tools(message, can, commands),
    ),
  );
}

function tools(message, can, commands) {
  const button = (label, onclick) => element('button', { type: 'button', onclick }, label);
  if (message.ephemeral)
    return element(
      'div',
      { className: 'tools' },
      button('Dismiss', () => can.dismiss(message.id)),
    );
  const menu = commands
    .filter(({ type }) => type === 3)
    .map(({ name }) => button(name, () => can.messageCommand(message.id, name)));
  return element(
    'div',
    { className: 'tools' },
    button('Reply', () => can.reply(message)),
    ...menu,
  );
}

function embedCard(embed, names) {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [
    element('h4', {}, name),
    ...markdown(value, names),
  ]);
  return element(
    'section',
    { className: 'container' },
    embed.title ? element('h3', {}, embed.title) : undefined,
    ...(embed.description ? markdown(embed.description, names) : []),
    ...fields,
    embed.footer ? element('p', { className: 'subtext' }, embed.footer.text) : undefined,
  );
}
