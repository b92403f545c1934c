import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server.ts';

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
