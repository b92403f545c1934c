import { isFiller } from '../text/function-words.ts';
import { fold, tokens } from '../text/tokens.ts';

/** What people write to a bot that is no question about a film. `distress` is somebody writing about hurting themselves. */
export const smallTalks = [
  'distress',
  'greeting',
  'thanks',
  'farewell',
  'insult',
  'about-bot',
  'instruction',
  'nothing',
] as const;
export type SmallTalk = (typeof smallTalks)[number];

/**
 * Recognised by what the whole message says, so that "hi, who plays Eva?" stays a question. Only `distress`,
 * `instruction` and what is asked of the bot itself are recognised by a part of it.
 */
const anywhere: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'distress',
    // In the first person only: questions about somebody's death in a film are questions.
    /\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?) myself\b|\bkms\b|\bend (?:it all|my (?:own )?life)\b|\b(?:i|im|ive) (?:\w+ ){0,3}(?:want|wanna|going|gonna|wish) (?:to )?(?:die|be dead|i was dead)\b|\b(?:i|im) (?:\w+ ){0,3}suicidal\b|\bi (?:\w+ ){0,2}dont want to (?:live|be alive|exist)\b|\b(?:aku|saya|gue|gua|gw) (?:\w+ ){0,3}(?:mati|bunuh diri)\b|\bmengakhiri hidup(?:ku| saya)\b|\bmenyakiti diri(?:ku)? sendiri\b|\b(?:je|j) (?:\w+ ){0,4}(?:mourir|me (?:tuer|suicider))\b|\bme (?:tuer|suicider|faire du mal)\b|\ben finir avec (?:la|ma) vie\b|\bmettre fin a (?:ma vie|mes jours)\b/,
  ],
  [
    'instruction',
    /\b(ignore|forget|disregard) (all |any )?(of )?(your|the|my|these|previous|prior|earlier|above)\b.*\b(rules?|instructions?|prompts?)\b|\b(system|developer) prompt\b|\byou are now\b|\bpretend (to be|you)\b|\bact as (a|an|if)\b|\b(abaikan|lupakan)\b.*\b(aturan|instruksi|perintah)\w*|\b(ignore|oublie|oubliez)\b.*\b(regles?|instructions?|consignes?)\b/,
  ],
  [
    'instruction',
    // Orders to write something else: "tell me which song plays" is a question.
    /\b(write|compose|draft|make)( (me|us))?( (a|an|my|the|some|short|long|\d+ words?))* (essay|poem|poetry|haiku|joke|homework|limerick|sonnet)\b|\btell (me|us) (a|another|your best) joke\b|\b(bikinin|bikinkan|buatin|buatkan|tulisin|tuliskan)( (aku|gue|gw|saya|kami|kita|dong|sebuah))* (esai|essay|puisi|pantun|cerpen|makalah|lelucon)\b|\bceritakan (sebuah )?lelucon\b|\b(ecris|ecrivez|redige|redigez|compose|fais|faites) (moi |nous )?(un|une|mon|ma) (dissert\w*|poeme|redaction|blague|devoir)\b|\braconte(z)? (moi |nous )?une blague\b/,
  ],
  // What the bot likes is asked of the bot, whatever it is.
  [
    'about-bot',
    /^(?:\w+ ){0,2}(?:do (?:you|u) (?:like|love|hate|prefer)|(?:kamu|lu|elu) suka|(?:tu|vous) (?:aimes|aimez|preferes|preferez)|aimes tu|aimez vous)\b/,
  ],
];

/** Words that may stand around small talk. */
const around =
  'there|all|everyone|bot|amour|the|le|la|kak|min|semua|semuanya|guys|friend|mate|toi|tout le monde|so|and|then|today|now|again|please|pls|u|you|ya|yah|nih|dong|banget|banyak|byk|bgt|aja|saja|lot|much|very|a|alors|bien|beaucoup|bcp|un peu|aujourd hui|hui|exactly|here|sekarang|hari ini';

/** A message that is made of these phrases and nothing else. */
function onlyOf(...phrases: readonly string[]): RegExp {
  const phrase = phrases.join('|');
  return new RegExp(`^(?:(?:${around}) )*(?:${phrase})(?: (?:${phrase}|${around}))*$`);
}

