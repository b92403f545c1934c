import { expect, test } from 'vitest';
import { saidIn } from '../../src/text/markup.ts';

test.each([
  ['<@123> who plays <:anne:456> Eva, <@&7>?', 'who plays Eva, ?'],
  ['see <#9> at <t:1700000000:R> and </amour ask:5>', 'see at and'],
  ['<a:clap:1> https://example.org/a?b=c who is Eva?https://example.org', 'who is Eva?'],
  ['[who plays Anne](https://example.org) and @Eva?', '[who plays Anne]( ) and @Eva?'],
  ['I <3 it: who plays Eva >_<', 'I <3 it: who plays Eva >_<'],
  ['that scene </3 who plays Anne? >:(', 'that scene </3 who plays Anne? >:('],
  ['is 3 < 4 and 5 > 4', 'is 3 < 4 and 5 > 4'],
])('of “%s” is said “%s”', (message, expected) => {
  expect(saidIn(message).replaceAll(/\s+/g, ' ').trim()).toBe(expected);
});
