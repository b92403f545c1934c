import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/local/people.ts';
import { reply, useBot } from '../support/bot.ts';

const discord = useBot({ guilds: 4, guests: 1, cooldown: '5/30' });
const mention = (name: string, room: string, text: string) =>
  discord.person(name).say(room, `<@${discord.local.world.bot.id}> ${text}`);

/** Chooses something on the panel of a room's server. */
async function choose(room: string, setting: string, values: readonly string[], name = 'mia') {
  const mia = discord.person(name);
  const panel = reply(await mia.slash(room, 'lantern settings'));
  await mia.select(panel.message.id, `settings:${setting}`, values);
  const changed = discord.local.world.messages.get(panel.message.id);
  return changed === undefined ? '' : textOf(changed);
}

describe('/lantern settings', () => {
  test('is for members who may manage the server, and tells others so', async () => {
    const room = discord.channel('film-club');
    const sam = discord.person('sam');
    const refused = reply(await sam.slash(room, 'lantern settings'));
    expect(refused.text).toContain('Only members who may manage this server');
    expect(refused.onlyFor).toBe(sam.person.id);
    const alone = reply(await sam.slash(sam.privateChat().id, 'lantern settings'));
    expect(alone.text).toContain('nothing to set in a private chat');
  });

  test('shows one panel with a select for each setting', async () => {
    const panel = reply(await discord.person('mia').slash(discord.channel('film-club'), 'lantern settings'));
    const ids = [...JSON.stringify(panel.message.components).matchAll(/"custom_id":"settings:(\w+)"/g)].map(
      ([, id]) => id,
    );
    expect(ids).toEqual(['language', 'spoilers', 'mentionChannels', 'quizChannels', 'cooldown']);
  });

  test('a fixed language answers in it, whatever the question’s', async () => {
    const room = discord.channel('film-club-2');
    expect(await choose(room, 'language', ['fr'])).toContain('Saved. Language of answers: French.');
    const said = reply(
      await discord.person('sam').slash(room, 'lantern ask', { question: 'Who directed The Lantern?' }),
    );
    expect(said.text).toContain('Tove Lindqvist a réalisé The Lantern.');
    const mia = discord.person('mia');
    const heard = async (command: string) => reply(await mia.slash(room, `lantern ${command}`)).text;
    expect(await heard('credits')).toContain('Après le générique');
    expect(await heard('cast')).toContain('Qui joue qui');
    expect(await heard('reception')).toContain("L'accueil de");
    expect(await heard('about')).toContain('Je connais');
    expect(await heard('scores')).toContain('Scores du quiz');
    expect(await heard('quiz')).toContain('Un quiz sur');
    // What one person alone reads comes in their own.
    expect(await heard('stop')).toBe('Stopped.');
    expect(await choose(room, 'language', ['asked'])).toContain('as the question is asked');
  });

  test('open spoilers hide nothing from that server, and from no other', async () => {
    const [open, careful] = [discord.channel('film-club-2'), discord.channel('film-club-3')];
    expect(await choose(open, 'spoilers', ['open'])).toContain(
      'Saved. Spoilers: open: everybody here has seen the film.',
    );
    const question = 'What does Oskar give Mirela when she leaves?';
    const asked = async (room: string) =>
      reply(await discord.person('sam').slash(room, 'lantern ask', { question })).text;
    expect(await asked(open)).toContain('his only boat');
    expect(await asked(careful)).not.toContain('boat');
    const quiz = async (room: string) => {
      const said = reply(await discord.person('sam').slash(room, 'lantern quiz'));
      await discord.person('sam').slash(room, 'lantern stop');
      return said.buttons;
    };
    expect(await quiz(open)).toEqual(['Stop']);
    expect(await quiz(careful)).toEqual(['Everyone has seen it', 'Stop']);
  });

  test('mentions are answered in the channels that were named, commands everywhere', async () => {
    const [club, other] = [discord.channel('film-club'), discord.channel('seen-it')];
    expect(await choose(club, 'mentionChannels', [other])).toContain(
      `Channels where I answer mentions: <#${other}>.`,
    );
    const ignored = mention('budi', club, 'who plays Mirela?');
    const answered = mention('budi', other, 'who plays Mirela?');
    expect((await discord.replyTo(answered)).text).toContain('Ana Dorsey');
    expect([...discord.local.world.messages.values()].some(({ replyTo }) => replyTo === ignored.id)).toBe(false);
    expect(
      reply(await discord.person('budi').slash(club, 'lantern ask', { question: 'who plays Mirela?' })).text,
    ).toContain('Ana Dorsey');
    expect(await choose(club, 'mentionChannels', [])).toContain('everywhere');
  });

  test('quizzes are played in the channels that were named', async () => {
    const [club, other] = [discord.channel('film-club'), discord.channel('seen-it')];
    await choose(club, 'quizChannels', [other]);
    expect(reply(await discord.person('sam').slash(club, 'lantern quiz')).text).toBe(
      `Quizzes are played in <#${other}> here.`,
    );
    expect(reply(await discord.person('sam').slash(other, 'lantern quiz')).text).toContain('A quiz about');
    await discord.person('sam').slash(other, 'lantern stop');
    await choose(club, 'quizChannels', []);
  });

  test('a value that is no longer known, or a panel of somebody who may no longer, is answered kindly', async () => {
    const room = discord.channel('film-club');
    const panel = reply(await discord.person('mia').slash(room, 'lantern settings'));
    const stored = discord.local.world.messages.get(panel.message.id);
    if (stored === undefined) throw new Error('the panel is gone');
    stored.components = JSON.parse(JSON.stringify(stored.components).replace('"value":"open"', '"value":"gone"'));
    const outcome = await discord.person('mia').select(panel.message.id, 'settings:spoilers', ['gone']);
    expect(reply(outcome).text).toContain('an older version of me');
  });
});

