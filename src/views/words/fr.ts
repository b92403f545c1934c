import type { Words } from './en.ts';

/** Every sentence the bot says in French. */
export const fr: Words = {
  source: documents => `Source : ${documents}`,
  spoiler: "touche à l'histoire",
  sources: 'Sources',
  wrong: 'Faux ?',
  remove: 'Supprimer',
  showMe: 'Montre-moi',
  hidden:
    "Si je sais quelque chose là-dessus, cela touche peut-être à des moments du film que tout le monde ici n'a pas vus.",
  hiddenHint: 'Ce que je te montrerai, tu seras seul·e à le voir.',
  hiddenForgotten: 'Je ne me souviens plus de quoi il était question. Repose-moi la question, s’il te plaît.',
  didYouMean: "Je ne suis pas sûr de comprendre. Est-ce l'une de ces questions ?",
  notKnown: "Je ne sais pas : mes documents n'en disent rien.",
  notDocumented: 'On le demande souvent, mais aucun de mes documents ne le dit.',
  nearest: 'Ce que je sais de plus proche :',
  wrongNoted: "Merci. J'ai signalé ce fait à la personne qui s'occupe de moi.",
  notYours: 'Seule la personne qui a posé la question peut faire cela.',
  sourcesTitle: "D'où vient cette réponse",
  sourceLine: (document, places) => `**${document}**, ${places}`,
  sourceSays: (document, places, says) => `**${document}**, ${places} : ${says}`,
  place: (line, sentence) => `ligne ${line}, phrase ${sentence}`,

  distress:
    "Je suis désolé que ce soit si dur en ce moment. Je ne suis qu'un robot qui parle d'un film et je ne peux pas bien t'aider, mais tu mérites d'être entendu·e : parle à quelqu'un en qui tu as confiance, ou appelle une ligne d'écoute ou le numéro d'urgence de ton pays. Aujourd'hui, si tu peux.",
  greeting: film => `Bonjour ! Pose-moi n'importe quelle question sur *${film}*.`,
  thanks: 'Avec plaisir.',
  farewell: 'À bientôt au cinéma.',
  insult:
    "C'est noté. Si une réponse était fausse, le bouton en dessous le signale à la personne qui s'occupe de moi.",
  aboutBot: film =>
    `Je réponds aux questions sur *${film}* à partir des documents qu'on m'a donnés. Je suis un programme, et quand je ne sais pas, je le dis.`,
  instruction: film => `Je ne réponds qu'aux questions sur *${film}*.`,
  nothing: film => `Pose-moi une question sur *${film}*, je chercherai.`,
  otherLanguage: 'Je parle anglais, indonésien et français.',

  creditsTitle: film => `Y a-t-il quelque chose pendant ou après le générique de *${film}* ?`,
  creditsAfter: 'Après le générique',
  creditsDuring: 'Pendant le générique',
  yes: 'Oui',
  no: 'Non',
  notRecorded: "Non consigné : aucun de mes documents n'en parle",
  creditsBasis: documents => `D'après : ${documents}`,
  creditsNoBasis: "Mes documents n'en disent rien.",

  castTitle: film => `Qui joue qui dans *${film}*`,
  castEmpty: 'Mes documents ne nomment aucun acteur.',
  playedBy: (character, actor) => `**${character}** : ${actor}`,
  receptionTitle: film => `L'accueil de *${film}*`,
  receptionEmpty: "Mes documents n'en disent rien.",
  aboutTitle: film => `Je connais *${film}*`,
  aboutHow:
    "Je réponds à partir de faits tirés de documents. Rien n'est inventé : ce qu'aucun document ne dit, je ne le sais pas, et quand les documents divergent, je cite les deux.",
  aboutCounts: (facts, documents) => `${facts} tirés de ${documents}.`,
  facts: { one: 'fait', other: 'faits' },
  documents: { one: 'document', other: 'documents' },
  aboutAsk:
    "Demande avec la commande, en me mentionnant, en me répondant ou en message privé. Ce qui pourrait gâcher l'histoire reste caché jusqu'à ce que tu le demandes.",
  aboutPrivacy: 'Je ne conserve rien de ce que tu écris.',

  whichFilm: 'De quel film parles-tu ?',
  emptyQuestion: 'Pose-moi une question sur le film, je chercherai.',
  outdated: "Ce bouton vient d'une ancienne version de moi. Repose-moi la question, s'il te plaît.",
  failed: id =>
    `Quelque chose s'est mal passé de mon côté. Si cela se répète, indique ${id} à la personne qui s'occupe de moi.`,
};
