import { avatar } from './avatar.js';
import { element } from './element.js';
import { icon } from './icons.js';

/** Shown in the place of an answer until it is there: "is thinking …", or that nothing came. */
export function pendingItem(scene, name, dismiss) {
  const { bot, me } = scene;
  const dots = element('span', { className: 'dots', 'aria-hidden': 'true' }, ...[1, 2, 3].map(() => element('i')));
  const said = element('p', { className: 'thinking' }, dots, `${bot.name} is thinking …`);
  const item = element(
    'li',
    { className: 'pending' },
    element(
      'div',
      { className: 'context' },
      avatar(me, 'tiny'),
      element('strong', {}, me.name),
      ' used ',
      element('span', { className: 'command' }, name),
    ),
    element('div', { className: 'margin' }, avatar({ ...bot, bot: true })),
    element(
      'div',
      { className: 'body' },
      element(
        'div',
        { className: 'head' },
        element('strong', {}, bot.name),
        element('span', { className: 'app' }, icon('check'), 'APP'),
      ),
      said,
    ),
  );
  return {
    item,
    /** Nobody answered: only the one who asked sees this. */
    fail(why) {
      item.classList.add('failed');
      said.replaceChildren(icon('close'), why);
      said.setAttribute('role', 'alert');
      said.after(
        element(
          'p',
          { className: 'only' },
          icon('eye'),
          'Only you can see this • ',
          element('button', { type: 'button', className: 'as-link', onclick: dismiss }, 'Dismiss message'),
        ),
      );
    },
  };
}
