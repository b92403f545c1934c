import { escapeMarkdown } from '@discordjs/formatters';
import { type CreditsScene, type Fact, type Film, localized, type Person } from '../films/film.ts';
import { rule } from '../quiz/points.ts';
import type { Language } from '../text/language.ts';
import { documentsOf } from './answer.ts';
import { card, type Message, subtext, text } from './message.ts';
import { counted, words } from './words/words.ts';

/** Whether to stay seated: yes, no, or not recorded, each with what it is based on. */
export function creditsMessage(film: Film, language: Language): Message {
  const say = words(language);
  const { after, during } = film.credits;
  const state = (scene: CreditsScene | undefined) =>
    scene === undefined ? say.notRecorded : scene.scene ? say.yes : say.no;
  const facts = [after, during].flatMap(scene => film.facts.filter(({ id }) => id === scene?.fact));
  const answers = [...new Set(facts.map(fact => localized(film, fact.answer, language)))];
  const documents = [...new Set(facts.map(fact => documentsOf(film, fact, language)))];
  return {
    components: card([
      text(`### ${say.creditsTitle(escapeMarkdown(film.title))}`),
      text(`**${say.creditsAfter}** · ${state(after)}\n**${say.creditsDuring}** · ${state(during)}`),
      ...answers.map(text),
      subtext(documents.length === 0 ? say.creditsNoBasis : say.creditsBasis(documents.join(', '))),
    ]),
  };
}

/** Who plays whom, in the order of the pack. `people` are those this reader may know of. */
export function castMessage(film: Film, people: readonly Person[], language: Language): Message {
  const say = words(language);
  const lines = people.flatMap(({ name, playedBy }) => {
    const actor = film.people.find(({ id }) => id === playedBy);
    return actor === undefined
      ? []
      : [say.playedBy(localized(film, name, language), localized(film, actor.name, language))];
  });
  return {
    components: card([
      text(`### ${say.castTitle(escapeMarkdown(film.title))}`),
      text(lines.length === 0 ? say.castEmpty : lines.join('\n')),
    ]),
  };
}

/** Ratings, reviews and box office, as the pack orders them. */
export function receptionMessage(film: Film, facts: readonly Fact[], language: Language): Message {
  const say = words(language);
  const lines = facts.map(fact => `- ${localized(film, fact.answer, language)}`);
  const documents = [...new Set(facts.flatMap(({ claims }) => claims.map(({ document }) => document)))];
  const titles = film.documents
    .filter(({ id }) => documents.includes(id))
    .map(({ title }) => localized(film, title, language));
  return {
    components: card([
      text(`### ${say.receptionTitle(escapeMarkdown(film.title))}`),
      text(lines.length === 0 ? say.receptionEmpty : lines.join('\n')),
      ...(titles.length === 0 ? [] : [subtext(say.source(titles.join(', ')))]),
    ]),
  };
}

/** What the bot is, what it knows and how it answers. */
export function aboutMessage(film: Film, language: Language): Message {
  const say = words(language);
  const counts = say.aboutCounts(
    counted(film.facts.length, say.facts, language),
    counted(film.documents.length, say.documents, language),
  );
  const points = say.aboutPoints(
    `${rule.right}`,
    `${rule.speed}`,
    `${rule.streak}`,
    `${rule.streak * rule.longestStreak}`,
  );
  return {
    components: card([
      text(`### ${say.aboutTitle(`${escapeMarkdown(film.title)} (${film.year})`)}`),
      text(`${say.aboutHow} ${counts}\n\n${say.aboutAsk}\n\n${points}\n\n${say.aboutPrivacy}`),
    ]),
  };
}
