import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import tar from 'tar-fs';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const archives = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin');

/** An installed Chromium or Chrome, else the one that npm brings with the libraries it needs. */
export async function launchBrowser(): Promise<Browser> {
  const own = installed.find(existsSync);
  const executablePath = own ?? (await sparticuz.executablePath());
  return chromium.launch({
    executablePath,
    env: {
      ...process.env,
      ...(own === undefined ? { LD_LIBRARY_PATH: join(await unpacked('al2023.tar.br'), 'lib') } : {}),
      FONTCONFIG_FILE: await fonts(),
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

/** Open Sans beside the system's own fonts: pictures look the same wherever they are made. */
async function fonts(): Promise<string> {
  const folder = await unpacked('fonts.tar.br');
  const file = join(folder, 'ours.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  await writeFile(
    file,
    `<?xml version="1.0"?><fontconfig>${folders.map(dir => `<dir>${dir}</dir>`).join('')}` +
      `<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}

/** An archive of the package in a folder of its own: libnss3 and what else a bare system lacks, or fonts. */
async function unpacked(archive: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'browser-files-'));
  await pipeline(createReadStream(join(archives, archive)), createBrotliDecompress(), tar.extract(folder));
  return folder;
}
