import { shownQuestion } from '../src/answers/told.ts';
import { defineCommand, type Pressed, type Request } from '../src/bot/command.ts';
import { isHidden } from '../src/films/horizon.ts';
import { languages } from '../src/text/language.ts';
import { answerMessage, factMessage, shownMessage, sourcesMessage } from '../src/views/answer.ts';
import { privateSentence, tooOftenMessage } from '../src/views/general.ts';
import { limits, type Message, shorten } from '../src/views/message.ts';
import { beyondMessage } from '../src/views/progress.ts';

/** Discord takes no more choices. */
const mostChoices = 25;

export default defineCommand({
  name: 'ask',
  names: { id: 'tanya', fr: 'demander' },
  descriptions: {
    en: 'Ask a question about the film',
    id: 'Tanyakan sesuatu tentang film ini',
    fr: 'Poser une question sur le film',
  },
  options: {
    question: {
      type: 'text',
      names: { id: 'pertanyaan', fr: 'question' },
      descriptions: { en: 'What you want to know', id: 'Apa yang ingin kamu ketahui', fr: 'Ce que tu veux savoir' },
      required: true,
      autocomplete: true,
    },
    private: {
      type: 'flag',
      names: { id: 'pribadi', fr: 'prive' },
      descriptions: {
        en: 'Only you see the answer',
        id: 'Hanya kamu yang melihat jawabannya',
        fr: 'Toi seul·e vois la réponse',
      },
    },
  },

  async run({ app, film, readerAt, mustWait, asker, last }, values) {
    const wait = await mustWait();
    if (wait !== undefined) return tooOftenMessage(wait.until, asker.language);
    const reader = await readerAt(film, values.private);
    const before = last?.film === film ? last.fact : undefined;
    const message = answerMessage(await app.ask(film, values.question, reader, before), asker, reader.isAlone);
    return values.private ? { ...message, private: true } : message;
  },

  async complete({ app, film, readerAt, asker }, typed) {
    const { film: open, facts } = await app.suggest(film, typed, await readerAt(film), mostChoices);
    return facts.map(fact => {
      const question = shorten(shownQuestion(open, fact, asker.language), limits.choice);
      return { name: question, value: question };
    });
  },

  buttons: {
    /** One of the facts offered under "did you mean". */
    async fact({ app, asker }, [filmId = '', factId = '', language = '']) {
      const { film, facts } = await app.facts(filmId, [factId]);
      const [fact] = facts;
      if (fact === undefined) return say(privateSentence('outdated', asker.language));
      const spoken = languages.find(known => known === language) ?? asker.language;
      return say(factMessage(film, fact, spoken, asker));
    },

    async sources({ app, asker }, [filmId = '', factId = '']) {
      const { film, facts } = await app.facts(filmId, [factId]);
      const [fact] = facts;
      if (fact === undefined) return say(privateSentence('outdated', asker.language));
      return say(sourcesMessage(film, fact, asker.language));
    },

    /** Shows what is hidden to whoever presses; asks once where it lies beyond what they have seen. */
    async show({ app, readers, asker, kept }) {
      if (kept?.kind !== 'hidden') return say(privateSentence('hiddenForgotten', asker.language));
      const { film, facts } = await app.facts(kept.film, kept.facts);
      const own = await readers.own(film.id, asker.id);
      if (facts.some(fact => isHidden(film, fact, own)))
        return say({ ...beyondMessage(asker.language), keeps: kept });
      return say(shownMessage(film, facts, kept.sure, asker));
    },

    anyway: showKept,

    /** They have seen the film: nothing is hidden from them any more. */
    async finished(request) {
      const { readers, asker, kept } = request;
      if (kept?.kind === 'hidden') await readers.watched(kept.film, asker.id, 'finished');
      return showKept(request);
    },

    /** One of several films, where a question did not say which. */
    async film({ app, asker, readerAt, kept }, [filmId = '']) {
      if (kept?.kind !== 'question') return say(privateSentence('hiddenForgotten', asker.language));
      const reader = await readerAt(filmId);
      return say(answerMessage(await app.ask(filmId, kept.text, reader), asker, reader.isAlone));
    },

    wrong({ asker, report }, [filmId = '', factId = '']) {
      report('somebody says that an answer is wrong', { film: filmId, fact: factId });
      return say(privateSentence('wrongNoted', asker.language));
    },

    remove({ asker }, [owner = '']) {
      if (owner === asker.id) return { kind: 'remove' };
      return say(privateSentence('notYours', asker.language));
    },
  },
});

async function showKept({ app, asker, kept }: Request): Promise<Pressed> {
  if (kept?.kind !== 'hidden') return say(privateSentence('hiddenForgotten', asker.language));
  const { film, facts } = await app.facts(kept.film, kept.facts);
  return say(shownMessage(film, facts, kept.sure, asker));
}

function say(message: Message): Pressed {
  return { kind: 'say', message };
}
