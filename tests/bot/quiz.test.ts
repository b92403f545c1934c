import { describe, expect, test } from 'vitest';
import { textOf, until } from '../../src/local/people.ts';
import type { StoredMessage } from '../../src/local/world.ts';
import { reply, type Said, said, useBot } from '../support/bot.ts';

const discord = useBot({ filmsDir: 'data', guilds: 10, guests: 2, elsewhere: true, messageLimit: 1000 });
const patience = 30_000;

/** The bot's ordinary messages in a room, oldest first: questions and standings. */
function posted(room: string): Said[] {
  const { world } = discord.local;
  return [...world.messages.values()]
    .filter(
      message =>
        message.channelId === room && message.authorId === world.bot.id && message.interaction === undefined,
    )
    .map(said);
}

const isOpen = ({ buttons }: Said) => buttons.includes('A');

/** The round with this number, once its question is there. */
function round(room: string, number: number): Promise<Said> {
  return until(() => {
    const found = posted(room)[number - 1];
    return found !== undefined && isOpen(found) ? found : undefined;
  }, patience);
}

/** The same message, once the answer stands on it. */
function revealed({ message }: Said): Promise<Said> {
  return until(() => {
    const now = discord.local.world.messages.get(message.id);
    return now !== undefined && !isOpen(said(now)) ? said(now) : undefined;
  }, patience);
}

function standings(room: string): Promise<Said> {
  return until(() => posted(room).find(({ buttons }) => /again|lagi|Rejouer/.test(buttons.join())), patience);
}

const choices = ({ text }: Said) => [...text.matchAll(/\*\*([A-D])\*\* · (.+)/g)].map(([, , choice]) => choice);
const rightOf = ({ text }: Said) => /(?:The answer|La réponse|Jawabannya) ?: \*\*([A-D])\*\*/.exec(text)?.[1];

