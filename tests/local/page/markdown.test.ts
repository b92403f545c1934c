import { expect, test } from 'vitest';
import { useBrowser } from './windows.ts';

const browser = useBrowser({ withBot: false });

const text = (inside: string) => `<div class="text">${inside}</div>`;

const jump = (label: string, more = '') => `<button type="button" class="mention"${more}>${label}</button>`;

const cases: [string, string][] = [
  ['plain', text('plain')],
  ['two\nlines', text('two\nlines')],
  [
    '**bold** *leaning* _too_ __under__ ~~gone~~',
    text('<strong>bold</strong> <em>leaning</em> <em>too</em> <u>under</u> <s>gone</s>'),
  ],
  ['***both***', text('<strong><em>both</em></strong>')],
  ['**a *b* c**', text('<strong>a <em>b</em> c</strong>')],
  ['*a **b** c*', text('<em>a <strong>b</strong> c</em>')],
  ['snake_case_word and 2 * 3 * 4', text('snake_case_word and 2 * 3 * 4')],
  ['\\*not\\* \\`this\\` \\||or that\\||', text('*not* `this` ||or that||')],
  ['`a **b**`', text('<code>a **b**</code>')],
  [
    '# One\n## Two\n### Three',
    '<h4 class="heading-1">One</h4><h4 class="heading-2">Two</h4><h4 class="heading-3">Three</h4>',
  ],
  ['-# small', '<p class="subtext">small</p>'],
  ['- a\n- b\n  - c\n- d', '<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul>'],
  ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['> one\n> two\nthree', `<blockquote>one\ntwo</blockquote>${text('three')}`],
  ['>>> one\ntwo', '<blockquote>one\ntwo</blockquote>'],
  ['```js\na < b\n```', '<pre tabindex="0"><code>a &lt; b</code></pre>'],
  ['``` never closed', text('``` never closed')],
  ['<@BOT> <@1>', text('<span class="mention">@Amour</span> <span class="mention">@somebody</span>')],
  ['</amour ask:123456789012345678>', text('<span class="mention">/amour ask</span>')],
  ['<#7> <#8>', text(`${jump('#film-club')} <span class="mention">#somewhere</span>`)],
  ['https://discord.com/channels/5/7', text(jump('#film-club'))],
  [
    'https://discord.com/channels/5/7/9',
    text(jump('#film-club › (icon-message)', ' aria-label="#film-club › message"')),
  ],
  ['[there](https://discord.com/channels/5/7/9)', text(jump('there'))],
  [
    'see https://example.com/a_b_c.',
    text(
      'see <a href="https://example.com/a_b_c" target="_blank" rel="noreferrer noopener">https://example.com/a_b_c</a>.',
    ),
  ],
  ['[x](javascript:alert(1))', text('[x](javascript:alert(1))')],
  ['<t:0:Q> <t:99999999999999:R>', text('&lt;t:0:Q&gt; &lt;t:99999999999999:R&gt;')],
  ['** ** ****', text('<strong> </strong> ****')],
];

test('Discord’s markdown becomes what it stands for, and everything else stays as it was written', async () => {
  const page = await browser.open();
  const bot = browser.local.world.bot.id;
  const texts = cases.map(([written]) => written.replace('BOT', bot));
  const made = await page.evaluate<string[]>(`(async () => {
    const { markdown } = await import('/markdown.js');
    const nameOf = id => (id === '${bot}' ? 'Amour' : undefined);
    const channelOf = id => (id === '7' ? { kind: 'text', name: 'film-club' } : undefined);
    const scene = { me: { id: '2' }, locale: 'en', nameOf, roleOf() {}, channelOf };
    return ${JSON.stringify(texts)}.map(text => markdown(text, scene).map(({ outerHTML }) => outerHTML).join(''));
  })()`);
  const pictured = made.map(html => html.replace(/<svg[^>]+icon (icon-\w+)".+?<\/svg>/g, '($1)'));
  expect(pictured).toEqual(cases.map(([, html]) => html));
});

test('four thousand characters made to be difficult are read within a moment', async () => {
  const page = await browser.open();
  const took = await page.evaluate<number>(`(async () => {
    const { markdown } = await import('/markdown.js');
    const scene = { me: {}, nameOf() {}, roleOf() {}, channelOf() {} };
    const began = performance.now();
    for (const piece of ['**', '||', '*a', '_', '[', '\`', '<t:', '> ', '- ', '\`\`\`\\n', 'https://']) markdown(piece.repeat(4000 / piece.length), scene);
    return performance.now() - began;
  })()`);
  expect(took).toBeLessThan(3000);
});
