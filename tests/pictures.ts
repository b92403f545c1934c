import { mkdir } from 'node:fs/promises';
import { createLocalDiscord } from '../src/local/server.ts';
import { start } from './support/bot.ts';
import { launchBrowser } from './support/browser.ts';

/** `npm run pictures`: drives the local page and writes the README's pictures, so that they never go stale. */
const folder = 'docs/pictures';
await mkdir(folder, { recursive: true });
const local = await createLocalDiscord({ messageLimit: 1000 });
const bot = await start(local, 'data');
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 960, height: 720 }, colorScheme: 'dark' });
await page.goto(local.url);
await page.waitForSelector('#channels button');

await page.fill('#text', '@Amour who plays Eva?');
await page.keyboard.press('Enter');
await page.waitForSelector('.container >> nth=0');
await page.fill('#text', '/amour ask');
await page.click('#choices button');
await page.fill('#fields input', 'siapa yang menyutradarai film ini');
await page.keyboard.press('Enter');
await page.waitForSelector('.container >> nth=1');
await page.fill('#text', '@Amour how does it end?');
await page.keyboard.press('Enter');
await page.waitForSelector('.container >> nth=2');
await page.screenshot({ path: `${folder}/answer.png` });

await browser.close();
await bot.close();
await local.close();
