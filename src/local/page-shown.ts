import type { Outcome } from './interactions.ts';
import { messagePayload } from './payloads.ts';
import type { Person, StoredMessage, World } from './world.ts';

/** A message for the page: Discord's own form, and what only the app knows. */
export function shown(world: World, { username }: Person, message: StoredMessage) {
  const { id, interaction, onlyFor, attachments } = message;
  const user = world.people.find(({ id }) => id === interaction?.personId);
  return {
    ...messagePayload(world, message),
    attachments: attachments.map((file, at) => ({ ...file, url: `/me/${username}/files/${id}/${at}` })),
    ephemeral: onlyFor !== undefined,
    used:
      interaction === undefined || user === undefined
        ? undefined
        : { name: interaction.name, type: interaction.type, by: user.id },
  };
}

/** What became of something a person did, for the page. */
export function shownOutcome(world: World, person: Person, { kind, message, choices, modal, ms }: Outcome) {
  return {
    kind,
    ms,
    choices,
    modal,
    message: message === undefined ? undefined : shown(world, person, message),
  };
}
