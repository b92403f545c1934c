import { describe, expect, test } from 'vitest';
import { timeOf } from '../../src/local/snowflake.ts';
import { call, isV2, openLocal, ready, silent } from './client.ts';

const words = (content: string) => ({ type: 10, content });
const many = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at));

async function open(options = {}) {
  const local = await openLocal(options);
  const club = local.channel('film-club').id;
  const send = (body: unknown) => call(local, 'POST', `/channels/${club}/messages`, body);
  return { local, club, send };
}

describe('a message is taken', () => {
  test('at the limits', async () => {
    const { local, send } = await open();
    const containers = many(3, () => ({ type: 17, components: many(12, () => words('x')) }));
    const full = { flags: isV2, components: [...containers, words('x'.repeat(4000 - 36))] };
    for (const body of [{ content: '🎬'.repeat(2000) }, full])
      expect((await send({ ...body, ...silent })).status).toBe(200);
    expect(local.violations).toEqual([]);
  });

  test('with files, whose names and sizes are kept', async () => {
    const { local, club } = await open();
    const client = await ready(local);
    const body = { content: 'a file', ...silent };
    await client.rest.post(`/channels/${club}/messages`, {
      body,
      files: [{ name: 'a.txt', data: Buffer.from('abc') }],
    });
    expect(local.person('mia').seen(club)[0]?.attachments).toMatchObject([{ filename: 'a.txt', size: 3 }]);
  });

  test('that could call everybody, but that is recorded', async () => {
    const { local, send } = await open();
    expect((await send({ content: '@everyone' })).status).toBe(200);
    expect(local.violations).toMatchObject([{ at: 'allowed_mentions' }]);
  });

  test('once, where it has a nonce that is enforced', async () => {
    const { local, club, send } = await open();
    const body = { content: 'x', nonce: '7', enforce_nonce: true, ...silent };
    const [first, second] = [await send(body), await send({ ...body, content: 'y' })];
    expect(second.body.id).toBe(first.body.id);
    expect(
      local
        .person('mia')
        .seen(club)
        .map(({ content }) => content),
    ).toEqual(['x']);
  });
});

describe('an edit', () => {
  test('of a Components V2 message keeps its rules without saying so', async () => {
    const { local, club, send } = await open();
    const { body: sent } = await send({ flags: isV2, components: [words('x')], ...silent });
    const edit = (body: object) =>
      call(local, 'PATCH', `/channels/${club}/messages/${sent.id}`, { ...body, ...silent });
    expect((await edit({ components: [words('y')] })).status).toBe(200);
    expect((await edit({ content: 'y' })).body.code).toBe(50035);
  });

  test('of what others wrote is refused, and so is deleting it', async () => {
    const { local, club } = await open();
    const { id } = local.person('mia').say(club, 'mine');
    const path = `/channels/${club}/messages/${id}`;
    expect((await call(local, 'PATCH', path, { content: 'x', ...silent })).body.code).toBe(50005);
    expect((await call(local, 'DELETE', path)).body.code).toBe(50013);
  });
});

describe('rate limits', () => {
  test('are told in the headers, and a sixth message within five seconds waits', async () => {
    let now = Date.now();
    const { send } = await open({ clock: () => now });
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await send({ content: 'x', ...silent }));
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual([
      '4',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
    const last = answers.at(-1);
    expect(last).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    expect(last?.headers.get('retry-after')).toBe('5');
    now += 5000;
    expect((await send({ content: 'x', ...silent })).status).toBe(200);
  });

  test('are kept apart by channel', async () => {
    const { local, send } = await open({ messageLimit: 1 });
    await send({ content: 'x', ...silent });
    const other = local.channel('seen-it').id;
    expect((await call(local, 'POST', `/channels/${other}/messages`, { content: 'x', ...silent })).status).toBe(
      200,
    );
    expect((await send({ content: 'x', ...silent })).status).toBe(429);
  });

  test('are waited for by discord.js, which loses nothing', async () => {
    const { local, club } = await open();
    const client = await ready(local, { rest: { api: `${local.url}/api` } });
    local.breakage.fail(429, 1, 0.01);
    await client.rest.post(`/channels/${club}/messages`, { body: { content: 'x', ...silent } });
    expect(local.person('mia').seen(club)).toHaveLength(1);
  });
});

describe('a channel', () => {
  test('where the bot may not write refuses it', async () => {
    const { local, club, send } = await open();
    local.channel('film-club').botMaySend = false;
    expect(await send({ content: 'x', ...silent })).toMatchObject({ status: 403, body: { code: 50013 } });
    expect((await call(local, 'POST', `/channels/${club}/typing`)).body.code).toBe(50013);
  });

  test('that was deleted is unknown', async () => {
    const { local, club, send } = await open();
    local.deleteChannel(club);
    expect(await send({ content: 'x', ...silent })).toMatchObject({ status: 404, body: { code: 10003 } });
  });

  test('tells that it is for spoilers', async () => {
    const { local } = await open();
    const { body } = await call(local, 'GET', `/channels/${local.channel('seen-it').id}`);
    expect(Number(body.flags) & (1 << 21)).not.toBe(0);
  });

  test('of one’s own with a person can be opened', async () => {
    const { local } = await open();
    const mia = local.person('mia');
    const { body } = await call(local, 'POST', '/users/@me/channels', { recipient_id: mia.person.id });
    expect(body).toMatchObject({ id: mia.privateChat().id, type: 1 });
  });
});

describe('a call', () => {
  test('to a route that is not served is a 404 and recorded', async () => {
    const { local } = await open();
    expect((await call(local, 'GET', '/guilds/1/bans')).status).toBe(404);
    expect(local.violations).toEqual([
      { request: 'GET /api/v10/guilds/1/bans', at: 'route', rule: 'is not served here' },
    ]);
  });

  test('without the bot’s token is refused', async () => {
    const { local } = await open();
    expect((await call(local, 'GET', '/users/@me', undefined, { authorization: 'Bot wrong' })).status).toBe(401);
  });

  test('is checked by the validator that a test brings', async () => {
    const validate = (method: string, path: string) => [
      { at: 'x', rule: `${method} ${path.replaceAll(/\d+/g, ':id')}` },
    ];
    const { local, send } = await open({ validate });
    await send({ content: 'x', ...silent });
    expect(local.violations.map(({ rule }) => rule)).toEqual(['POST /channels/:id/messages']);
  });

  test('and its answer are in the traffic', async () => {
    const { local, club, send } = await open();
    await send({ content: 'x', ...silent });
    const body = { content: 'x', ...silent };
    expect(local.traffic).toMatchObject([
      { kind: 'rest', method: 'POST', path: `/api/v10/channels/${club}/messages`, body, status: 200 },
    ]);
  });
});

test('ids are Discord’s: 17 to 19 digits that hold the time of the clock', async () => {
  const now = Date.UTC(2026, 1, 3);
  const { local, club } = await open({ clock: () => now });
  const { id } = local.person('mia').say(club, 'x');
  expect(id).toMatch(/^\d{17,19}$/);
  expect(timeOf(id)).toBe(now);
});
