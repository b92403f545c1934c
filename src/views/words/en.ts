/** Every sentence the bot says in English. The other languages have the same ones: the compiler sees to it. */
export const en = {
  // answering
  source: (documents: string) => `Source: ${documents}`,
  spoiler: 'touches the story',
  sources: 'Sources',
  wrong: 'Wrong?',
  remove: 'Delete',
  showMe: 'Show me',
  hidden: 'If I know something about that, it may touch parts of the film that not everybody here has seen.',
  hiddenHint: 'Only you will see what I show you.',
  hiddenForgotten: 'I no longer remember what this was about. Ask me once more, please.',
  didYouMean: 'I am not sure what you mean. Did you mean one of these?',
  notKnown: 'I do not know that: nothing like it is in my documents.',
  notDocumented: 'People ask that, but none of my documents says.',
  nearest: 'The nearest things I do know:',
  wrongNoted: 'Thank you. I have told whoever looks after me which fact you mean.',
  notYours: 'Only the person who asked can do that.',
  sourcesTitle: 'Where this comes from',
  sourceLine: (document: string, places: string) => `**${document}**, ${places}`,
  sourceSays: (document: string, places: string, says: string) => `**${document}**, ${places}: ${says}`,
  place: (line: string, sentence: string) => `line ${line}, sentence ${sentence}`,

  // small talk
  distress:
    'I am sorry that it is this hard right now. I am only a bot about a film and cannot help well, but you deserve to be heard: please talk to somebody you trust, or call a helpline or the emergency number where you live. Today, if you can.',
  greeting: (film: string) => `Hello! Ask me anything about *${film}*.`,
  thanks: 'With pleasure.',
  farewell: 'See you at the movies.',
  insult: 'Noted. If an answer was wrong, the button below it tells my keeper.',
  aboutBot: (film: string) =>
    `I answer questions about *${film}* from documents I was given. I am a program, and I say so when I do not know.`,
  instruction: (film: string) => `I only answer questions about *${film}*.`,
  nothing: (film: string) => `Ask me something about *${film}*, and I will look it up.`,
  otherLanguage: 'I speak English, Indonesian and French.',

  // credits
  creditsTitle: (film: string) => `Is there something during or after the credits of *${film}*?`,
  creditsAfter: 'After the credits',
  creditsDuring: 'During the credits',
  yes: 'Yes',
  no: 'No',
  notRecorded: 'Not recorded: none of my documents says',
  creditsBasis: (documents: string) => `According to: ${documents}`,
  creditsNoBasis: 'My documents say nothing about it.',

  // cast, reception, about
  castTitle: (film: string) => `Who plays whom in *${film}*`,
  castEmpty: 'My documents name no actors.',
  playedBy: (character: string, actor: string) => `**${character}**: ${actor}`,
  receptionTitle: (film: string) => `How *${film}* was received`,
  receptionEmpty: 'My documents say nothing about it.',
  aboutTitle: (film: string) => `I know *${film}*`,
  aboutHow:
    'I answer from facts that people curated from documents. Nothing is made up: what no document says, I do not know, and where documents differ, I name both.',
  aboutCounts: (facts: string, documents: string) => `${facts} from ${documents}.`,
  facts: { one: 'fact', other: 'facts' },
  documents: { one: 'document', other: 'documents' },
  aboutAsk:
    'Ask with the command, by mentioning me, by replying to me, or in a private message. Answers that could spoil the story stay hidden until you ask for them.',
  aboutPrivacy: 'I store nothing that you write.',

  // everything
  whichFilm: 'Which film do you mean?',
  emptyQuestion: 'Ask me a question about the film, and I will look it up.',
  outdated: 'This button is from an older version of me. Ask me once more, please.',
  failed: (id: string) =>
    `Something went wrong on my side. If it happens again, mention ${id} to whoever looks after me.`,
};

export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The catalogue that every language fills. */
export type Words = {
  readonly [K in keyof typeof en]: (typeof en)[K] extends string
    ? string
    : (typeof en)[K] extends { other: string }
      ? Plural
      : (typeof en)[K];
};
