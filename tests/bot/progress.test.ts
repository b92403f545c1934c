import { describe, expect, test } from 'vitest';
import { reply, useBot } from '../support/bot.ts';

const discord = useBot();
const club = () => discord.channel('film-club');
const gift = 'What does Oskar give Mirela when she leaves?';
const progress = async (name: string, scene?: string) =>
  reply(await discord.person(name).slash(club(), 'lantern progress', scene === undefined ? {} : { scene })).text;

describe('/lantern progress', () => {
  test('offers every scene by its harmless name, and "finished" and "forget", in the reader’s language', async () => {
    const choices = async (name: string, typed: string) =>
      (await discord.person(name).complete(club(), 'lantern progress', { scene: typed }, 'scene')).choices;
    expect(await choices('mia', '')).toEqual([
      { name: '1. The arrival', value: 'arrival' },
      { name: '2. A stormy night', value: 'storm' },
      { name: '3. The last morning', value: 'farewell' },
      { name: 'finished', value: 'finished' },
      { name: 'forget', value: 'forget' },
    ]);
    expect(await choices('claire', 'tempete')).toEqual([{ name: '2. Une nuit de tempête', value: 'storm' }]);
    expect(await choices('budi', 'selesai')).toEqual([{ name: 'selesai', value: 'finished' }]);
  });

  test('keeps where somebody is and says so, to them alone', async () => {
    const mia = discord.person('mia');
    const said = reply(await mia.slash(club(), 'lantern progress', { scene: 'storm' }));
    expect(said.text).toContain('You are here: ▰▰▱ scene 2 of 3\n**A stormy night**');
    expect(said.onlyFor).toBe(mia.person.id);
    expect(await progress('mia')).toContain('▰▰▱ scene 2 of 3');
    const finished = await progress('mia', 'finished');
    expect(finished).toContain('▰▰▰ scene 3 of 3\n**You have seen the whole film.**');
    expect(finished).toContain('I hide nothing');
    expect(await progress('mia', 'forget')).toContain('Forgotten');
    expect(await progress('mia')).toContain('You have not said how far you have watched');
  });

  test.each(['The last morning', 'le dernier matin', '3', '3. The last morning', 'PAGI TERAKHIR'])(
    'understands "%s" where somebody types without choosing',
    async typed => expect(await progress('sam', typed)).toContain('scene 3 of 3'),
  );

  test('says kindly that it knows no such scene, and keeps what it knew', async () => {
    await progress('sam', 'storm');
    expect(await progress('sam', 'the car chase')).toContain('I know no such scene');
    expect(await progress('sam')).toContain('scene 2 of 3');
  });
});

