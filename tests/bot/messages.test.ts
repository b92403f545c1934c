import { describe, expect, test } from 'vitest';
import { reply, useBot } from '../support/bot.ts';

const discord = useBot();
const club = () => discord.channel('film-club');
const at = () => `<@${discord.local.world.bot.id}>`;

describe('a question in a message', () => {
  test('that mentions the bot is answered as a reply', async () => {
    const question = discord.person('mia').say(club(), `${at()} who plays Mirela?`);
    const said = await discord.replyTo(question);
    expect(said.text).toContain('Ana Dorsey plays Mirela.');
  });

  test('may greet others, show a picture and point somewhere: none of that is asked', async () => {
    const others = '<@123456789012345678> <:clap:223456789012345678> https://films.example.org/lantern?id=17';
    const said = await discord.replyTo(
      discord.person('mia').say(club(), `${at()} ${others} who plays her, Mirela`),
    );
    expect(said.text).toContain('Ana Dorsey plays Mirela.');
  });

  test('in a private chat needs no mention', async () => {
    const budi = discord.person('budi');
    const said = await discord.replyTo(budi.say(budi.privateChat().id, 'siapa pemeran Mirela?'));
    expect(said.text).toContain('Mirela diperankan oleh Ana Dorsey.');
  });

  test('that replies to one of the bot’s ordinary messages is answered', async () => {
    const mia = discord.person('mia');
    const first = await discord.replyTo(mia.say(club(), `${at()} who plays Mirela?`));
    const said = await discord.replyTo(mia.say(club(), 'and who directed The Lantern?', first.message.id));
    expect(said.text).toContain('Tove Lindqvist directed');
  });

  test('chosen in a message’s menu is answered', async () => {
    const question = discord.person('sam').say(club(), 'who directed The Lantern?');
    const said = reply(await discord.person('claire').messageCommand(question.id, 'Ask Amour'));
    expect(said.text).toContain('Tove Lindqvist directed The Lantern.');
  });

  test('that does not mention the bot is left alone', async () => {
    const mia = discord.person('mia');
    const ignored = mia.say(club(), 'who plays Mirela?');
    await discord.replyTo(mia.say(club(), `${at()} who plays Mirela?`));
    expect(mia.seen(club()).filter(({ replyTo }) => replyTo === ignored.id)).toEqual([]);
  });
});

describe('anything people type', () => {
  const long = 'who plays Mirela '.repeat(354).slice(0, 4000 - 30);
  const cases: [string, string, RegExp][] = [
    ['only emoji', '🎬🍿', /Ask me something/],
    ['only spaces', '\u2003 \u00a0', /Ask me something/],
    ['right-to-left text', 'من أخرج هذا الفيلم؟', /I speak English, Indonesian and French/],
    ['zero-width characters', 'w\u200bho pla\u200bys Mire\u200bla?', /Ana Dorsey plays Mirela/],
    ['@everyone', '@everyone who plays Mirela?', /Ana Dorsey/],
    ['markdown and masked links', '**who** plays [Mirela](https://example.com)?', /./],
    ['400 words', 'who plays Mirela and '.repeat(100), /./],
    ['as much as a message holds', long, /./],
  ];
  test.each(cases)('%s', async (_, text, expected) => {
    const said = await discord.replyTo(discord.person('mia').say(club(), `${at()} ${text}`));
    expect(said.text).toMatch(expected);
    expect(said.text).not.toMatch(/@everyone|https:/);
  });

  test('6,000 characters in a command', async () => {
    const question = 'who plays Mirela '.repeat(400).slice(0, 6000);
    expect(reply(await discord.person('mia').slash(club(), 'lantern ask', { question })).text).not.toBe('');
  });

  test('somebody in distress gets warmth and no film', async () => {
    const mia = discord.person('mia');
    const said = await discord.replyTo(mia.say(mia.privateChat().id, 'i want to kill myself'));
    expect(said.text).toMatch(/somebody you trust/);
    expect(said.text).not.toMatch(/Oskar|Mirela|Lantern/);
    expect(said.buttons).toEqual(['Delete']);
  });
});
