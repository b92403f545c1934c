import { expect, test } from 'vitest';
import { seeded } from '../../src/cli/train/random.ts';
import { type Horizon, localized } from '../../src/films/film.ts';
import { loadFilm } from '../../src/films/load.ts';
import { languages } from '../../src/text/language.ts';
import { reply, useBot } from '../support/bot.ts';
import { type Forbidden, forbiddenAt } from '../support/leaks.ts';

const discord = useBot({ filmsDir: 'data', messageLimit: 10_000 });
const questions = 1_000;

test('a thousand random questions, in every language and way and by people of every horizon, tell nobody what is hidden from them', {
  timeout: 300_000,
}, async () => {
  const film = await loadFilm('data/amour');
  const random = seeded(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const scenes = ['forget', 'finished', ...film.scenes.map(({ id }) => id)];
  const names = ['mia', 'budi', 'claire', 'sam'];
  const horizons = new Map<string, Horizon>();
  const forbidden = new Map<Horizon, Forbidden>();
  const [club, bot] = [discord.channel('film-club'), discord.local.world.bot.id];
  const leaks: string[] = [];
  let hidden = 0;
  for (let at = 0; at < questions; at++) {
    const name = pick(names);
    const person = discord.person(name);
    if (random() < 0.2) {
      const scene = pick(scenes);
      await person.slash(club, 'amour progress', { scene });
      horizons.set(name, scene === 'forget' ? undefined : scene);
    }
    const question = localized(film, pick(film.facts).questions, pick(languages))[Math.floor(random() * 2)] ?? '';
    const way = pick(['slash', 'private', 'mention', 'chat', 'suggest', 'chat command'] as const);
    const isAlone = way === 'private' || way === 'chat' || way === 'chat command';
    const horizon = isAlone ? horizons.get(name) : undefined;
    const chat = person.privateChat().id;
    const said =
      way === 'slash'
        ? reply(await person.slash(club, 'amour ask', { question })).message.components
        : way === 'private'
          ? reply(await person.slash(club, 'amour ask', { question, private: true })).message.components
          : way === 'chat command'
            ? reply(await person.slash(chat, 'amour ask', { question })).message.components
            : way === 'mention'
              ? (await discord.replyTo(person.say(club, `<@${bot}> ${question}`))).message.components
              : way === 'chat'
                ? (await discord.replyTo(person.say(chat, question))).message.components
                : (await person.complete(club, 'amour ask', { question: question.slice(0, 25) }, 'question'))
                    .choices;
    const guard = forbidden.get(horizon) ?? forbiddenAt(film, horizon);
    forbidden.set(horizon, guard);
    if (JSON.stringify(said).includes('ask:show')) hidden++;
    for (const leak of guard.leaksOf(said, question))
      leaks.push(`${way}, ${horizon ?? 'nothing said'}: ${question} → ${leak}`);
  }
  expect(leaks).toEqual([]);
  expect(hidden).toBeGreaterThan(questions / 10);
});
