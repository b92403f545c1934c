import { expect, test } from 'vitest';
import { saidIn } from '../../src/text/markup.ts';

test.each([
  ['<@123> who plays <:anne:456> Eva, <@&7>?', 'who plays Eva, ?'],
  ['see <#9> at <t:1700000000:R> and </amour ask:5>', 'see at and'],
  ['<a:clap:1> https://example.org/a?b=c who is Eva', 'who is Eva'],
  ['I <3 it: who plays Eva >_<', 'I <3 it: who plays Eva >_<'],
  ['is 3 < 4 and 5 > 4', 'is 3 < 4 and 5 > 4'],
  ['me@example.org asks', 'asks'],
])('of “%s” is said “%s”', (message, expected) => {
  expect(saidIn(message).replaceAll(/\s+/g, ' ').trim()).toBe(expected);
});
