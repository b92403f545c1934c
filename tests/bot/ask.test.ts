import { describe, expect, test } from 'vitest';
import { until } from '../../src/local/people.ts';
import { reply, useBot } from '../support/bot.ts';

const discord = useBot();

describe('/lantern ask', () => {
  test.each([
    [
      'mia',
      'Who directed The Lantern?',
      'Tove Lindqvist directed The Lantern.',
      'Source: the festival programme',
      ['Sources', 'Wrong?', 'Delete'],
    ],
    [
      'budi',
      'siapa sutradara The Lantern',
      'The Lantern disutradarai oleh Tove Lindqvist.',
      'Sumber: program festival',
      ['Sumber', 'Salah?', 'Hapus'],
    ],
    [
      'claire',
      'Qui a réalisé The Lantern ?',
      'Tove Lindqvist a réalisé The Lantern.',
      'Source : le programme du festival',
      ['Sources', 'Faux ?', 'Supprimer'],
    ],
  ])(
    '%s asks "%s" and reads the answer with its source, in that language',
    async (name, question, answer, source, buttons) => {
      const said = reply(
        await discord.person(name).slash(discord.channel('film-club'), 'lantern ask', { question }),
      );
      expect(said.text).toContain(answer);
      expect(said.text).toContain(source);
      expect(said.buttons).toEqual(buttons);
      expect(said.onlyFor).toBeUndefined();
    },
  );

  test('with private, only the asker sees the answer', async () => {
    const mia = discord.person('mia');
    const said = reply(
      await mia.slash(discord.channel('film-club'), 'lantern ask', { question: 'who plays mirela', private: true }),
    );
    expect(said.onlyFor).toBe(mia.person.id);
    expect(discord.person('sam').seen(discord.channel('film-club'))).not.toContainEqual(said.message);
  });

  test('a disputed fact names both sides, and Sources says which document says what', async () => {
    const mia = discord.person('mia');
    const card = reply(
      await mia.slash(discord.channel('film-club'), 'lantern ask', {
        question: 'How many days does the storm last?',
      }),
    );
    const asked = reply(await mia.press(card.message.id, 'Show me'));
    const shown = reply(await mia.press(asked.message.id, 'Show it anyway'));
    expect(shown.text).toContain('three days according to the programme, four');
    const sources = reply(await mia.press(shown.message.id, 'Sources'));
    expect(sources.text).toContain('**the festival programme**, line 2, sentence 2: three days');
    expect(sources.text).toContain("**the keeper's diary**, line 1, sentence 1: four days");
    expect(sources.onlyFor).toBe(mia.person.id);
  });

  test('what nobody documented is refused as such', async () => {
    const said = reply(
      await discord
        .person('mia')
        .slash(discord.channel('film-club'), 'lantern ask', { question: 'who wrote the music?' }),
    );
    expect(said.text).toContain('none of my documents says');
  });
});

describe('while somebody types', () => {
  const choices = async (name: string, typed: string) =>
    (
      await discord
        .person(name)
        .complete(discord.channel('film-club'), 'lantern ask', { question: typed }, 'question')
    ).choices?.map(({ name }) => name);

  test('an empty field offers good first questions in their language', async () => {
    expect(await choices('mia', '')).toEqual([
      "What is Oskar's job?",
      'Who directed The Lantern?',
      'Is there a scene after the credits of The Lantern?',
    ]);
    expect(await choices('claire', '')).toEqual([
      "Quel est le métier d'Oskar ?",
      'Qui a réalisé The Lantern ?',
      'Y a-t-il une scène après le générique de The Lantern ?',
    ]);
  });

  test('nothing is offered whose wording tells a later scene', async () => {
    for (const typed of ['who puts out', 'what does oskar give', 'storm'])
      expect(await choices('mia', typed)).not.toContain('Who puts out the light at the end?');
    expect(await choices('mia', 'how many days')).not.toContain('How many days does the storm last?');
  });
});

describe('hidden answers', () => {
  const question = 'What does Oskar give Mirela when she leaves?';
  const ask = async (text: string) =>
    reply(await discord.person('mia').slash(discord.channel('film-club'), 'lantern ask', { question: text }));

  test('the card is the same to the byte whatever lies behind it, and holds nothing of it', async () => {
    const cards = await Promise.all(
      [question, 'who puts out the light at the end', 'How many days does the storm last?'].map(ask),
    );
    const [first, ...others] = cards.map(({ message: { components, flags, content, embeds } }) =>
      JSON.stringify({ components, flags, content, embeds }),
    );
    for (const other of others) expect(other).toBe(first);
    expect(first).not.toMatch(/boat|oskar|gift/i);
  });

  test('Show me asks whoever presses once, shows it in their language, and to nobody else', async () => {
    const card = await ask(question);
    const claire = discord.person('claire');
    const asked = reply(await claire.press(card.message.id, 'Show me'));
    expect(asked.text).toBe("C'est au-delà de là où tu en es. Je te le montre quand même ?");
    expect(asked.onlyFor).toBe(claire.person.id);
    const shown = reply(await claire.press(asked.message.id, 'Montre quand même'));
    expect(shown.text).toContain('Oskar donne à Mirela son unique bateau.');
    expect(shown.onlyFor).toBe(claire.person.id);
    const seen = discord.person('sam').seen(discord.channel('film-club'));
    expect(seen.map(({ id }) => id)).not.toContain(shown.message.id);
  });

  test('whoever says there that they have seen the film is not asked again', async () => {
    const sam = discord.person('sam');
    const asked = reply(await sam.press((await ask(question)).message.id, 'Show me'));
    expect(reply(await sam.press(asked.message.id, 'I have seen the film')).text).toContain('his only boat');
    const second = reply(await sam.press((await ask('who puts out the light at the end')).message.id, 'Show me'));
    expect(second.text).toContain('Oskar');
    expect(second.buttons).not.toContain('Show it anyway');
  });
});

describe('Delete', () => {
  test('is for the asker alone, and takes the answer away', async () => {
    const channel = discord.channel('film-club');
    const said = reply(await discord.person('mia').slash(channel, 'lantern ask', { question: 'who plays mirela' }));
    const refused = reply(await discord.person('sam').press(said.message.id, 'Delete'));
    expect(refused.text).toBe('Only the person who asked can do that.');
    await discord.person('mia').press(said.message.id, 'Delete');
    await until(() => (discord.local.world.messages.has(said.message.id) ? undefined : true));
  });
});

test('Wrong? thanks the presser alone', async () => {
  const said = reply(
    await discord
      .person('mia')
      .slash(discord.channel('film-club'), 'lantern ask', { question: 'who plays mirela' }),
  );
  const thanks = reply(await discord.person('budi').press(said.message.id, 'Wrong?'));
  expect(thanks.text).toContain('Terima kasih');
  expect(thanks.onlyFor).toBe(discord.person('budi').person.id);
});

test('where the bot is not sure, at most three questions are offered, and pressing one answers it', async () => {
  const mia = discord.person('mia');
  const question = 'oskar and the gift';
  const unsure = reply(await mia.slash(discord.channel('film-club'), 'lantern ask', { question }));
  expect(unsure.text).toContain('Did you mean');
  const offered = unsure.buttons.filter(label => label !== 'Delete');
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.length).toBeLessThanOrEqual(3);
  expect(reply(await mia.press(unsure.message.id, offered[0] ?? '')).text).toMatch(
    /Source: the festival programme/,
  );
});
