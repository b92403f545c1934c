import { escapeMarkdown } from '@discordjs/formatters';
import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  ChannelType,
  ComponentType,
} from 'discord-api-types/v10';
import { type Language, languages } from '../text/language.ts';
import { type Message, shorten, subtext, text } from './message.ts';
import { counted, listed, words } from './words/words.ts';

/** What the panel shows: what is chosen now, and what there is to choose from. */
export interface Panel {
  readonly language?: Language | undefined;
  readonly spoilers: 'careful' | 'open';
  readonly mentionChannels: readonly string[];
  readonly quizChannels: readonly string[];
  readonly film?: string | undefined;
  readonly cooldown: string;
  readonly films: readonly { readonly id: string; readonly title: string }[];
  readonly cooldowns: Readonly<
    Record<string, { readonly questions: number; readonly seconds: number } | undefined>
  >;
}

export type Setting = 'language' | 'spoilers' | 'mentionChannels' | 'quizChannels' | 'film' | 'cooldown';

/** Discord's limits: options of a select, and channels that one may name. */
const mostOptions = 25;

/** One panel with a select for each setting; `saved` names the one that was just changed. */
export function settingsMessage(panel: Panel, saved: Setting | undefined, language: Language): Message {
  const say = words(language);
  const pick = (setting: Setting, choices: readonly (readonly [value: string, label: string])[], chosen: string) =>
    row({
      type: ComponentType.StringSelect,
      custom_id: `settings:${setting}`,
      options: choices.slice(0, mostOptions).map(([value, label]) => ({
        value,
        label: shorten(label, 100),
        default: value === chosen,
      })),
    });
  const channels = (setting: Setting, chosen: readonly string[]) =>
    row({
      type: ComponentType.ChannelSelect,
      custom_id: `settings:${setting}`,
      channel_types: [ChannelType.GuildText, ChannelType.PublicThread],
      placeholder: say.settingsEverywhere,
      min_values: 0,
      max_values: mostOptions,
      default_values: chosen.map(id => ({ id, type: 'channel' as never })),
    });
  const parts: APIComponentInContainer[] = [
    text(`### ${say.settingsTitle}`),
    text(titleOf('language', language)),
    pick('language', languageChoices(language), panel.language ?? 'asked'),
    text(titleOf('spoilers', language)),
    pick(
      'spoilers',
      [
        ['careful', say.settingsCareful],
        ['open', say.settingsOpen],
      ],
      panel.spoilers,
    ),
    text(titleOf('mentionChannels', language)),
    channels('mentionChannels', panel.mentionChannels),
    text(titleOf('quizChannels', language)),
    channels('quizChannels', panel.quizChannels),
    ...(panel.films.length < 2
      ? []
      : [text(titleOf('film', language)), pick('film', filmChoices(panel, language), panel.film ?? 'none')]),
    text(titleOf('cooldown', language)),
    pick('cooldown', cooldownChoices(panel, language), panel.cooldown),
    ...(saved === undefined
      ? []
      : [
          subtext(
            say.settingsSaved(titleOf(saved, language).replaceAll('**', ''), wordsFor(panel, saved, language)),
          ),
        ]),
  ];
  return { private: true, components: [{ type: ComponentType.Container, components: parts }] };
}

function row(component: APIComponentInMessageActionRow): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [component] };
}

function titleOf(setting: Setting, language: Language): string {
  const say = words(language);
  const titles: Record<Setting, string> = {
    language: say.settingsLanguage,
    spoilers: say.settingsSpoilers,
    mentionChannels: say.settingsMentions,
    quizChannels: say.settingsQuiz,
    film: say.settingsFilm,
    cooldown: say.settingsCooldown,
  };
  return `**${titles[setting]}**`;
}

/** What a setting is now, in words. */
function wordsFor(panel: Panel, setting: Setting, language: Language): string {
  const say = words(language);
  const named = (choices: readonly (readonly [string, string])[], chosen: string) =>
    choices.find(([value]) => value === chosen)?.[1] ?? chosen;
  const places = (ids: readonly string[]) =>
    ids.length === 0
      ? say.settingsEverywhere
      : listed(
          ids.map(id => `<#${id}>`),
          language,
        );
  switch (setting) {
    case 'language':
      return named(languageChoices(language), panel.language ?? 'asked');
    case 'spoilers':
      return panel.spoilers === 'open' ? say.settingsOpen : say.settingsCareful;
    case 'mentionChannels':
      return places(panel.mentionChannels);
    case 'quizChannels':
      return places(panel.quizChannels);
    case 'film':
      return escapeMarkdown(named(filmChoices(panel, language), panel.film ?? 'none'));
    case 'cooldown':
      return named(cooldownChoices(panel, language), panel.cooldown);
  }
}

function languageChoices(language: Language): (readonly [string, string])[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return [
    ['asked', words(language).settingsLanguageAsked],
    ...languages.map(code => [code, names.of(code) ?? code] as const),
  ];
}

function filmChoices({ films }: Panel, language: Language): (readonly [string, string])[] {
  return [['none', words(language).settingsFilmNone], ...films.map(({ id, title }) => [id, title] as const)];
}

function cooldownChoices({ cooldowns }: Panel, language: Language): (readonly [string, string])[] {
  const say = words(language);
  return Object.entries(cooldowns).map(([value, limit]) => [
    value,
    limit === undefined
      ? say.settingsCooldownOff
      : say.settingsCooldownOf(
          counted(limit.questions, say.questions, language),
          counted(limit.seconds, say.seconds, language),
        ),
  ]);
}
