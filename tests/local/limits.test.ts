import { describe, expect, test } from 'vitest';
import { call, isV2, openLocal, silent } from './client.ts';

const words = (content: string) => ({ type: 10, content });
const button = (id: string, more: object = {}) => ({ type: 2, style: 2, label: 'x', custom_id: id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const many = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at));

async function open(options = {}) {
  const local = await openLocal(options);
  const club = local.channel('film-club').id;
  const send = (body: unknown) => call(local, 'POST', `/channels/${club}/messages`, body);
  return { local, club, send };
}

describe('a message is refused', () => {
  const cases: [string, object, string][] = [
    ['with more than 2,000 characters', { content: 'x'.repeat(2001) }, 'content'],
    ['with a nonce of more than 25', { content: 'x', nonce: 'n'.repeat(26) }, 'nonce'],
    ['with more than ten embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds'],
    [
      'with more than 6,000 characters of embeds',
      { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) },
      'embeds',
    ],
    [
      'with a field’s name of more than 256',
      { embeds: [{ fields: [{ name: 'x'.repeat(257), value: 'x' }] }] },
      'embeds',
    ],
    ['with six buttons in a row', { components: [row(...many(6, at => button(`${at}`)))] }, 'components'],
    ['with six rows', { components: many(6, at => row(button(`${at}`))) }, 'components'],
    ['with a label of more than 80', { components: [row(button('a', { label: 'x'.repeat(81) }))] }, 'components'],
    ['with a custom_id of more than 100', { components: [row(button('x'.repeat(101)))] }, 'components'],
    ['with the same custom_id twice', { components: [row(button('a'), button('a'))] }, 'components'],
    [
      'with a button beside a select',
      { components: [row(button('a'), { type: 3, custom_id: 's', options: [{ label: 'x', value: 'x' }] })] },
      'components',
    ],
    ['with a text component but without the flag', { components: [words('x')] }, 'components'],
    ['with Components V2 beside words', { flags: isV2, content: 'x', components: [words('x')] }, 'content'],
    [
      'with Components V2 beside embeds',
      { flags: isV2, embeds: [{ title: 'x' }], components: [words('x')] },
      'embeds',
    ],
    ['with 41 components', { flags: isV2, components: many(41, () => words('x')) }, 'components'],
    [
      'with 41 components, counted with their children',
      { flags: isV2, components: many(4, () => ({ type: 17, components: many(10, () => words('x')) })) },
      'components',
    ],
    [
      'with more than 4,000 characters of text',
      { flags: isV2, components: many(2, () => words('x'.repeat(2001))) },
      'components',
    ],
    [
      'with a container in a container',
      { flags: isV2, components: [{ type: 17, components: [{ type: 17, components: [words('x')] }] }] },
      'components',
    ],
    ['with a button outside a row', { flags: isV2, components: [button('a')] }, 'components'],
    [
      'with a section that has no accessory',
      { flags: isV2, components: [{ type: 9, components: [words('x')] }] },
      'components',
    ],
  ];
  test.each(cases)('%s, and recorded', async (_, body, field) => {
    const { local, club, send } = await open();
    const { status, body: refusal } = await send({ ...body, ...silent });
    expect({ status, code: refusal.code, errors: Object.keys(refusal.errors ?? {}) }).toEqual({
      status: 400,
      code: 50035,
      errors: [field],
    });
    expect(local.violations[0]).toMatchObject({ request: `POST /api/v10/channels/${club}/messages` });
    expect(local.violations.every(({ at }) => at.startsWith(field))).toBe(true);
    expect(local.person('mia').seen(club)).toEqual([]);
  });

  test('with nothing in it', async () => {
    expect((await (await open()).send(silent)).body.code).toBe(50006);
  });

  test('that is no JSON', async () => {
    expect((await (await open()).send('{"content":')).body.code).toBe(50109);
  });
});

describe('commands are refused', () => {
  const command = (more: object) => ({ name: 'film', description: 'x', ...more });
  const text = (more: object) => ({ type: 3, name: 'a', description: 'x', ...more });
  const translated = { description: 'x'.repeat(100), description_localizations: { fr: 'y'.repeat(100) } };
  const level2 = (length: number) => many(length, at => text({ name: `o${at}`, description: 'x'.repeat(100) }));
  const cases: [string, object[], string][] = [
    ['with a name in capitals', [command({ name: 'Film' })], 'lower-case'],
    ['with a description of more than 100', [command({ description: 'x'.repeat(101) })], '100 characters'],
    [
      'with a translation of more than 100',
      [command({ description_localizations: { fr: 'x'.repeat(101) } })],
      '100 characters',
    ],
    ['with two of the same name', [command({}), command({})], 'unique'],
    [
      'with a required option after an optional one',
      [command({ options: [text({}), text({ name: 'b', required: true })] })],
      'come first',
    ],
    [
      'with more than 25 choices',
      [command({ options: [text({ choices: many(26, at => ({ name: `${at}`, value: `${at}` })) })] })],
      '25',
    ],
    ['with more than 100 slash commands', many(101, at => command({ name: `film${at}` })), 'at most 100'],
    ['with more than 15 message commands', many(16, at => ({ type: 3, name: `Ask ${at}` })), 'at most 15'],
    [
      'with more than 8,000 characters in all',
      [command({ options: many(4, at => ({ type: 1, name: `s${at}`, description: 'x', options: level2(20) })) })],
      '8,000',
    ],
  ];
  test.each(cases)('%s', async (_, commands, why) => {
    const { local } = await open();
    const { body } = await call(local, 'PUT', `/applications/${local.world.applicationId}/commands`, commands);
    expect(body.code).toBe(50035);
    expect(local.violations.map(({ rule }) => rule).join()).toContain(why);
  });

  test('not for translations that are no longer than what they translate', async () => {
    const { local } = await open();
    const options = many(3, at => ({
      type: 1,
      name: `s${at}`,
      description: 'x',
      options: many(25, n => text({ name: `o${n}`, ...translated })),
    }));
    const { status } = await call(local, 'PUT', `/applications/${local.world.applicationId}/commands`, [
      command({ options }),
    ]);
    expect(status).toBe(200);
  });
});
