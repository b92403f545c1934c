import { shownQuestion } from '../src/answers/told.ts';
import { defineCommand } from '../src/bot/command.ts';
import { languages } from '../src/text/language.ts';
import { answerMessage, factMessage, shownMessage, sourcesMessage } from '../src/views/answer.ts';
import { privateSentence } from '../src/views/general.ts';
import { limits, shorten } from '../src/views/message.ts';

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

  async run({ app, film, reader, asker }, values) {
    const message = answerMessage(await app.ask(film, values.question, reader), asker);
    return values.private ? { ...message, private: true } : message;
  },

  async complete({ app, film, reader, asker }, typed) {
    const { film: open, facts } = await app.suggest(film, typed, reader, mostChoices);
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
      if (fact === undefined) return { kind: 'say', message: privateSentence('outdated', asker.language) };
      const spoken = languages.find(known => known === language) ?? asker.language;
      return { kind: 'say', message: factMessage(film, fact, spoken, asker) };
    },

    async sources({ app, asker }, [filmId = '', factId = '']) {
      const { film, facts } = await app.facts(filmId, [factId]);
      const [fact] = facts;
      if (fact === undefined) return { kind: 'say', message: privateSentence('outdated', asker.language) };
      return { kind: 'say', message: sourcesMessage(film, fact, asker.language) };
    },

    async show({ app, asker, kept }) {
      if (kept?.kind !== 'hidden')
        return { kind: 'say', message: privateSentence('hiddenForgotten', asker.language) };
      const { film, facts } = await app.facts(kept.film, kept.facts);
      return { kind: 'say', message: shownMessage(film, facts, kept.sure, asker) };
    },

    /** One of several films, where a question did not say which. */
    async film({ app, asker, reader, kept }, [filmId = '']) {
      if (kept?.kind !== 'question')
        return { kind: 'say', message: privateSentence('hiddenForgotten', asker.language) };
      return { kind: 'say', message: answerMessage(await app.ask(filmId, kept.text, reader), asker) };
    },

    wrong({ asker, report }, [filmId = '', factId = '']) {
      report('somebody says that an answer is wrong', { film: filmId, fact: factId });
      return { kind: 'say', message: privateSentence('wrongNoted', asker.language) };
    },

    remove({ asker }, [owner = '']) {
      if (owner === asker.id) return { kind: 'remove' };
      return { kind: 'say', message: privateSentence('notYours', asker.language) };
    },
  },
});
