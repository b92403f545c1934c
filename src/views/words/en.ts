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
  hiddenAlone: 'If I know something about that, it may touch parts of the film that you have not seen yet.',
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

  // quiz
  quizTitle: (film: string) => `A quiz about *${film}*`,
  quizRules: (rounds: string, seconds: string) =>
    `${rounds}, ${seconds} each. One guess a person; the sooner it is right, the more points.`,
  quizStarts: (time: string) => `The first question comes ${time}.`,
  quizCareful: 'No question gives away what not everybody who plays has seen.',
  quizOpen: 'Questions may tell the whole story.',
  quizSeenIt: 'Everyone has seen it',
  quizStop: 'Stop',
  quizAgain: 'Play again',
  round: (number: string, of: string) => `Question ${number} of ${of}`,
  roundCloses: (time: string) => `Closes ${time}`,
  roundGuessed: (names: string) => `Guessed: ${names}`,
  roundHeldBack: (questions: string) => `${questions} held back: not everybody here has seen that far.`,
  roundHeldBackAlone: (questions: string) => `${questions} held back: you have not seen that far.`,
  roundResumed: 'I was away for a moment. Every guess is kept, and the time starts again.',
  roundAnswer: (letter: string, choice: string) => `The answer: **${letter}** · ${choice}`,
  roundRight: (names: string) => `Right: ${names}`,
  roundWrong: (names: string) => `Not this time: ${names}`,
  roundNobodyRight: 'Nobody had it.',
  roundNobody: 'Nobody guessed.',
  scorer: (name: string, seconds: string, points: string) => `${name} ${seconds} s, +${points}`,
  youSaid: (letter: string, choice: string) => `You said **${letter}**: ${choice}`,
  youSaidBefore: (letter: string, choice: string) => `Your guess stands: **${letter}**, ${choice}`,
  youAreLate: 'Too late: this round is closed.',
  quizOver: (film: string) => `The quiz about *${film}* is over`,
  quizPlace: (place: string, name: string, points: string, right: string) =>
    `${place} ${name} · ${points} · ${right}`,
  quizNobody: 'Nobody played this time.',
  quizBestStreak: (name: string, answers: string) => `Best streak: ${name}, ${answers} in a row`,
  quizFastest: (name: string, seconds: string) => `Fastest right answer: ${name}, ${seconds} s`,
  quizQuiet: 'Nobody guessed for three rounds, so I stopped.',
  quizStopped: 'Stopped.',
  quizUsedUp: 'I have no question left that everybody who plays may see.',
  quizEmpty: 'I have no questions of that kind which spoil nothing for you.',
  quizRunning: (link: string) => `A quiz is running here already: ${link}`,
  quizNotHere:
    'I am only a guest here and cannot post questions. Ask whoever runs this place to invite me, or play with me in a private message.',
  quizLacks: (rights: string) => `Before a quiz can start here, I need to be allowed to ${rights}.`,
  rights: {
    'view-channel': 'see this channel',
    'send-messages': 'send messages',
    'send-in-threads': 'send messages in threads',
  } as Readonly<Record<string, string>>,
  quizNone: 'No quiz is running here.',
  quizNotYours: 'Whoever started the quiz can do that, and members who may manage messages.',
  quizSeenItYours: 'Only whoever started the quiz can say so.',
  quizSeenItLate: 'Too late: that has to be said before the first question.',
  busy: 'I cannot get at my notes right now. Please try again in a moment.',
  points: { one: 'point', other: 'points' },
  rounds: { one: 'round', other: 'rounds' },
  seconds: { one: 'second', other: 'seconds' },
  questions: { one: 'question', other: 'questions' },
  rightAnswers: { one: 'right answer', other: 'right answers' },
  scoresTitle: (film: string, period: string) => `Quiz scores for *${film}*, ${period}`,
  scoresOwnTitle: (film: string, period: string) => `Your quiz record for *${film}*, ${period}`,
  periods: { week: 'this week', month: 'this month', all: 'all time' } as Readonly<Record<string, string>>,
  scoresEmpty: 'Nobody has played yet. The quiz command starts one.',
  scoresYou: (line: string) => `You: ${line}`,
  scoresOf: (right: string, guesses: string) => `${right} right of ${guesses}`,
  aboutPoints: (right: string, speed: string, streak: string, most: string) =>
    `Quiz points: ${right} for a right answer, up to ${speed} more the sooner it comes, and ${streak} for every right answer in a row before it, up to ${most}.`,

  // progress and plot
  progressAt: (place: string) => `You are here: ${place}`,
  progressNowhere: 'You have not said how far you have watched. I show you what a poster would tell.',
  progressFinished: 'You have seen the whole film.',
  progressKept:
    'Beyond that I show you nothing unless you ask for it, in private messages and in answers to you alone.',
  progressOpen: 'In private messages and in answers to you alone I hide nothing.',
  progressForgotten: 'Forgotten. I show you what a poster would tell.',
  progressUnknown: 'I know no such scene. Choose one while you type, or "finished", or "forget".',
  finished: 'finished',
  forget: 'forget',
  scenePlace: (signs: string, number: string, of: string) => `${signs} scene ${number} of ${of}`,
  plotTitle: (film: string) => `*${film}*, scene by scene`,
  plotScene: (number: string, of: string, name: string) => `-# Scene ${number} of ${of}\n### ${name}`,
  plotBack: 'Back',
  plotOn: 'On',
  plotNext: 'What happens next',
  plotBeyond: 'This is beyond where you are.',
  plotEnd: 'That is how far you are. What comes next I tell only when you ask for it.',
  beyond: 'This is beyond where you are. Shall I show it all the same?',
  showAnyway: 'Show it anyway',
  haveFinished: 'I have seen the film',

  // settings
  settingsTitle: 'How I behave in this server',
  settingsNotYours: 'Only members who may manage this server can change how I behave here.',
  settingsNoServer: 'There is nothing to set in a private chat: I answer everything, as far as you have watched.',
  settingsLanguage: 'Language of answers',
  settingsLanguageAsked: 'as the question is asked',
  settingsSpoilers: 'Spoilers',
  settingsCareful: 'careful: what spoils stays hidden until somebody asks to see it',
  settingsOpen: 'open: everybody here has seen the film',
  settingsMentions: 'Channels where I answer mentions',
  settingsQuiz: 'Channels where quizzes are played',
  settingsEverywhere: 'everywhere',
  settingsFilm: 'The film that questions are about',
  settingsFilmNone: 'ask which film is meant',
  settingsCooldown: 'How often one person may ask',
  settingsCooldownOff: 'as often as they like',
  settingsCooldownOf: (questions: string, seconds: string) => `${questions} in ${seconds}`,
  settingsSaved: (setting: string, value: string) => `Saved. ${setting}: ${value}.`,
  quizElsewhere: (channels: string) => `Quizzes are played in ${channels} here.`,
  tooOften: (time: string) => `One moment: you can ask me again ${time}.`,

  // privacy
  privacyTitle: 'What I keep about you',
  privacyNothing: 'Nothing at all.',
  privacyHorizon: (film: string, place: string) => `How far you have watched *${film}*: ${place}`,
  privacyStarted: (quizzes: string) => `${quizzes} that you started`,
  privacyGuesses: (guesses: string) => `${guesses}, with time and points`,
  privacyFile: 'All of it is in the file.',
  privacyHow: 'Nothing you write is kept. `delete` with this command removes all of it, in every server.',
  privacyAsk: 'Shall I delete all of this, in every server, for good? Quiz points go with it.',
  privacyDelete: 'Delete everything about me',
  privacyDeleted: 'Done. I keep nothing about you any more.',
  quizzes: { one: 'quiz', other: 'quizzes' },
  guesses: { one: 'guess', other: 'guesses' },

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
