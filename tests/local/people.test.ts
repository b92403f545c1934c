import { type ChatInputCommandInteraction, Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { call, once, readyWithCommands, silent } from './client.ts';

type Command = ChatInputCommandInteraction;

describe('the app lets nobody', () => {
  const cases: [string, string, Record<string, string | number | boolean>, string][] = [
    ['use a command that is not registered', 'other', {}, 'there is no command'],
    ['use a subcommand that is not registered', 'film other', {}, 'there is no command'],
    ['leave out a required option', 'film ask', {}, 'required'],
    ['invent an option', 'film ask', { question: 'x', colour: 'red' }, 'no option'],
    ['write more than an option takes', 'film ask', { question: 'x'.repeat(51) }, 'too long'],
    ['go beyond a number’s range', 'film ask', { question: 'x', rounds: 21 }, 'range'],
    ['send a word for a number', 'film ask', { question: 'x', rounds: 'five' }, 'must be a number'],
    ['choose what is no choice', 'film ask', { question: 'x', level: 'absurd' }, 'choices'],
    ['use a command they lack the permission for', 'manage', {}, 'there is no command'],
  ];
  test.each(cases)('%s', async (_, path, values, why) => {
    const { budi, club } = await readyWithCommands();
    expect(() => budi.slash(club, path, values)).toThrow(why);
  });
});

test('whoever manages the server sees the commands for managers', async () => {
  const { client, mia, club } = await readyWithCommands();
  client.on(Events.InteractionCreate, sent => sent.isRepliable() && void sent.reply('yours'));
  expect((await mia.slash(club, 'manage')).message?.content).toBe('yours');
});

describe('where only a person brought the bot', () => {
  test.each([
    ['elsewhere', 0],
    ['friends', 2],
  ])('in %s, commands work and say so', async (name, context) => {
    const { local, client, mia } = await readyWithCommands({ elsewhere: true });
    const came = once<Command>(client, Events.InteractionCreate);
    const outcome = mia.slash(local.channel(name).id, 'film ask', { question: 'who?' });
    const interaction = await came;
    await interaction.reply('here, too');
    expect(interaction.context).toBe(context);
    expect(interaction.authorizingIntegrationOwners).toMatchObject({ 1: mia.person.id });
    expect(interaction.authorizingIntegrationOwners[0]).toBeUndefined();
    expect((await outcome).message?.content).toBe('here, too');
  });

  test('the bot can neither write nor read there of its own accord', async () => {
    const { local, mia } = await readyWithCommands({ elsewhere: true });
    const { id } = local.channel('elsewhere');
    mia.say(id, `<@${local.world.bot.id}> hello`);
    const sent = await call(local, 'POST', `/channels/${id}/messages`, { content: 'x', ...silent });
    expect(sent).toMatchObject({ status: 403, body: { code: 50001 } });
    expect(local.traffic.filter(one => one.kind === 'gateway' && one.event === 'MESSAGE_CREATE')).toEqual([]);
  });

  test('an interaction takes five follow-ups and no more', async () => {
    let now = Date.now();
    const { local, client, mia } = await readyWithCommands({ elsewhere: true, clock: () => now });
    const came = once<Command>(client, Events.InteractionCreate);
    const outcome = mia.slash(local.channel('elsewhere').id, 'film ask', { question: 'who?' });
    const { token, applicationId, ...interaction } = await came;
    await call(local, 'POST', `/interactions/${interaction.id}/${token}/callback`, {
      type: 4,
      data: { content: '0', ...silent },
    });
    await outcome;
    const codes: (number | undefined)[] = [];
    for (let count = 1; count <= 6; count++) {
      now += 5000;
      codes.push(
        (await call(local, 'POST', `/webhooks/${applicationId}/${token}`, { content: 'x', ...silent })).body.code,
      );
    }
    expect(codes).toEqual([undefined, undefined, undefined, undefined, undefined, 40094]);
  });

  test('a command for servers that have the bot is not there', async () => {
    const { local, mia } = await readyWithCommands({ elsewhere: true });
    expect(() => mia.slash(local.channel('elsewhere').id, 'server')).toThrow('there is no command');
    expect(() => mia.slash(mia.privateChat().id, 'server')).toThrow('there is no command');
  });
});
