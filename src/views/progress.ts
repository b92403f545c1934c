import { escapeMarkdown } from '@discordjs/formatters';
import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import { type Film, type Horizon, localized } from '../films/film.ts';
import { isBeyond } from '../films/horizon.ts';
import type { Language } from '../text/language.ts';
import { button, card, type Message, subtext, text } from './message.ts';
import { words } from './words/words.ts';

/** Where somebody is, as signs and numbers: ▰▰▰▱▱▱▱ scene 3 of 24. Full and empty dots look alike in some fonts. */
export function placeLine(film: Film, horizon: Horizon, language: Language): string {
  const of = film.scenes.length;
  const seen = horizon === 'finished' ? of : film.scenes.findIndex(({ id }) => id === horizon) + 1;
  const number = new Intl.NumberFormat(language);
  return words(language).scenePlace(
    '▰'.repeat(seen) + '▱'.repeat(of - seen),
    number.format(seen),
    number.format(of),
  );
}

/** Answers `/amour progress`: where the reader is, and what that means. */
export function progressMessage(film: Film, horizon: Horizon, language: Language): Message {
  const say = words(language);
  if (horizon === undefined) return { private: true, components: card([text(say.progressNowhere)]) };
  const scene = film.scenes.find(({ id }) => id === horizon);
  const where = scene === undefined ? say.progressFinished : escapeMarkdown(localized(film, scene.name, language));
  const line = say.progressAt(placeLine(film, horizon, language));
  const kept = horizon === 'finished' ? say.progressOpen : say.progressKept;
  return { private: true, components: card([text(`${line}\n**${where}**`), subtext(kept)]) };
}

/**
 * One scene of the story, to its reader alone, with buttons to turn pages. Beyond the horizon pages are turned only by
 * the button that says so.
 */
export function plotMessage(film: Film, at: number, horizon: Horizon, reader: string, language: Language): Message {
  const say = words(language);
  const scenes = film.scenes;
  const scene = scenes[at];
  const place = horizon === undefined ? say.progressNowhere : placeLine(film, horizon, language);
  const title = `### ${say.plotTitle(escapeMarkdown(film.title))}\n${place}`;
  if (scene === undefined) return { private: true, components: card([text(title), text(say.plotEnd)]) };
  const known = (place: number) => scenes[place] !== undefined && !isBeyond(film, scenes[place].id, horizon);
  const page = (place: number, label: string, style?: ButtonStyle.Secondary | ButtonStyle.Danger) =>
    button('plot', known(place) ? 'page' : 'beyond', [film.id, `${place}`, reader], label, style);
  const [before, after] = [pageBefore(at, known), at + 1];
  const buttons: APIButtonComponent[] = [
    ...(before === undefined ? [] : [page(before, say.plotBack)]),
    ...(scenes[after] === undefined
      ? []
      : [known(after) ? page(after, say.plotOn) : page(after, say.plotNext, ButtonStyle.Danger)]),
  ];
  const isLastSeen = horizon !== undefined && known(at) && scenes[after] !== undefined && !known(after);
  const name = escapeMarkdown(localized(film, scene.name, language));
  return {
    private: true,
    components: card(
      [
        text(title),
        text(say.plotScene(`${at + 1}`, `${scenes.length}`, name)),
        text(localized(film, scene.summary, language)),
        ...(known(at) ? [] : [subtext(say.plotBeyond)]),
        ...(isLastSeen ? [subtext(say.plotEnd)] : []),
      ],
      buttons,
    ),
  };
}

/** The nearest scene before this one that the reader knows: the premise may have gaps before it. */
function pageBefore(at: number, known: (place: number) => boolean): number | undefined {
  for (let place = at - 1; place >= 0; place--) if (known(place)) return place;
  return undefined;
}

/** Asks once whether to show what lies beyond the presser's horizon. */
export function beyondMessage(language: Language): Message {
  const say = words(language);
  return {
    private: true,
    components: card(
      [text(say.beyond)],
      [
        button('ask', 'anyway', [], say.showAnyway, ButtonStyle.Danger),
        button('ask', 'finished', [], say.haveFinished),
      ],
    ),
  };
}