describe.concurrent('a quiz', () => {
  test('alone in a private chat: questions, receipts, answers with their source, standings', async () => {
    const mia = discord.person('mia');
    const room = mia.privateChat().id;
    const opening = reply(await mia.slash(room, 'amour quiz', { rounds: 2 }));
    expect(opening.text).toContain('2 rounds, 20 seconds each');
    expect(opening.buttons).toEqual(['I have seen the film', 'Stop']);
    await mia.press(opening.message.id, 'I have seen the film');
    const first = await round(room, 1);
    expect(first.text).toMatch(/^-# Question 1 of 2\n### .+/);
    expect(first.text).toMatch(/Closes <t:\d+:R>/);
    expect(choices(first)).toHaveLength(4);
    const receipt = reply(await mia.press(first.message.id, 'B'));
    expect(receipt.text).toBe(`You said **B**: ${choices(first)[1]}`);
    expect(receipt.onlyFor).toBe(mia.person.id);
    const answer = await revealed(first);
    expect(answer.text).toContain(
      `**${rightOf(answer)}** · ${choices(first)['ABCD'.indexOf(rightOf(answer) ?? '')]}`,
    );
    expect(answer.text).toContain('Source: ');
    expect(answer.buttons).toEqual(['Sources']);
    const second = await round(room, 2);
    expect(choices(second)).not.toEqual(choices(first));
    await mia.press(second.message.id, 'A');
    const over = await standings(room);
    expect(over.text).toMatch(
      /### The quiz about \*Amour\* is over\n1\\\. <@\d+> · \d+ points? · [012] right answers?/,
    );
    const record = reply(await mia.slash(room, 'amour scores'));
    expect(record.text).toMatch(/Your quiz record for \*Amour\*, all time\n\d+ points? · [012] right of 2/);
  }, 60_000);

  test('with others: names but not choices, one guess each, and everybody hears in their own language', async () => {
    const room = discord.channel('film-club');
    const [mia, budi, claire] = ['mia', 'budi', 'claire'].map(discord.person) as [
      never,
      never,
      never,
    ] as ReturnType<typeof discord.person>[];
    if (mia === undefined || budi === undefined || claire === undefined) throw new Error('nobody is there');
    await mia.slash(room, 'amour quiz', { rounds: 2, seconds: 10 });
    const first = await round(room, 1);
    expect(reply(await budi.press(first.message.id, 'C')).text).toContain('Kamu memilih **C**');
    expect(reply(await claire.press(first.message.id, 'A')).text).toContain('Tu as dit **A**');
    expect(reply(await budi.press(first.message.id, 'D')).text).toContain('Tebakanmu tetap: **C**');
    const updated = await until(() => {
      const now = discord.local.world.messages.get(first.message.id);
      return now !== undefined && textOf(now).includes('Guessed:') ? said(now) : undefined;
    }, patience);
    expect(updated.text).toContain(`Guessed: <@${budi.person.id}> and <@${claire.person.id}>`);
    expect(updated.text).not.toContain('The answer');
    const answer = await revealed(first);
    expect(reply(await mia.press(answer.message.id, 'Sources')).text).toContain('Where this comes from');
    // Both who guessed before have guessed: nobody is waited for.
    const second = await round(room, 2);
    const began = performance.now();
    await budi.press(second.message.id, 'A');
    await claire.press(second.message.id, 'B');
    await revealed(second);
    expect(performance.now() - began).toBeLessThan(9_000);
    const over = await standings(room);
    expect(over.text).toContain(`<@${budi.person.id}>`);
    expect(over.text).toContain(`<@${claire.person.id}>`);
    const board = reply(await claire.slash(room, 'amour scores', { period: 'week' }));
    expect(board.text).toContain('Scores du quiz sur *Amour*, cette semaine');
    expect(board.text).toContain(`<@${budi.person.id}>`);
    const again = reply(await budi.press(over.message.id, 'Play again'));
    expect(again.text).toContain('Kuis tentang *Amour*');
    await budi.press(again.message.id, 'Hentikan');
  }, 90_000);

  test('a second one in the same room is refused with a link, and Stop is for the starter and for moderators', async () => {
    const room = discord.channel('film-club-2');
    const [mia, budi, sam] = [discord.person('mia'), discord.person('budi'), discord.person('sam')];
    const opening = reply(await budi.slash(room, 'amour quiz'));
    const busy = reply(await sam.slash(room, 'amour quiz'));
    expect(busy.text).toMatch(/A quiz is running here already: https:\/\/discord\.com\/channels\/\d+\/\d+/);
    expect(busy.onlyFor).toBe(sam.person.id);
    expect(reply(await sam.press(opening.message.id, 'Hentikan')).text).toContain('Whoever started the quiz');
    expect(reply(await sam.slash(room, 'amour stop')).text).toContain('Whoever started the quiz');
    expect(reply(await mia.slash(room, 'amour stop')).text).toBe('Stopped.');
    expect(reply(await mia.slash(room, 'amour stop')).text).toBe('No quiz is running here.');
    expect((await standings(room)).text).toContain('Dihentikan.');
  }, 60_000);

  test('spoils only when its starter says that everybody has seen the film', async () => {
    const room = discord.channel('film-club-3');
    const [claire, sam] = [discord.person('claire'), discord.person('sam')];
    const opening = reply(await claire.slash(room, 'amour quiz', { rounds: 1, seconds: 10 }));
    expect(opening.buttons).toEqual(["Tout le monde l'a vu", 'Arrêter']);
    expect(reply(await sam.press(opening.message.id, "Tout le monde l'a vu")).text).toContain(
      'Only whoever started',
    );
    await claire.press(opening.message.id, "Tout le monde l'a vu");
    const changed = await until(() => {
      const now = discord.local.world.messages.get(opening.message.id) as StoredMessage;
      return textOf(now).includes("toute l'histoire") ? said(now) : undefined;
    });
    expect(changed.buttons).toEqual(['Arrêter']);
    expect((await round(room, 1)).text).not.toContain('de côté');
    await claire.press(changed.message.id, 'Arrêter');
  }, 60_000);

  test('its announcement keeps no button that does nothing, and an old one is told why', async () => {
    const room = discord.channel('film-club-10');
    const [claire, sam] = [discord.person('claire'), discord.person('sam')];
    const opening = reply(await claire.slash(room, 'amour quiz', { rounds: 1, seconds: 10 }));
    const components = structuredClone(opening.message.components);
    expect(opening.text).toContain('La première question arrive');
    const now = (buttons: readonly string[]) =>
      until(() => {
        const card = discord.local.world.messages.get(opening.message.id);
        return card !== undefined && said(card).buttons.join() === buttons.join() ? said(card) : undefined;
      }, patience);
    const begun = await now(['Arrêter']);
    expect((await round(room, 1)).text).toContain('Question 1');
    expect(begun.text).not.toContain('La première question arrive');
    begun.message.components = components;
    expect(reply(await sam.press(opening.message.id, "Tout le monde l'a vu")).text).toBe(
      'Only whoever started the quiz can say so.',
    );
    expect(reply(await claire.press(opening.message.id, "Tout le monde l'a vu")).text).toBe(
      'Trop tard : il fallait le dire avant la première question.',
    );
    await claire.slash(room, 'amour stop');
    await now([]);
  }, 60_000);

  test('nobody guesses: it ends politely after three rounds, and each answer is told', async () => {
    const room = discord.channel('film-club-4');
    await discord.person('sam').slash(room, 'amour quiz', { rounds: 9, seconds: 10 });
    const over = await until(() => posted(room).find(({ buttons }) => buttons.includes('Play again')), 90_000);
    expect(over.text).toContain('Nobody guessed for three rounds, so I stopped.');
    expect(posted(room)).toHaveLength(4);
    for (const one of posted(room).slice(0, 3)) expect(one.text).toContain('Nobody guessed.');
  }, 100_000);

  test('a guess after the close is late, an old button too', async () => {
    const room = discord.person('sam').privateChat().id;
    const sam = discord.person('sam');
    await sam.slash(room, 'amour quiz', { rounds: 1, seconds: 10 });
    const first = await round(room, 1);
    expect(first.text).toMatch(/-# \d+ questions held back: you have not seen that far\./m);
    const { components } = structuredClone(first.message);
    await sam.press(first.message.id, 'A');
    const answer = await revealed(first);
    answer.message.components = components;
    expect(reply(await sam.press(answer.message.id, 'B')).text).toBe('Too late: this round is closed.');
  }, 60_000);

  test('a channel that disappears in the middle ends it without a word', async () => {
    const room = discord.channel('film-club-5');
    const mia = discord.person('mia');
    await mia.slash(room, 'amour quiz', { rounds: 5, seconds: 10 });
    await round(room, 1);
    discord.local.deleteChannel(room);
    const other = discord.channel('film-club-6');
    expect(reply(await mia.slash(other, 'amour quiz')).text).toContain('A quiz about');
    expect(reply(await mia.slash(other, 'amour stop')).text).toBe('Stopped.');
  }, 60_000);

  test('the right to write, taken away in the middle, ends it; given back, another can start', async () => {
    const channel = discord.local.channel('film-club-7');
    const mia = discord.person('mia');
    await mia.slash(channel.id, 'amour quiz', { rounds: 2, seconds: 10 });
    const first = await round(channel.id, 1);
    channel.botMaySend = false;
    await mia.press(first.message.id, 'A');
    await revealed(first);
    expect(reply(await mia.slash(channel.id, 'amour quiz')).text).toMatch(
      /need to be allowed to send messages|running here already/,
    );
    await until(() => (posted(channel.id).length === 1 ? true : undefined));
    await new Promise(resolve => setTimeout(resolve, 8_000));
    channel.botMaySend = true;
    expect(reply(await mia.slash(channel.id, 'amour quiz')).text).toContain('A quiz about');
    await mia.slash(channel.id, 'amour stop');
  }, 60_000);

  test('a late joiner who has seen less narrows the pool from the next round on, and the round says so', async () => {
    const room = discord.channel('film-club-8');
    const [starter, joiner] = [discord.person('guest-1'), discord.person('guest-2')];
    await starter.slash(room, 'amour progress', { scene: 'finished' });
    await starter.slash(room, 'amour quiz', { rounds: 2, seconds: 10 });
    const first = await round(room, 1);
    expect(first.text).not.toContain('held back');
    await joiner.press(first.message.id, 'A');
    expect((await round(room, 2)).text).toMatch(
      /-# \d+ questions held back: not everybody here has seen that far\./m,
    );
    await starter.slash(room, 'amour stop');
  }, 60_000);

  test('nothing on a question tells which choice is right', async () => {
    const room = discord.channel('film-club-9');
    await discord.person('budi').slash(room, 'amour quiz', { rounds: 1, seconds: 10, spoilers: true });
    const first = await round(room, 1);
    const ids = JSON.stringify(first.message.components).match(/quiz:guess:[^"]+/g) ?? [];
    expect(ids.map(id => id.replace(/\d$/, ''))).toEqual(Array(4).fill(ids[0]?.replace(/\d$/, '')));
    expect(ids.map(id => id.at(-1))).toEqual(['0', '1', '2', '3']);
    expect(first.message.nonce).toMatch(/^[0-9a-f]{12}\.1$/);
    await discord.person('budi').slash(room, 'amour stop');
  }, 60_000);
});

test('the right it lacks is named before anything starts', async () => {
  const channel = discord.local.channel('seen-it');
  channel.botMaySend = false;
  const refused = reply(await discord.person('mia').slash(channel.id, 'amour quiz'));
  expect(refused.text).toBe('Before a quiz can start here, I need to be allowed to send messages.');
  channel.botMaySend = true;
});

test.each(['elsewhere', 'friends'])(
  'in %s, where somebody brought it along as a guest, it says kindly that it cannot play',
  async name => {
    const refused = reply(await discord.person('mia').slash(discord.channel(name), 'amour quiz'));
    expect(refused.text).toContain('I am only a guest here');
  },
);

test('about tells what a right answer is worth', async () => {
  const about = reply(await discord.person('sam').slash(discord.channel('film-club'), 'amour about'));
  expect(about.text).toContain(
    'Quiz points: 100 for a right answer, up to 50 more the sooner it comes, and 10 for every right answer in a row before it, up to 50.',
  );
});
