import { element } from './element.js';
import { markdown } from './markdown.js';

const styles = { 1: 'primary', 2: 'secondary', 3: 'primary', 4: 'danger' };

/** A message's components as elements. `can` hears what was pressed or chosen. */
export function components(list, can, names) {
  return list.flatMap(component => one(component, can, names));
}

function one(component, can, names) {
  switch (component.type) {
    case 1:
      return [element('div', { className: 'row' }, ...components(component.components, can, names))];
    case 2:
      if (component.style === 5) return [link(component)];
      return [
        element(
          'button',
          {
            type: 'button',
            className: styles[component.style] ?? 'secondary',
            disabled: component.disabled === true,
            onclick: () => can.press(component.custom_id),
          },
          component.label ?? '',
        ),
      ];
    case 3:
      return [select(component, can)];
    case 9:
      return [
        element(
          'div',
          { className: 'row' },
          ...components([...component.components, component.accessory], can, names),
        ),
      ];
    case 10:
      return markdown(component.content, names);
    case 14:
      return [element('hr')];
    case 17:
      return [element('section', { className: 'container' }, ...components(component.components, can, names))];
    default:
      return [element('p', { className: 'subtext' }, `(a component of type ${component.type})`)];
  }
}

/** A link leads out of the page: in a tab of its own, which learns nothing of where it was pressed. */
function link({ url, label }) {
  const isWeb = /^https?:\/\//.test(url);
  return element(
    'a',
    { href: isWeb ? url : undefined, target: '_blank', rel: 'noreferrer noopener' },
    label ?? url,
  );
}

/** One choice is sent as soon as it is made; several when the list is left, as the app does. */
function select({ custom_id: id, options, placeholder, max_values: most = 1, disabled }, can) {
  const list = element(
    'select',
    { multiple: most > 1, disabled: disabled === true, 'aria-label': placeholder ?? 'Choose' },
    most > 1 ? undefined : element('option', { value: '' }, placeholder ?? 'Choose'),
    ...options.map(option =>
      element('option', { value: option.value, selected: option.default === true }, option.label),
    ),
  );
  const send = () => {
    const chosen = [...list.selectedOptions].map(({ value }) => value).filter(value => value !== '');
    if (chosen.length > 0) can.select(id, chosen);
  };
  list.addEventListener(most > 1 ? 'blur' : 'change', send);
  return list;
}
