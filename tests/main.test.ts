import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { createLocalDiscord, type LocalDiscord } from '../src/local/server.ts';

/** The program as a person starts it. */
function run(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH ?? '', FILMS_DIR: 'tests/fixtures/films', PORT: '0', ...env },
  });
}

async function exitOf(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr?.on('data', chunk => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, said: said.trim() };
}

async function line(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  throw new Error(`it ended without ${pattern}: ${text}`);
}

const running: (ChildProcess | LocalDiscord)[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await ('kill' in one ? one.kill('SIGKILL') : one.close());
});

test('without a token it starts the local Discord, prints its address, and SIGTERM ends it cleanly', async () => {
  const child = run({});
  running.push(child);
  const address = await line(child, /http:\/\/127\.0\.0\.1:\d+/);
  expect((await fetch(address)).headers.get('content-security-policy')).toContain("default-src 'none'");
  child.kill('SIGTERM');
  expect(await exitOf(child)).toMatchObject({ code: 0, said: '' });
});

test('where the port of its page is taken, it names the setting and ends with 1', async () => {
  const other = await createLocalDiscord();
  running.push(other);
  const { port } = new URL(other.url);
  const child = run({ PORT: port });
  running.push(child);
  expect(await exitOf(child)).toEqual({
    code: 1,
    said: `The local page cannot have port ${port} (EADDRINUSE): set PORT to another one, or to 0 for any free one.`,
  });
});

describe('with a token', () => {
  async function discord(): Promise<LocalDiscord> {
    const local = await createLocalDiscord({ token: 'the-right.token.really' });
    running.push(local);
    return local;
  }

  test('that Discord does not accept, it says so in one sentence and ends with 1', async () => {
    const local = await discord();
    const child = run({ DISCORD_TOKEN: 'wrong', DISCORD_API_URL: `${local.url}/api` });
    running.push(child);
    const { code, said } = await exitOf(child);
    expect(code).toBe(1);
    expect(said).toBe(
      'Discord does not accept DISCORD_TOKEN: copy the token once more from the developer portal, "Bot".',
    );
  });

  test.each([
    [4004, /no longer accepts DISCORD_TOKEN/],
    [4014, /refused the intents/],
  ])('when Discord closes the connection with %i, it says why and ends with 1', async (code, expected) => {
    const local = await discord();
    const child = run({ DISCORD_TOKEN: local.token, DISCORD_API_URL: `${local.url}/api` });
    running.push(child);
    await line(child, /"msg":"ready"/);
    local.gateway.end(code);
    const ended = await exitOf(child);
    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(expected);
    expect(ended.said.split('\n')).toHaveLength(1);
    expect(ended.said).not.toContain(local.token);
  });
});

describe('where what a setting names cannot be opened, it names the setting in one sentence and ends with 1', () => {
  test.each([
    [{ FILMS_DIR: 'nope' }, /^No film packs can be read from FILMS_DIR=nope \(ENOENT.*\): set it to .+\.$/],
    [
      { FILMS_DIR: 'docs/pictures' },
      /^No film packs can be read from FILMS_DIR=docs\/pictures \(.+\): set it to .+\.$/,
    ],
    [{ FILMS_DIR: 'src' }, /^No film packs can be read from FILMS_DIR=src \(ENOENT.*\): set it to .+\.$/],
    [
      { DATABASE_URL: 'sqlite:tests' },
      /^The database cannot be opened \(unable to open.+\): set DATABASE_URL to .+\.$/,
    ],
    [
      { DATABASE_URL: 'sqlite:README.md' },
      /^The database cannot be opened \(file is not.+\): set DATABASE_URL to .+\.$/,
    ],
    [
      { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/amour' },
      /^The database cannot be opened \(connect ECONNREFUSED 127.0.0.1:1\): set DATABASE_URL to .+\.$/,
    ],
  ])('%j', async (env, expected) => {
    const child = run(env);
    running.push(child);
    const { code, said } = await exitOf(child);
    expect(code).toBe(1);
    expect(said).toMatch(expected);
    expect(said).not.toContain('secret');
  });
});

test('a wrong setting ends it with 1 and its name', async () => {
  const child = run({ PORT: 'x' });
  running.push(child);
  const { code, said } = await exitOf(child);
  expect(code).toBe(1);
  expect(said).toContain('PORT');
});