const whole: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'greeting',
    onlyOf(
      'hi+|hello+|hey+|hiya|yo|sup|howdy|good (?:morning|evening|afternoon|day)|how (?:are|r) (?:you|u|ya)(?: doing)?|hows it going|whats up|(?:did|are|r) (?:you|u) (?:have|having) a (?:good|nice|great) (?:day|night|evening|weekend)|having a (?:good|nice|great) day|hows? (?:was |is )?your day|slept well',
      'halo+|hai+|hei|hallo|pagi|siang|sore|malam|selamat (?:pagi|siang|sore|malam)|assalamualaikum|apa kabar|gimana kabar(?:nya|mu)?|gimana har(?:i ini|imu)|(?:sudah|udah|udh|dah) (?:makan|sarapan|mandi|tidur)(?: belum| blm)?',
      'bonjour|bonsoir|salut|coucou|ca va|comment (?:ca va|vas tu|allez vous|tu vas)|quoi de neuf|bien dormi|(?:(?:t|tu|vous) (?:as|avez) )?passe une bonne (?:journee|soiree|nuit|semaine)|comment s est passee ta journee',
    ),
  ],
  [
    'thanks',
    onlyOf(
      'thanks?|thank (?:you|u)|thx|ty|tysm|cheers|nice(?: one)?|great|cool|awesome|perfect|good bot|well done|love (?:it|this)|i love you|for (?:your|the) (?:help|answer)',
      'makasih|makasi|terima ?kasih|trims|mantap|keren|bagus|atas (?:bantuan|jawaban)\\w*|infonya',
      'merci|super|genial|parfait|bravo|top|pour (?:ton|votre) aide',
    ),
  ],
  [
    'farewell',
    onlyOf(
      '(?:good)?bye|good ?night|see (?:you|ya)(?: later)?|cya|later|dadah|sampai (?:jumpa|nanti)|au revoir|bonne nuit|a (?:plus|bientot|demain)|ciao',
    ),
  ],
  [
    'insult',
    onlyOf(
      '(?:(?:you|u|ur|youre|this bot|kamu|lu|kau|tu|t|vous) )?(?:(?:are|r|is|es|etes|so|emang|memang|really|fucking|une|un|vraiment|an) )*(?:stupid|dumb|idiot|useless|shit|crap|trash|garbage|sucks?|moron|bodoh|goblok|tolol|bego|jelek|nul|nulle|idiote|stupide|debile|con)',
      'fuck (?:you|off)|stfu|shut up|ta gueule|diam|ferme la',
    ),
  ],
  [
    'about-bot',
    onlyOf(
      '(?:who|what) (?:are|r) (?:you|u)|(?:what|how) can (?:you|u|i) (?:do|ask|help)(?: with)?|help(?: me)?|are (?:you|u) (?:a |an )?(?:bot|human|robot|ai|real|chatgpt|alive|ok)|who (?:made|created|built|wrote) (?:you|u|this bot)|whats? (?:is )?your name',
      '(?:kamu|lu|anda) (?:siapa|apa|bot|robot)(?: sih)?|siapa (?:kamu|namamu|lu|anda)|siapa yang (?:buat|bikin) (?:kamu|bot ini)|(?:kamu )?bisa (?:apa|ngapain)|apa yang bisa (?:kamu|anda) (?:lakukan|bantu|jawab)|bantuan',
      '(?:tu es|t es|vous etes|es tu|etes vous) (?:qui|quoi|un (?:bot|robot|humain))|qui (?:es tu|etes vous|t a (?:cree|fait))|(?:que|qu est ce que) (?:sais tu|tu sais|peux tu|tu peux|vous pouvez) faire|aide(?: moi)?|comment (?:tu t appelles|t appelles tu)',
    ),
  ],
  ['nothing', onlyOf('k|yes|no|yeah|nope|test(?:ing)?|ping|tidak|oui|non')],
];

/** Which small talk a message is, if it is one; one without any word is `nothing`. */
export function smallTalkOf(message: string): SmallTalk | undefined {
  const words = tokens(message);
  if (words.length === 0) return 'nothing';
  const text = words.join(' ');
  const long = fold(message);
  for (const [talk, pattern] of anywhere) if (pattern.test(text) || pattern.test(long)) return talk;
  const found = whole.find(([, pattern]) => pattern.test(text))?.[0];
  return found ?? (words.every(isFiller) ? 'nothing' : undefined);
}
