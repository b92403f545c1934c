import { defineCommand, type FilmRequest, type Pressed, type Request } from '../src/bot/command.ts';
import type { Quiz, Settings } from '../src/quiz/quiz.ts';
import { privateSentence } from '../src/views/general.ts';
import type { Message } from '../src/views/message.ts';
import { elsewhereMessage, lacksMessage, openingMessage, receipt, runningMessage } from '../src/views/quiz.ts';

export default defineCommand({
  name: 'quiz',
  names: { id: 'kuis', fr: 'quiz' },
  descriptions: {
    en: 'Play a quiz about the film with everybody here',
    id: 'Main kuis tentang film ini bersama semua di sini',
    fr: 'Jouer à un quiz sur le film avec tout le monde ici',
  },
  options: {
    rounds: {
      type: 'number',
      names: { id: 'ronde', fr: 'questions' },
      descriptions: { en: 'How many questions', id: 'Banyaknya pertanyaan', fr: 'Combien de questions' },
      min: 1,
      max: 20,
    },
    seconds: {
      type: 'number',
      names: { id: 'detik', fr: 'secondes' },
      descriptions: { en: 'Time for each question', id: 'Waktu tiap pertanyaan', fr: 'Temps par question' },
      min: 10,
      max: 60,
    },
    difficulty: {
      type: 'choice',
      names: { id: 'kesulitan', fr: 'difficulte' },
      descriptions: { en: 'How hard', id: 'Seberapa sulit', fr: 'Quel niveau' },
      choices: {
        easy: { en: 'easy', id: 'mudah', fr: 'facile' },
        medium: { en: 'medium', id: 'sedang', fr: 'moyen' },
        hard: { en: 'hard', id: 'sulit', fr: 'difficile' },
        mixed: { en: 'mixed', id: 'campuran', fr: 'mélangé' },
      },
    },
    spoilers: {
      type: 'flag',
      names: { id: 'bocoran', fr: 'spoilers' },
      descriptions: {
        en: 'Questions may tell the whole story',
        id: 'Pertanyaan boleh membuka seluruh cerita',
        fr: "Les questions peuvent dévoiler toute l'histoire",
      },
    },
  },

  run(request, { rounds = 5, seconds = 20, difficulty = 'mixed', spoilers = false }) {
    return begin(request, { rounds, seconds, difficulty, spoilers });
  },

  buttons: {
    async guess({ quizzes, asker, event, pressed }, [id = '', round = '', choice = '']) {
      if (pressed === undefined) return say(privateSentence('outdated', asker.language));
      const shown = { message: pressed.id, shownAt: pressed.at };
      const guess = { player: asker.id, choice: Number(choice), at: event.at, press: event.id, ...shown };
      const turn = await quizzes.guess(id, Number(round), guess);
      const told = turn?.news[0];
      if (told?.type !== 'guessed' && told?.type !== 'guessed-before')
        return say(privateSentence('youAreLate', asker.language));
      if (told.type === 'guessed-before' && told.guess.press === event.id) return { kind: 'nothing' };
      return say(receipt(told.question.choices, told.guess.choice, told.type === 'guessed', asker.language));
    },

    async stop(request, [id = '']) {
      const quiz = await request.quizzes.find(id);
      return say(await stop(request, quiz));
    },

    /** The starter says that nobody can be spoiled. */
    async seen({ quizzes, app, asker }, [id = '']) {
      const quiz = await quizzes.find(id);
      if (quiz === undefined) return say(privateSentence('outdated', asker.language));
      if (quiz.starter !== asker.id) return say(privateSentence('quizSeenItYours', asker.language));
      if (quiz.phase !== 'opening') return say(privateSentence('quizSeenItLate', asker.language));
      const turn = await quizzes.seenIt(id);
      const { title } = await app.film(quiz.film);
      return { kind: 'change', message: openingMessage(turn?.quiz ?? quiz, title) };
    },

    /** The same once more, by whoever presses. */
    async again(request, [id = '']) {
      const quiz = await request.quizzes.find(id);
      if (quiz === undefined) return say(privateSentence('outdated', request.asker.language));
      const message = await begin({ ...request, film: quiz.film }, quiz.settings);
      return message === undefined ? { kind: 'nothing' } : say(message);
    },
  },
});

async function begin(request: FilmRequest, settings: Settings): Promise<Message | undefined> {
  const { app, quizzes, asker, place, film, event } = request;
  if (!place.isMember) return privateSentence('quizNotHere', asker.language);
  if (place.lacks.length > 0) return lacksMessage(place.lacks, asker.language);
  const { quizChannels } = await request.settings.of(place.guild);
  if (quizChannels.length > 0 && !quizChannels.includes(place.room))
    return elsewhereMessage(quizChannels, asker.language);
  // Where whoever reads may be told everything, whoever plays may, too.
  const { horizon } = await request.readerAt(film);
  const started = await quizzes.start({
    film,
    room: place.room,
    guild: place.guild,
    solo: place.isPrivate,
    starter: asker.id,
    language: await request.sharedLanguage(),
    settings: { ...settings, spoilers: settings.spoilers || horizon === 'finished' },
    press: event.id,
  });
  switch (started.kind) {
    case 'opened':
      return openingMessage(started.quiz, (await app.film(film)).title);
    case 'busy':
      return runningMessage(started.running, asker.language);
    case 'empty':
      return privateSentence('quizEmpty', asker.language);
    case 'twin':
      return undefined;
  }
}

/** Stops a quiz for whoever may. */
export async function stop({ quizzes, asker }: Request, quiz: Quiz | undefined): Promise<Message> {
  if (quiz === undefined || quiz.phase === 'over') return privateSentence('quizNone', asker.language);
  if (quiz.starter !== asker.id && !asker.managesMessages) return privateSentence('quizNotYours', asker.language);
  await quizzes.stop(quiz.id);
  return privateSentence('quizStopped', asker.language);
}

function say(message: Message): Pressed {
  return { kind: 'say', message };
}
