import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Events,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { until } from '../../src/local/people.ts';
import { call, once, readyWithCommands, silent } from './client.ts';

type Command = ChatInputCommandInteraction;
const hidden = { flags: MessageFlags.Ephemeral } as const;
const button = (customId: string, more: object = {}) => ({
  type: 1,
  components: [{ type: 2, style: 2, label: customId, custom_id: customId, ...more }],
});

/** What somebody's command brings, with what the bot does about it. */
async function ask(does: (interaction: Command) => Promise<unknown>, options = {}) {
  const world = await readyWithCommands(options);
  const came = once<Command>(world.client, Events.InteractionCreate);
  const outcome = world.mia.slash(world.club, 'film ask', { question: 'who?' });
  const interaction = await came;
  const done = does(interaction).then(
    () => undefined,
    (error: { code?: number }) => error.code,
  );
  return { ...world, interaction, outcome: await outcome, refusal: await done };
}

describe('a command', () => {
  test('carries its options, its person, its place and who brought the bot', async () => {
    const { interaction, local, club } = await ask(interaction => interaction.reply('x'));
    expect(interaction.options.getSubcommand()).toBe('ask');
    expect(interaction.options.getString('question')).toBe('who?');
    expect(interaction).toMatchObject({ channelId: club, locale: 'en-US', guildLocale: 'en-US', context: 0 });
    expect(interaction.user.username).toBe('mia');
    expect(interaction.memberPermissions?.has('ManageGuild')).toBe(true);
    expect(interaction.appPermissions.has('SendMessages')).toBe(true);
    expect(interaction.authorizingIntegrationOwners).toMatchObject({ 0: local.world.guild.id });
  });

  test('is answered with a message that everybody sees', async () => {
    const { outcome, budi, club } = await ask(interaction => interaction.reply('Nobody.'));
    expect(outcome).toMatchObject({ kind: 'message', message: { content: 'Nobody.' } });
    expect(budi.seen(club).map(({ content }) => content)).toEqual(['Nobody.']);
  });

  test('answered ephemerally is seen by its person alone, and by no call with the bot’s token', async () => {
    const { local, outcome, mia, budi, club } = await ask(interaction =>
      interaction.reply({ content: 'Psst', ...hidden }),
    );
    const id = outcome.message?.id;
    expect(mia.seen(club).map(({ content }) => content)).toEqual(['Psst']);
    expect(budi.seen(club)).toEqual([]);
    expect(await call(local, 'GET', `/channels/${club}/messages/${id}`)).toMatchObject({ body: { code: 10008 } });
    expect(local.traffic.filter(one => one.kind === 'gateway' && one.event === 'MESSAGE_CREATE')).toEqual([]);
  });

  test('cannot be acknowledged twice', async () => {
    const { refusal } = await ask(async interaction => {
      await interaction.reply('one');
      await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 4, data: { content: 'two', ...silent } },
        auth: false,
      });
    });
    expect(refusal).toBe(40060);
  });

  test('that nobody acknowledges in time fails, and cannot be answered any more', async () => {
    const { client, mia, club } = await readyWithCommands({ acknowledgeWithin: 20 });
    const came = once<Command>(client, Events.InteractionCreate);
    const outcome = await mia.slash(club, 'film ask', { question: 'who?' });
    expect(outcome.kind).toBe('failed');
    await expect((await came).reply('late')).rejects.toMatchObject({ code: 10062 });
    expect(mia.seen(club)).toEqual([]);
  });

  test.each([6, 7, 8])('cannot be answered with a callback of type %i', async type => {
    const { local, client, mia, club } = await readyWithCommands({ acknowledgeWithin: 200 });
    const came = once<Command>(client, Events.InteractionCreate);
    const outcome = mia.slash(club, 'film ask', { question: 'who?' });
    const { id, token } = await came;
    const answered = await call(local, 'POST', `/interactions/${id}/${token}/callback`, { type, data: silent });
    expect(answered).toMatchObject({ status: 400, body: { code: 50035 } });
    expect((await outcome).kind).toBe('failed');
  });
});

