import { escapeMarkdown } from '@discordjs/formatters';
import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { Candidate, Reason } from '../answers/answer.ts';
import { shownQuestion, type Told } from '../answers/told.ts';
import { type Claim, type Fact, type Film, isDisputed, localized } from '../films/film.ts';
import type { Language } from '../text/language.ts';
import { button, card, type Message, shorten, subtext, text } from './message.ts';
import { listed, words } from './words/words.ts';

/** Who reads: their language where a film or question does not decide, and who may press Delete. */
export interface Asker {
  readonly id: string;
  readonly language: Language;
}

/** What comes of a question; `isAlone` where nobody but the asker reads it. */
export function answerMessage(told: Told, asker: Asker, isAlone: boolean): Message {
  if (told.kind === 'hidden') return hiddenMessage(told, asker, isAlone);
  const { film, answer } = told;
  switch (answer.kind) {
    case 'answered':
      return factMessage(film, answer.fact, answer.language, asker, answer.also);
    case 'unsure':
      return candidatesMessage(film, words(answer.language).didYouMean, answer.candidates, answer.language, asker);
    case 'unknown':
      return candidatesMessage(
        film,
        refusal(film, answer.reason, answer.language),
        answer.candidates,
        answer.language,
        asker,
        true,
      );
  }
}

/**
 * One fact: its answer, where it comes from, and what can be done with it. Where two were asked for, two cards; a "why?"
 * leans on the last.
 */
export function factMessage(film: Film, fact: Fact, language: Language, asker: Asker, also?: Fact): Message {
  const remove = [removeButton(asker, language)];
  const first = also === undefined ? [] : factCard(film, fact, language, []);
  const last = also ?? fact;
  return {
    tells: { film: film.id, fact: last.id },
    components: [...first, ...factCard(film, last, language, remove)],
  };
}

function factCard(film: Film, fact: Fact, language: Language, more: readonly APIButtonComponent[]) {
  const say = words(language);
  const marks = [say.source(documentsOf(film, fact, language)), ...(fact.spoils ? [say.spoiler] : [])];
  return card(
    [text(localized(film, fact.answer, language)), subtext(marks.join(' · '))],
    [
      button('ask', 'sources', [film.id, fact.id], say.sources),
      button('ask', 'wrong', [film.id, fact.id], say.wrong),
      ...more,
    ],
  );
}

/** The places that a fact stands on, and what each document says where they differ. */
export function sourcesMessage(film: Film, fact: Fact, language: Language): Message {
  const say = words(language);
  const lines = fact.claims.map(claim => {
    const document = documentTitle(film, claim.document, language);
    const places = placesOf(claim, language);
    return claim.says === undefined || !isDisputed(fact)
      ? say.sourceLine(document, places)
      : say.sourceSays(document, places, localized(film, claim.says, language));
  });
  return {
    private: true,
    components: card([text(`### ${say.sourcesTitle}\n${lines.map(line => `- ${line}`).join('\n')}`)]),
  };
}

/**
 * The card for everything hidden: the same bytes whatever lies behind it, also when nothing does. The Delete
 * button names the asker and nothing else.
 */
function hiddenMessage(
  { film, language, facts, sure }: Extract<Told, { kind: 'hidden' }>,
  asker: Asker,
  isAlone: boolean,
): Message {
  const say = words(language);
  return {
    components: card(
      [text(isAlone ? say.hiddenAlone : say.hidden), subtext(say.hiddenHint)],
      [button('ask', 'show', [], say.showMe, ButtonStyle.Primary), removeButton(asker, language)],
    ),
    keeps: { kind: 'hidden', film: film.id, facts: facts.map(({ id }) => id), sure },
  };
}

/** What **Show me** shows to the one who pressed it. */
export function shownMessage(film: Film, facts: readonly Fact[], sure: boolean, asker: Asker): Message {
  const [first, also] = facts;
  if (first === undefined) return { private: true, components: card([text(words(asker.language).notKnown)]) };
  if (sure) return { ...factMessage(film, first, asker.language, asker, also), private: true };
  const candidates = facts.map(fact => ({ fact, confidence: 0 }));
  const message = candidatesMessage(film, words(asker.language).didYouMean, candidates, asker.language, asker);
  return { ...message, private: true };
}

function candidatesMessage(
  film: Film,
  sentence: string,
  candidates: readonly Candidate[],
  language: Language,
  asker: Asker,
  nearest = false,
): Message {
  const offers = candidates.map(({ fact }): APIButtonComponent => {
    return button('ask', 'fact', [film.id, fact.id, language], shownQuestion(film, fact, language));
  });
  const parts = [text(sentence), ...(nearest && offers.length > 0 ? [subtext(words(language).nearest)] : [])];
  return { components: [...card([...parts], [...offers, removeButton(asker, language)])] };
}

/** Why there is no answer, in one calm sentence; in all our languages for who writes another. */
export function refusal(film: Film, reason: Reason, language: Language): string {
  const say = words(language);
  const title = escapeMarkdown(film.title);
  switch (reason.because) {
    case 'not-known':
      return say.notKnown;
    case 'not-documented':
      return say.notDocumented;
    case 'other-language':
      return [words('en'), words('id'), words('fr')].map(({ otherLanguage }) => otherLanguage).join('\n');
    case 'small-talk':
      switch (reason.talk) {
        case 'distress':
          return say.distress;
        case 'thanks':
          return say.thanks;
        case 'farewell':
          return say.farewell;
        case 'insult':
          return say.insult;
        case 'greeting':
          return say.greeting(title);
        case 'about-bot':
          return say.aboutBot(title);
        case 'instruction':
          return say.instruction(title);
        case 'nothing':
          return say.nothing(title);
      }
  }
}

/** Bound to the asker: the id says who may press it. */
function removeButton(asker: Asker, language: Language): APIButtonComponent {
  return button('ask', 'remove', [asker.id], words(language).remove);
}

export function documentsOf(film: Film, fact: Fact, language: Language): string {
  const titles = new Set(fact.claims.map(({ document }) => documentTitle(film, document, language)));
  return listed([...titles], language);
}

function documentTitle(film: Film, id: string, language: Language): string {
  const document = film.documents.find(document => document.id === id);
  return document === undefined ? id : localized(film, document.title, language);
}

function placesOf({ at }: Claim, language: Language): string {
  const places = at.map(place => {
    const [line = '', sentence = ''] = place.split('.');
    return words(language).place(line, sentence);
  });
  return shorten(listed(places, language), 300);
}
