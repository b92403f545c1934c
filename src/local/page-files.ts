import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';

const folder = join(import.meta.dirname, 'page');
const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };

/** The page's own files and nothing else: they are what lies in the folder when the server starts. */
export function fileRoutes(page: Hono): void {
  const names = readdirSync(folder);
  for (const name of names.filter(name => name !== 'index.html')) {
    const text = read(name);
    page.get(`/${name}`, c => c.body(text, 200, headersOf(name)));
  }
  const html = withPreloads(read('index.html'), names);
  page.get('/', c => c.body(html, 200, headersOf('index.html')));
}

/** All modules are asked for at once, not one import after the other. */
function withPreloads(html: string, names: readonly string[]): string {
  const links = names
    .filter(name => name.endsWith('.js'))
    .map(name => `<link rel="modulepreload" href="/${name}" />`);
  return html.replace('<!-- modules -->', links.join('\n    '));
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function headersOf(name: string): Record<string, string> {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  return { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' };
}