describe('whoever asks too often', () => {
  test('hears when they may ask again: always by command, once by mention; others and private chats go on', async () => {
    const room = discord.channel('film-club-4');
    const claire = discord.person('claire');
    const ask = async (where: string) =>
      reply(await claire.slash(where, 'lantern ask', { question: 'qui joue Mirela ?' })).text;
    for (let time = 0; time < 5; time++) expect(await ask(room)).toContain('Ana Dorsey');
    const refused = await ask(room);
    expect(refused).toMatch(/^Un instant : tu pourras me redemander <t:\d+:R>\.$/);
    expect(await ask(room)).toBe(refused);
    expect(await ask(claire.privateChat().id)).toContain('Ana Dorsey');
    const other = mention('sam', room, 'who plays Mirela?');
    expect((await discord.replyTo(other)).text).toContain('Ana Dorsey');
    const silent = mention('claire', room, 'qui joue Mirela ?');
    await discord.replyTo(mention('budi', room, 'siapa pemeran Mirela?'));
    expect([...discord.local.world.messages.values()].some(({ replyTo }) => replyTo === silent.id)).toBe(false);
  });

  test.each([
    ['claire', 'asked', 'qui joue Mirela ?', 'Un instant'],
    ['budi', 'asked', 'siapa pemeran Mirela?', 'Sebentar'],
    ['guest-1', 'fr', 'who plays Mirela?', 'Un instant'],
  ])(
    '%s, where the language is "%s", hears so as an answer to "%s" would be told',
    async (name, language, question, expected) => {
      const room = discord.channel('film-club-2');
      await choose(room, 'language', [language]);
      for (let time = 0; time < 5; time++)
        expect((await discord.replyTo(mention(name, room, question))).text).toContain('Ana Dorsey');
      expect((await discord.replyTo(mention(name, room, question))).text).toContain(expected);
      await choose(room, 'language', ['asked']);
    },
  );

  test('may ask as often as they like where the server says so', async () => {
    const room = discord.channel('film-club-3');
    expect(await choose(room, 'cooldown', ['off'])).toContain('as often as they like');
    for (let time = 0; time < 8; time++) {
      const said = reply(
        await discord.person('budi').slash(room, 'lantern ask', { question: 'who plays Mirela?' }),
      );
      expect(said.text).toContain('Ana Dorsey');
    }
  });
});
