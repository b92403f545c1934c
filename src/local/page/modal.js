import { element, iconButton } from './element.js';
import { icon } from './icons.js';
import { markdown } from './markdown.js';

/** A form that the bot asks to be filled in. `send` gets its values by their ids; an error is shown in the form. */
export function openModal(modal, scene, send) {
  const problem = element('p', { className: 'problem', role: 'alert' });
  const submit = element('button', { type: 'submit', className: 'button primary' }, 'Submit');
  const form = element(
    'form',
    { method: 'dialog', autocomplete: 'off', onsubmit: finish },
    element(
      'header',
      {},
      element('h2', { id: 'modal-title' }, modal.title ?? ''),
      iconButton('Close', icon('close'), () => dialog.close()),
    ),
    element('div', { className: 'modal-fields' }, ...(modal.components ?? []).flatMap(part => field(part, scene))),
    problem,
    element(
      'footer',
      {},
      element('button', { type: 'button', className: 'button plain', onclick: () => dialog.close() }, 'Cancel'),
      submit,
    ),
  );
  const dialog = element('dialog', { className: 'modal', 'aria-labelledby': 'modal-title' }, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector('input, textarea')?.focus();

  async function finish(event) {
    event.preventDefault();
    submit.disabled = true;
    problem.textContent = '';
    const values = Object.fromEntries(
      [...form.querySelectorAll('[data-field]')].map(({ dataset, value }) => [dataset.field, value]),
    );
    try {
      const outcome = await send(values);
      if (outcome.kind === 'failed') throw new Error('Something went wrong. Try again.');
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      submit.disabled = false;
    }
  }
}

function field(part, scene) {
  switch (part.type) {
    case 1:
      return (part.components ?? []).map(input => labelled(input.label, undefined, input));
    case 10:
      return markdown(part.content, scene);
    case 18:
      return [labelled(part.label, part.description, part.component)];
    default:
      return [];
  }
}

function labelled(label, description, input) {
  const isRequired = input.required !== false;
  return element(
    'label',
    {},
    element(
      'span',
      { className: 'label' },
      label ?? '',
      isRequired ? element('span', { className: 'required', 'aria-hidden': 'true' }, ' *') : undefined,
    ),
    description ? element('span', { className: 'soft' }, description) : undefined,
    element(input.style === 2 ? 'textarea' : 'input', {
      data: { field: input.custom_id },
      required: isRequired,
      value: input.value ?? '',
      placeholder: input.placeholder ?? '',
      minLength: input.min_length ?? 0,
      maxLength: input.max_length ?? 4000,
      ...(input.style === 2 ? { rows: 4 } : { type: 'text' }),
    }),
  );
}