describe('a deferred answer', () => {
  test('takes its place when it is edited in', async () => {
    const { outcome, mia, club } = await ask(async interaction => {
      await interaction.deferReply();
      await interaction.editReply('At last.');
    });
    expect(outcome.kind).toBe('deferred');
    expect(mia.seen(club).map(({ content }) => content)).toEqual(['At last.']);
  });

  test('is seen by whom it was promised to, whatever the first follow-up says', async () => {
    const { mia, budi, club } = await ask(async interaction => {
      await interaction.deferReply(hidden);
      await interaction.followUp('At last.');
    });
    expect(mia.seen(club).map(({ content }) => content)).toEqual(['At last.']);
    expect(budi.seen(club)).toEqual([]);
  });

  test('can promise nothing but to be ephemeral', async () => {
    const { local, client, mia, club } = await readyWithCommands({ acknowledgeWithin: 200 });
    const came = once<Command>(client, Events.InteractionCreate);
    const outcome = mia.slash(club, 'film ask', { question: 'who?' });
    const { id, token } = await came;
    const body = { type: 5, data: { flags: MessageFlags.IsComponentsV2 } };
    expect((await call(local, 'POST', `/interactions/${id}/${token}/callback`, body)).body.code).toBe(50035);
    await outcome;
  });
});

describe('a token', () => {
  test('edits, follows up and deletes for a quarter of an hour, and is dead afterwards', async () => {
    let now = Date.now();
    const { interaction, mia, club } = await ask(interaction => interaction.reply('one'), { clock: () => now });
    now += 15 * 60_000;
    await interaction.editReply('two');
    const more = await interaction.followUp('three');
    await interaction.deleteReply(more);
    expect(mia.seen(club).map(({ content }) => content)).toEqual(['two']);
    now += 1;
    await expect(interaction.editReply('four')).rejects.toMatchObject({ code: 50027 });
  });

  test('reaches no message of another interaction', async () => {
    const { client, interaction, mia, club, outcome } = await ask(interaction => interaction.reply('one'));
    const came = once<Command>(client, Events.InteractionCreate);
    const second = mia.slash(club, 'film ask', { question: 'who else?' });
    await (await came).reply('two');
    const other = (await second).message?.id ?? '';
    await expect(interaction.editReply({ message: other, content: 'mine' })).rejects.toMatchObject({ code: 10008 });
    expect(mia.seen(club).map(({ content }) => content)).toEqual(['one', 'two']);
    expect(outcome.message?.id).not.toBe(other);
  });
});

