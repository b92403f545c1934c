import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { reply, useBot } from '../support/bot.ts';

const discord = useBot({ filmsDir: 'data' });
const bot = () => discord.local.world.bot.id;

test.each([
  ['sam', 'who is Geoff?', 'and who plays him?', 'William Shimell'],
  ['budi', 'siapa Geoff itu?', 'dan siapa pemerannya?', 'William Shimell'],
  ['claire', 'qui est Geoff ?', 'et qui le joue ?', 'William Shimell'],
])('%s asks "%s" in a private chat, then "%s", and is understood', async (name, question, next, expected) => {
  const person = discord.person(name);
  const room = person.privateChat().id;
  expect((await discord.replyTo(person.say(room, question))).text).toContain('Geoff');
  expect((await discord.replyTo(person.say(room, next))).text).toContain(expected);
});

test('a reply to an answer goes on from it, also by somebody else; what is not a reply does not', async () => {
  const room = discord.channel('film-club');
  const answer = await discord.replyTo(discord.person('mia').say(room, `<@${bot()}> who is Geoff?`));
  // Nobody replies within the milliseconds in which the bot learns its answer's id.
  await sleep(100);
  const next = discord.person('sam').say(room, 'and who plays him?', answer.message.id);
  expect((await discord.replyTo(next)).text).toContain('William Shimell');
  const alone = discord.person('sam').say(room, `<@${bot()}> and who plays him?`);
  expect((await discord.replyTo(alone)).text).not.toMatch(/^William Shimell/);
});

test('a command in a private chat is leaned on, too', async () => {
  const mia = discord.person('mia');
  const room = mia.privateChat().id;
  await mia.slash(room, 'amour ask', { question: 'who is Geoff?' });
  expect(reply(await mia.slash(room, 'amour ask', { question: 'who plays him?' })).text).toContain(
    'William Shimell',
  );
});
