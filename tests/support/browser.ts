import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import tar from 'tar-fs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** An installed Chromium or Chrome, else the one that npm brings with the libraries it needs. */
export async function launchBrowser(): Promise<Browser> {
  const own = installed.find(existsSync);
  const executablePath = own ?? (await sparticuz.executablePath());
  return chromium.launch({
    executablePath,
    env: {
      ...process.env,
      ...(own === undefined ? { LD_LIBRARY_PATH: await libraries() } : {}),
      TMPDIR: await mkdtemp(join(tmpdir(), 'browser-')),
    },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** libnss3 and what else a bare system lacks, from the package's own archive. */
async function libraries(): Promise<string> {
  const archive = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  const folder = await mkdtemp(join(tmpdir(), 'browser-libraries-'));
  await pipeline(createReadStream(archive), createBrotliDecompress(), tar.extract(folder));
  return join(folder, 'lib');
}
