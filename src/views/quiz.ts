import { escapeMarkdown } from '@discordjs/formatters';
import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { PlayerId, Quiz, Round, Scored } from '../quiz/quiz.ts';
import type { Standings } from '../quiz/standings.ts';
import type { Language } from '../text/language.ts';
import { button, card, type Message, placeOf, rows, shorten, subtext, text } from './message.ts';
import { counted, listed, words } from './words/words.ts';

/** Announces a quiz: its rules, when it begins, and what may still be said and done about it. */
export function openingMessage(quiz: Quiz, title: string): Message {
  const { language, settings } = quiz;
  const say = words(language);
  const rules = say.quizRules(
    counted(settings.rounds, say.rounds, language),
    counted(settings.seconds, say.seconds, language),
  );
  const starts = quiz.phase === 'opening' ? `\n${say.quizStarts(countdown(quiz.startsAt))}` : '';
  const seenIt = quiz.solo ? say.haveFinished : say.quizSeenIt;
  const buttons = [
    ...(quiz.phase === 'opening' && !settings.spoilers ? [button('quiz', 'seen', [quiz.id], seenIt)] : []),
    ...(quiz.phase === 'over' ? [] : [stopButton(quiz)]),
  ];
  return {
    announces: quiz.id,
    components: card(
      [
        text(`### ${say.quizTitle(escapeMarkdown(title))}\n${rules}${starts}`),
        subtext(settings.spoilers ? say.quizOpen : say.quizCareful),
      ],
      buttons,
    ),
  };
}

/** An open round: the question, its lettered choices, and who has guessed so far, but not what. */
export function roundMessage(quiz: Quiz, round: Round, resumed: boolean): Message {
  const { language, settings } = quiz;
  const say = words(language);
  const { question, guesses } = round;
  const heldBack = quiz.solo ? say.roundHeldBackAlone : say.roundHeldBack;
  const notes = [
    say.roundCloses(countdown(round.closesAt)),
    ...(guesses.length === 0
      ? []
      : [
          say.roundGuessed(
            names(
              guesses.map(({ player }) => player),
              language,
            ),
          ),
        ]),
    ...(question.heldBack === 0 ? [] : [heldBack(counted(question.heldBack, say.questions, language))]),
    ...(resumed ? [say.roundResumed] : []),
  ];
  const buttons = question.choices.map((_, choice) =>
    button('quiz', 'guess', [quiz.id, `${round.number}`, `${choice}`], letter(choice), ButtonStyle.Primary),
  );
  return {
    components: roundCard(
      [heading(say.round(`${round.number}`, `${settings.rounds}`), question.text), choiceList(question.choices)],
      notes,
      [buttons, [stopButton(quiz)]],
    ),
  };
}

/** A closed round: the right answer, why, who had it and how fast, and the points. */
export function revealMessage(quiz: Quiz, { number, question }: Round, scored: readonly Scored[]): Message {
  const { language, settings } = quiz;
  const say = words(language);
  const right = [...scored].filter(({ isRight }) => isRight).sort((a, b) => a.took - b.took);
  const wrong = scored.filter(({ isRight }) => !isRight);
  const scorers = right.map(({ player, took, points }) =>
    say.scorer(mention(player), seconds(took, language), `${points}`),
  );
  const result =
    scored.length === 0
      ? say.roundNobody
      : [
          right.length === 0 ? say.roundNobodyRight : say.roundRight(shortList(scorers, language)),
          ...(wrong.length === 0
            ? []
            : [
                say.roundWrong(
                  names(
                    wrong.map(({ player }) => player),
                    language,
                  ),
                ),
              ]),
        ].join('\n');
  const answer = say.roundAnswer(letter(question.right), escapeMarkdown(question.choices[question.right] ?? ''));
  return {
    components: roundCard(
      [
        heading(say.round(`${number}`, `${settings.rounds}`), question.text),
        `${answer}\n${question.because}`,
        result,
      ],
      [say.source(listed(question.sources, language))],
      [[button('ask', 'sources', [quiz.film, question.fact], say.sources)]],
    ),
  };
}

