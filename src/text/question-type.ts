/** What kind of thing a question wants to hear. */
export const questionTypes = [
  'who',
  'when',
  'where',
  'why',
  'how-many',
  'how',
  'which',
  'what',
  'whether',
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** Words that ask for a kind, folded and spelled out; after `^` only at the beginning, before `$` only at the end of a text. */
const phrases: Readonly<Record<QuestionType, string>> = {
  'how-many': `how many | how much | how old | how long | how big | how high | how often | berapa | seberapa |
    combien | quel age | nombre`,
  when: `when | what day | what date | what year | what time | what month | kapan | jam | tanggal | tahun |
    taun | quand | quelle date | quelle annee | quelle heure | quel jour`,
  why: `why | how come | what for | buat apa | untuk apa | comment ca se fait | reason | kenapa |
    mengapa | alasan | gara gara apa | pourquoi | raison`,
  where: `where | which room | which place | which city | which country | what room | what place | what city |
    what country | di mana | dimana | ke mana | kemana | dari mana | darimana | ruangan mana |
    kamar mana | kota mana | negara mana | tempat mana | lewat mana | ^ou | par ou | vers ou | c est ou |
    d ou | quel piece | quel endroit | quel lieu | quel ville | quel pays | quelle piece |
    quelle endroit | quelle lieu | quelle ville | quelle pays`,
  who: `who | whos | whom | whose | siapa | siapakah | pemeran | qui est | qui a | qui joue | qui etait |
    qui fait | qui sont | qui ont | qui tue | qui meurt | qui va | qui vient | qui c est | a qui |
    de qui | par qui | avec qui | c est qui | ^qui | qui$`,
  which: `which | yang mana | quel | quelle | quels | quelles | lequel | laquelle`,
  how: `how | bagaimana | gimana | comment | de quelle maniere`,
  what: `what | whats | apa | apaan | ngapain | quoi | qu | que | ^qui est ce qui s`,
  whether: `^is | ^are | ^was | ^were | ^do | ^does | ^did | ^has | ^have | ^had | ^can | ^could | ^will |
    ^would | ^didnt | ^doesnt | ^isnt | ^wasnt | ^apakah | ^benarkah | ^est ce que | ^est ce qu |
    ^y a t il`,
};

/** What a run of words asks for, and the longer runs that begin with it. */
interface Run {
  readonly next: Map<string, Run>;
  type?: QuestionType;
}

const start = '^';
const end = '$';
const root = createRuns();

function createRuns(): Run {
  const root: Run = { next: new Map() };
  for (const type of questionTypes) {
    for (const phrase of phrases[type].split('|')) {
      let run = root;
      for (const word of phrase.replace(start, `${start} `).replace(end, ` ${end}`).trim().split(/\s+/)) {
        const next = run.next.get(word) ?? { next: new Map() };
        run.next.set(word, next);
        run = next;
      }
      run.type = type;
    }
  }
  return root;
}

/** "When she wakes, what does he say?": these ask for a time only where nothing else is asked. */
const conjunctions: readonly (string | undefined)[] = ['when', 'quand'];
/** In French every clause has one. */
const anyClause: readonly (string | undefined)[] = ['qu', 'que'];

/**
 * The kind that a text's first question words ask for; of two that begin at the same word, the longer ones: "how many"
 * is no how. Yes/no questions begin with their verb. Undefined for a text that asks for no kind.
 */
export function questionType(words: readonly string[]): QuestionType | undefined {
  let first = longest(root.next.get(start), words, 0);
  if (first !== undefined && !conjunctions.includes(words[0])) return first;
  for (let at = 0; at < words.length; at++) {
    const type = longest(root, words, at);
    if (type === undefined || conjunctions.includes(words[at])) first ??= type;
    else if (first === undefined || !anyClause.includes(words[at])) return type;
  }
  return first;
}

/** Whether question words begin at a place. */
export function asksAt(words: readonly string[], place: number): boolean {
  return longest(root, words, place) !== undefined;
}

/** What the longest run from a place asks for. */
function longest(from: Run | undefined, words: readonly string[], place: number): QuestionType | undefined {
  let type: QuestionType | undefined;
  for (let run = from, at = place; run !== undefined; at++) {
    type = run.type ?? type;
    if (at === words.length) type = run.next.get(end)?.type ?? type;
    run = run.next.get(words[at] ?? '');
  }
  return type;
}