describe('a button', () => {
  async function withButtons(does: (pressed: ButtonInteraction) => Promise<unknown>) {
    const { message, ...world } = await say([button('next'), button('off', { disabled: true })]);
    world.client.on(Events.InteractionCreate, pressed => void does(pressed as ButtonInteraction));
    return { ...world, message };
  }
  async function say(components: object[]) {
    const world = await readyWithCommands();
    const message = (await world.client.rest.post(`/channels/${world.club}/messages`, {
      body: { content: 'page 1', components, ...silent },
    })) as { id: string };
    return { ...world, message };
  }

  test('changes its own message', async () => {
    const { mia, club, message } = await withButtons(pressed => pressed.update({ content: 'page 2' }));
    expect(await mia.press(message.id, 'next')).toMatchObject({ kind: 'update', message: { content: 'page 2' } });
    expect(mia.seen(club)).toHaveLength(1);
  });

  test('can let its message be deleted', async () => {
    const { mia, club, message } = await withButtons(async pressed => {
      await pressed.deferUpdate();
      await pressed.deleteReply();
    });
    await mia.press(message.id, 'next');
    await until(() => (mia.seen(club).length === 0 ? true : undefined));
  });

  test('tells which message it stands on, and its answer tells the same', async () => {
    const { local, client, mia, message } = await withButtons(pressed => pressed.reply('yes'));
    const pressed = once<Interaction>(client, Events.InteractionCreate);
    const { message: answer } = await mia.press(message.id, 'next');
    expect(await pressed).toMatchObject({ message: { id: message.id }, customId: 'next' });
    expect(answer?.replyTo).toBe(message.id);
    expect(local.violations).toEqual([]);
  });

  test('that is disabled or absent cannot be pressed', async () => {
    const { mia, message } = await withButtons(pressed => pressed.deferUpdate());
    expect(() => mia.press(message.id, 'off')).toThrow('disabled');
    expect(() => mia.press(message.id, 'elsewhere')).toThrow('no button');
  });

  test('on an ephemeral message can be pressed by its person alone', async () => {
    const { client, mia, budi, outcome } = await ask(interaction =>
      interaction.reply({ content: 'Psst', components: [button('next')], ...hidden }),
    );
    client.on(Events.InteractionCreate, pressed => void (pressed as ButtonInteraction).update('Gone'));
    const id = outcome.message?.id ?? '';
    expect(() => budi.press(id, 'next')).toThrow('no such message');
    expect((await mia.press(id, 'next')).message?.content).toBe('Gone');
  });

  test('opens a form, and the form is answered', async () => {
    const { client, mia, club, message } = await withButtons(async pressed => {
      if (!pressed.isButton()) return;
      await pressed.showModal({
        title: 'A form',
        custom_id: 'form',
        components: [{ type: 1, components: [{ type: 4, custom_id: 'name', label: 'Name', style: 1 }] }],
      });
    });
    client.on(Events.InteractionCreate, sent => {
      if (sent.isModalSubmit()) void sent.reply(sent.fields.getTextInputValue('name'));
    });
    const { modal = {} } = await mia.press(message.id, 'next');
    expect(() => mia.submit(club, modal, {})).toThrow('required');
    expect((await mia.submit(club, modal, { name: 'Mia' })).message?.content).toBe('Mia');
  });

  test('a select takes only what it offers', async () => {
    const options = ['a', 'b'].map(value => ({ label: value, value }));
    const { client, mia, message } = await say([
      { type: 1, components: [{ type: 3, custom_id: 'pick', options }] },
    ]);
    client.on(Events.InteractionCreate, chosen => {
      if (chosen.isStringSelectMenu()) void chosen.update({ content: chosen.values.join() });
    });
    expect(() => mia.select(message.id, 'pick', ['c'])).toThrow('does not offer');
    expect(() => mia.select(message.id, 'pick', ['a', 'b'])).toThrow('does not offer');
    expect((await mia.select(message.id, 'pick', ['b'])).message?.content).toBe('b');
  });
});

test('choices are offered while an option is typed, at most 25', async () => {
  const { local, client, mia, club } = await readyWithCommands({ acknowledgeWithin: 300 });
  let count = 1;
  client.on(Events.InteractionCreate, typing => {
    if (!typing.isAutocomplete()) return;
    const name = typing.options.getFocused();
    const choices = Array.from({ length: count }, (_, at) => ({ name: `${name} ${at}`, value: `${at}` }));
    typing.respond(choices).catch(() => undefined);
  });
  const offered = await mia.complete(club, 'film ask', { question: 'wh' }, 'question');
  expect(offered.choices).toEqual([{ name: 'wh 0', value: '0' }]);
  count = 26;
  expect((await mia.complete(club, 'film ask', { question: 'wh' }, 'question')).kind).toBe('failed');
  expect(local.violations.map(({ rule }) => rule)).toContain('at most 25');
});

test('whoever has typed nothing yet is offered choices too', async () => {
  const { client, mia, club } = await readyWithCommands();
  client.on(Events.InteractionCreate, typing => {
    if (!typing.isAutocomplete()) return;
    void typing.respond([{ name: `typed: "${typing.options.getFocused()}"`, value: 'first' }]);
  });
  const { choices } = await mia.complete(club, 'film ask', { rounds: 2 }, 'question');
  expect(choices).toEqual([{ name: 'typed: ""', value: 'first' }]);
});

test('a message’s own command carries the message with its words, in a channel the bot cannot read', async () => {
  const { client, mia, budi, club } = await readyWithCommands();
  client.on(Events.InteractionCreate, sent => {
    if (sent.isMessageContextMenuCommand()) void sent.reply(`You asked: ${sent.targetMessage.content}`);
  });
  const question = mia.say(club, 'who?');
  expect((await budi.messageCommand(question.id, 'Ask it')).message?.content).toBe('You asked: who?');
});