/** How it ended. */
export function standingsMessage(quiz: Quiz, title: string, { players, bestStreak, fastest }: Standings): Message {
  const { language } = quiz;
  const say = words(language);
  const lines = players
    .slice(0, mostPlaces)
    .map(({ place, player, points, right }) =>
      say.quizPlace(
        placeOf(place),
        mention(player),
        counted(points, say.points, language),
        counted(right, say.rightAnswers, language),
      ),
    );
  const notes = [
    ...(bestStreak === undefined
      ? []
      : [say.quizBestStreak(mention(bestStreak.player), counted(bestStreak.length, say.rightAnswers, language))]),
    ...(fastest === undefined ? [] : [say.quizFastest(mention(fastest.player), seconds(fastest.took, language))]),
    ...endingNote(quiz),
  ];
  return {
    components: card(
      [
        text(
          `### ${say.quizOver(escapeMarkdown(title))}\n${lines.length === 0 ? say.quizNobody : lines.join('\n')}`,
        ),
        ...(notes.length === 0 ? [] : [subtext(notes.join('\n'))]),
      ],
      [button('quiz', 'again', [quiz.id], say.quizAgain, ButtonStyle.Primary)],
    ),
  };
}

/** Tells a player, in their language, which guess of theirs counts. */
export function receipt(choices: readonly string[], choice: number, isFirst: boolean, language: Language): Message {
  const say = words(language);
  const chosen = escapeMarkdown(choices[choice] ?? '');
  const sentence = isFirst ? say.youSaid(letter(choice), chosen) : say.youSaidBefore(letter(choice), chosen);
  return { private: true, components: card([text(sentence)]) };
}

/** Where the running quiz is to be found. */
export function runningMessage(quiz: Quiz, language: Language): Message {
  const { guild, room } = quiz;
  const message = quiz.phase === 'asking' ? quiz.round.message : undefined;
  const link = `https://discord.com/channels/${guild ?? '@me'}/${room}${message === undefined ? '' : `/${message}`}`;
  return { private: true, components: card([text(words(language).quizRunning(link))]) };
}

/** What the bot must be allowed to do before it can play here. */
export function lacksMessage(lacks: readonly string[], language: Language): Message {
  const say = words(language);
  const rights = lacks.map(right => say.rights[right] ?? right);
  return { private: true, components: card([text(say.quizLacks(listed(rights, language)))]) };
}

/** Where quizzes are played instead. */
export function elsewhereMessage(channels: readonly string[], language: Language): Message {
  const places = listed(
    channels.map(id => `<#${id}>`),
    language,
  );
  return { private: true, components: card([text(words(language).quizElsewhere(places))]) };
}

/** The text of a message has 4,000 characters: so many places, and names in a list, fit. */
const mostPlaces = 25;
const mostNames = 15;

function endingNote(quiz: Quiz): string[] {
  const say = words(quiz.language);
  if (quiz.phase !== 'over') return [];
  switch (quiz.because) {
    case 'quiet':
      return [say.quizQuiet];
    case 'stopped':
      return [say.quizStopped];
    case 'used-up':
      return [say.quizUsedUp];
    case 'played':
    case 'unreachable':
      return [];
  }
}

function roundCard(
  parts: readonly string[],
  notes: readonly string[],
  buttons: readonly (readonly APIButtonComponent[])[],
): APIMessageTopLevelComponent[] {
  return [
    {
      type: ComponentType.Container,
      components: [...parts.map(text), subtext(notes.join('\n')), ...buttons.flatMap(row => rows(row))],
    },
  ];
}

function heading(round: string, question: string): string {
  return `-# ${round}\n### ${escapeMarkdown(question)}`;
}

function choiceList(choices: readonly string[]): string {
  return choices.map((choice, at) => `**${letter(at)}** · ${escapeMarkdown(choice)}`).join('\n');
}

function stopButton(quiz: Quiz): APIButtonComponent {
  return button('quiz', 'stop', [quiz.id], words(quiz.language).quizStop);
}

/** A, B, C, D. */
function letter(choice: number): string {
  return String.fromCharCode(65 + choice);
}

/** Discord counts down by itself. */
function countdown(at: number): string {
  return `<t:${Math.round(at / 1000)}:R>`;
}

/** Discord writes the name; nobody is notified, see `allowed_mentions`. */
function mention(player: PlayerId): string {
  return `<@${player}>`;
}

function names(players: readonly PlayerId[], language: Language): string {
  return shortList(players.map(mention), language);
}

function shortList(items: readonly string[], language: Language): string {
  const rest = items.length - mostNames;
  return shorten(listed(rest > 0 ? [...items.slice(0, mostNames), `+${rest}`] : items, language), 1500);
}

function seconds(milliseconds: number, language: Language): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    milliseconds / 1000,
  );
}
