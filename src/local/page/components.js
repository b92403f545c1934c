import { element } from './element.js';
import { markdown } from './markdown.js';

const styles = { 1: 'primary', 2: 'secondary', 3: 'primary', 4: 'danger' };

/** A message's components as elements. `press` hears the id of a pressed button. */
export function components(list, press, names) {
  return list.flatMap(component => one(component, press, names));
}

function one(component, press, names) {
  switch (component.type) {
    case 1:
      return [element('div', { className: 'row' }, ...components(component.components, press, names))];
    case 2:
      return [
        element(
          'button',
          {
            type: 'button',
            className: styles[component.style] ?? 'secondary',
            disabled: component.disabled === true,
            onclick: () => press(component.custom_id),
          },
          component.label ?? '',
        ),
      ];
    case 9:
      return [
        element(
          'div',
          { className: 'row' },
          ...components([...component.components, component.accessory], press, names),
        ),
      ];
    case 10:
      return markdown(component.content, names);
    case 14:
      return [element('hr')];
    case 17:
      return [element('section', { className: 'container' }, ...components(component.components, press, names))];
    default:
      return [element('p', { className: 'subtext' }, `(a component of type ${component.type})`)];
  }
}
