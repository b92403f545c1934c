import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server.ts';
import { upload } from './page/showcase.ts';

let local: LocalDiscord;
beforeAll(async () => {
  local = await createLocalDiscord();
});
afterAll(() => local.close());

const say = (headers: Record<string, string>) =>
  fetch(`${local.url}/me/mia/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ channel: local.channel('film-club').id, content: 'hello' }),
  });

test('the page lets nothing in from elsewhere', async () => {
  const response = await fetch(local.url);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(await response.text()).not.toMatch(/https?:\/\//);
});

describe('requests', () => {
  test('of the page itself are served', async () => {
    expect((await say({ origin: local.url })).status).toBe(200);
  });
  test.each([
    ['from another origin', { origin: 'https://example.com' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s are refused', async (_, headers) => {
    expect((await say(headers as unknown as Record<string, string>)).status).toBe(403);
  });
  test('that are too large are refused', async () => {
    const body = JSON.stringify({ channel: local.channel('film-club').id, content: 'x'.repeat(100_000) });
    const response = await fetch(`${local.url}/me/mia/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(413);
  });
});

test('what cannot be done is told in a sentence', async () => {
  const response = await fetch(`${local.url}/me/mia/press`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: '1', id: 'x' }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: 'no such message can be seen' });
});

describe('breaking things', () => {
  const breakIt = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${local.url}/inside/break`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  test('is for the page only', async () => {
    expect((await breakIt({ what: 'drop' }, { origin: 'https://example.com' })).status).toBe(403);
    expect((await breakIt({ what: 'silence', silent: true }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(local.breakage.state().silent).toBe(false);
  });
  test.each([[{ what: 'explode' }], [{ what: 'fail', status: 200, times: 1 }], [{ what: 'delay', ms: -1 }]])(
    'takes nothing that the menu does not offer: %o',
    async body => {
      expect((await breakIt(body)).status).toBe(400);
    },
  );
  test('ends with mending', async () => {
    await breakIt({ what: 'delay', ms: 10 });
    await breakIt({ what: 'fail', status: 429, times: 2, retryAfter: 1 });
    await breakIt({ what: 'close', times: 3 });
    await breakIt({ what: 'silence', silent: true });
    expect(local.breakage.state()).toEqual({ delayMs: 10, failures: [429, 429], closing: 3, silent: true });
    await breakIt({ what: 'mend' });
    expect(local.breakage.state()).toEqual({ delayMs: 0, failures: [], closing: 0, silent: false });
  });
});

describe('files of a message', () => {
  const fileOf = async (name: string, channel: string, reader: string) => {
    const files = { [name]: new Blob(['<script>alert(1)</script>']) };
    const { id } = await upload(local, channel, { content: 'a file', allowed_mentions: { parse: [] } }, files);
    return fetch(`${local.url}/me/${reader}/files/${id}/0`);
  };

  test('are saved and never opened as a page', async () => {
    for (const name of ['page.html', 'picture.svg', 'script.js']) {
      const { headers } = await fileOf(name, local.channel('film-club').id, 'mia');
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toContain('attachment');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
  test('are shown where they are pictures', async () => {
    const file = await fileOf('still.png', local.channel('film-club').id, 'mia');
    expect(file.headers.get('content-type')).toBe('image/png');
  });
  test('are for those who may see the message', async () => {
    const chat = local.person('mia').privateChat().id;
    expect((await fileOf('still.png', chat, 'mia')).status).toBe(200);
    expect((await fileOf('still.png', chat, 'budi')).status).toBe(400);
  });
});

test('windows that open at once are different people', async () => {
  const who = async () => ((await (await fetch(`${local.url}/me`)).json()) as { username: string }).username;
  expect(await Promise.all([who(), who(), who()])).toEqual(['mia', 'budi', 'claire']);
});
