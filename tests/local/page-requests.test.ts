import { Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { openLocal, readyWithCommands } from './client.ts';

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the page', () => {
  test('comes with everything it needs and may fetch nothing from elsewhere', async () => {
    const local = await openLocal();
    const page = await fetch(local.url);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe/);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    const linked = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    for (const path of linked) expect((await fetch(`${local.url}${path}`)).status).toBe(200);
  });

  test('serves no file that is not its own', async () => {
    const local = await openLocal();
    for (const path of ['/server.ts', '/..%2fserver.ts', '/page/main.js'])
      expect((await fetch(`${local.url}${path}`)).status).toBe(404);
  });
});

describe('nobody but the page acts for a person:', () => {
  const strangers: [string, Record<string, string>][] = [
    ['another origin', { origin: 'https://example.com' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ];
  test.each(strangers)('%s is refused', async (_, headers) => {
    const local = await openLocal();
    const channel = local.channel('film-club').id;
    const said = await post(`${local.url}/me/mia/say`, { channel, content: 'x' }, headers);
    expect(said.status).toBe(403);
    expect(local.person('mia').seen(channel)).toEqual([]);
  });

  test.each([
    ['too large', 'x'.repeat(70_000), 413],
    ['no JSON', '{', 400],
    ['not what the page sends', { channel: 1 }, 400],
  ])('a body that is %s is refused', async (_, body, status) => {
    const local = await openLocal();
    expect((await post(`${local.url}/me/mia/say`, body)).status).toBe(status);
  });

  test('somebody unknown is nobody', async () => {
    const local = await openLocal();
    expect(await (await fetch(`${local.url}/me/nobody`)).json()).toEqual({
      error: 'there is nobody called nobody',
    });
  });
});

describe('through the page a person', () => {
  test('uses a command and sees the answer; others do not, where it is ephemeral', async () => {
    const { local, client, club } = await readyWithCommands();
    client.on(
      Events.InteractionCreate,
      sent => sent.isRepliable() && void sent.reply({ content: 'Psst', flags: 64 }),
    );
    const body = { channel: club, path: 'film ask', values: { question: 'who?' } };
    const outcome = await (await post(`${local.url}/me/mia/slash`, body)).json();
    expect(outcome).toMatchObject({ kind: 'message', message: { content: 'Psst', ephemeral: true } });
    const seen = async (user: string) => (await fetch(`${local.url}/me/${user}/channels/${club}`)).json();
    expect(await seen('mia')).toMatchObject([{ content: 'Psst' }]);
    expect(await seen('budi')).toEqual([]);
  });

  test('hears at once of what is said, and not of what only others may see', async () => {
    const { local, club } = await readyWithCommands();
    const stop = new AbortController();
    const events = await fetch(`${local.url}/me/budi/events`, { signal: stop.signal });
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = (await reader?.read())?.value ?? '';
    const claire = local.person('claire');
    claire.say(claire.privateChat().id, 'between us');
    claire.say(club, 'for all');
    while (!heard.includes('for all')) heard += (await reader?.read())?.value ?? '';
    stop.abort();
    expect(heard).toContain('event: created');
    expect(heard).not.toContain('between us');
  });

  test('is told what they cannot do', async () => {
    const { local, club } = await readyWithCommands();
    const body = { channel: club, path: 'film ask', values: {} };
    const refused = await post(`${local.url}/me/mia/slash`, body);
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'question is required' }]);
  });
});
