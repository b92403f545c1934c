import { type Breach, between, isJson, type Json, list, most, text } from './breach.ts';
import { componentBreaches, walk } from './component-limits.ts';
import { componentsV2Flag } from './world.ts';

export type { Breach } from './breach.ts';

/**
 * Discord's documented limits on what a bot sends, where its description is loose or silent (resources/message,
 * interactions/receiving-and-responding): always on, and Discord answers such a request with 50035.
 */

/** `stored` are the flags that an edited message already has: Components V2 cannot be taken back. */
export function messageBreaches(body: Json, stored = 0): Breach[] {
  const flags = stored | (typeof body.flags === 'number' ? body.flags : 0);
  const isV2 = (flags & componentsV2Flag) !== 0;
  return [
    ...most('content', text(body.content), 2000),
    ...most('nonce', text(body.nonce), 25),
    ...(isV2 ? besideV2(body) : embedBreaches(list(body.embeds).filter(isJson))),
    ...componentBreaches(list(body.components), isV2),
  ];
}

/** Whether there is anything to show. */
export function isEmptyMessage(body: Json): boolean {
  return ['content', 'embeds', 'components', 'attachments', 'poll', 'sticker_ids'].every(field =>
    isEmpty(body[field]),
  );
}

/** Not refused by Discord, but by us: without it, what somebody typed could call everybody. */
export function mentionBreaches(body: Json): Breach[] {
  const allowed = body.allowed_mentions;
  const callsNobody =
    isJson(allowed) &&
    Array.isArray(allowed.parse) &&
    allowed.parse.length === 0 &&
    isEmpty(allowed.users) &&
    isEmpty(allowed.roles);
  return callsNobody ? [] : [{ at: 'allowed_mentions', rule: 'must be sent with an empty parse' }];
}

export function choiceBreaches(choices: readonly unknown[]): Breach[] {
  return [
    ...(choices.length > 25 ? [{ at: 'choices', rule: 'at most 25' }] : []),
    ...choices.flatMap((choice, at) => {
      if (!isJson(choice)) return [{ at: `choices.${at}`, rule: 'must be an object' }];
      return [
        ...between(`choices.${at}.name`, text(choice.name), 1, 100),
        ...between(`choices.${at}.value`, text(choice.value), 1, 100),
      ];
    }),
  ];
}

export function modalBreaches(modal: Json): Breach[] {
  const rows = list(modal.components);
  return [
    ...between('title', text(modal.title), 1, 45),
    ...between('custom_id', text(modal.custom_id), 1, 100),
    ...(rows.length >= 1 && rows.length <= 5 ? [] : [{ at: 'components', rule: '1 to 5' }]),
    ...walk(rows).flatMap(([at, component]) =>
      component.type === 4
        ? [
            ...between(`${at}.custom_id`, text(component.custom_id), 1, 100),
            ...most(`${at}.label`, text(component.label), 45),
            ...most(`${at}.placeholder`, text(component.placeholder), 100),
          ]
        : [],
    ),
  ];
}

function besideV2(body: Json): Breach[] {
  return ['content', 'embeds', 'poll', 'sticker_ids'].flatMap(field =>
    isEmpty(body[field]) ? [] : [{ at: field, rule: 'not beside Components V2' }],
  );
}

function embedBreaches(embeds: readonly Json[]): Breach[] {
  const characters = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...(embeds.length > 10 ? [{ at: 'embeds', rule: 'at most 10' }] : []),
    ...(characters > 6000 ? [{ at: 'embeds', rule: 'at most 6,000 characters in all' }] : []),
    ...embeds.flatMap((embed, at) => [
      ...most(`embeds.${at}.title`, text(embed.title), 256),
      ...most(`embeds.${at}.description`, text(embed.description), 4096),
      ...most(`embeds.${at}.footer.text`, textIn(embed.footer, 'text'), 2048),
      ...most(`embeds.${at}.author.name`, textIn(embed.author, 'name'), 256),
      ...(list(embed.fields).length > 25 ? [{ at: `embeds.${at}.fields`, rule: 'at most 25' }] : []),
      ...list(embed.fields).flatMap((field, number) => [
        ...between(`embeds.${at}.fields.${number}.name`, textIn(field, 'name'), 1, 256),
        ...between(`embeds.${at}.fields.${number}.value`, textIn(field, 'value'), 1, 1024),
      ]),
    ]),
  ];
}

function embedLength({ title, description, fields, footer, author }: Json): number {
  const parts = [
    ...[text(title), text(description), textIn(footer, 'text'), textIn(author, 'name')],
    ...list(fields).flatMap(field => [textIn(field, 'name'), textIn(field, 'value')]),
  ];
  return parts.reduce((sum, part) => sum + [...part].length, 0);
}

function textIn(value: unknown, key: string): string {
  return isJson(value) ? text(value[key]) : '';
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