describe('what is hidden goes by who reads and where', () => {
  const asks = async (name: string, room: string, values = {}) =>
    reply(await discord.person(name).slash(room, 'lantern ask', { question: gift, ...values })).text;

  test('in a channel by a stranger, whoever asks; alone by how far the asker has watched', async () => {
    const budi = discord.person('budi');
    await progress('budi', 'storm');
    expect(await asks('budi', club())).not.toContain('boat');
    expect(await asks('budi', club(), { private: true })).not.toContain('boat');
    await progress('budi', 'farewell');
    expect(await asks('budi', club())).not.toContain('boat');
    expect(await asks('budi', club(), { private: true })).toContain('his only boat');
    expect(await asks('budi', budi.privateChat().id)).toContain('his only boat');
    await progress('budi', 'lupakan');
    expect(await asks('budi', budi.privateChat().id)).not.toContain('boat');
    // Nobody but Budi is there.
    expect(await asks('budi', budi.privateChat().id)).toContain('you have not seen yet');
    expect(await asks('budi', club(), { private: true })).toContain('you have not seen yet');
    expect(await asks('budi', club())).toContain('not everybody here has seen');
  });

  test('in a spoiler channel nothing is, neither by command nor by mention', async () => {
    const room = discord.channel('seen-it');
    expect(await asks('claire', room)).toContain('his only boat');
    const message = discord.person('claire').say(room, `<@${discord.local.world.bot.id}> ${gift}`);
    expect((await discord.replyTo(message)).text).toContain('his only boat');
    const elsewhere = discord.person('claire').say(club(), `<@${discord.local.world.bot.id}> ${gift}`);
    expect((await discord.replyTo(elsewhere)).text).not.toContain('boat');
  });

  test('a quiz tells the whole story in a spoiler channel, and alone to whoever has seen the film', async () => {
    const mia = discord.person('mia');
    const opening = async (room: string) => {
      const said = reply(await mia.slash(room, 'lantern quiz'));
      await mia.slash(room, 'lantern stop');
      return said;
    };
    const [seenIt, chat] = [discord.channel('seen-it'), mia.privateChat().id];
    expect((await opening(seenIt)).text).toContain('Questions may tell the whole story.');
    expect((await opening(seenIt)).buttons).toEqual(['Stop']);
    await progress('mia', 'finished');
    expect((await opening(chat)).text).toContain('Questions may tell the whole story.');
    expect((await opening(club())).text).toContain('No question gives away');
    await progress('mia', 'forget');
    expect((await opening(chat)).text).toContain('No question gives away');
  });

  test('cast names all whom a question would name', async () => {
    const sam = discord.person('sam');
    const asked = reply(await sam.slash(club(), 'lantern ask', { question: 'who plays Mirela?' })).text;
    const cast = reply(await sam.slash(club(), 'lantern cast')).text;
    expect(asked).toContain('Ana Dorsey plays Mirela.');
    expect(cast).toContain('**Oskar**: Jonas Vint\n**Mirela**: Ana Dorsey');
  });

  test('suggestions name nothing that is hidden there', async () => {
    const choices = async (room: string) =>
      (
        await discord.person('claire').complete(room, 'lantern ask', { question: 'qui éteint' }, 'question')
      ).choices?.map(({ name }) => name);
    expect(await choices(club())).not.toContain('Qui éteint la lumière à la fin ?');
    expect(await choices(discord.channel('seen-it'))).toContain('Qui éteint la lumière à la fin ?');
  });
});

describe('/lantern plot', () => {
  const plot = async (name: string) => reply(await discord.person(name).slash(club(), 'lantern plot'));

  test('tells the premise to whoever has said nothing, and more only by the button that says so', async () => {
    const claire = discord.person('claire');
    const first = await plot('claire');
    expect(first.onlyFor).toBe(claire.person.id);
    expect(first.text).toContain("Tu n'as pas dit jusqu'où tu as regardé.");
    expect(first.text).not.toContain("C'est là que tu en es.");
    expect(first.text).toContain("Oskar arrive sur l'île");
    expect(first.buttons).toEqual(['Ce qui se passe ensuite']);
    const next = reply(await claire.press(first.message.id, 'Ce qui se passe ensuite'));
    expect(next.text).toContain('Mirela échoue sur la plage');
    expect(next.text).toContain("C'est au-delà de là où tu en es.");
    expect(next.text).not.toContain("C'est là que tu en es.");
    expect(next.buttons).toEqual(['Retour', 'Ce qui se passe ensuite']);
  });

  test('turns pages up to where the reader is', async () => {
    const sam = discord.person('sam');
    await progress('sam', 'storm');
    const first = await plot('sam');
    expect(first.text).toContain('▰▰▱ scene 2 of 3');
    expect(first.buttons).toEqual(['On']);
    const second = reply(await sam.press(first.message.id, 'On'));
    expect(second.text).toContain('Mirela is washed ashore');
    expect(second.text).not.toContain('beyond where you are');
    expect(second.text).toContain('That is how far you are.');
    expect(second.buttons).toEqual(['Back', 'What happens next']);
    expect(reply(await sam.press(second.message.id, 'Back')).text).toContain('Oskar comes to the island');
  });

  test('a page that was made before the reader forgot where they are is refused kindly', async () => {
    const mia = discord.person('mia');
    await progress('mia', 'farewell');
    const first = await plot('mia');
    await progress('mia', 'forget');
    expect(reply(await mia.press(first.message.id, 'On')).text).toContain('an older version of me');
  });
});
