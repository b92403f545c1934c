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
 * Recognised by what the whole message says, so that "hi, who plays Eva?" stays a question. Only `distress` and
 * `instruction` are recognised anywhere in a message.
 */
const anywhere: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'distress',
    /\b(kill(ing)? myself|(want|wanna|going|gonna) (to )?(die|kms)|kms|end (my|it all|my own) life|hurt(ing)? myself|harm(ing)? myself|cut(ting)? myself|suicidal|dont want to (live|be alive|exist)( any ?more)?|bunuh diri aku|(aku|saya|gue|gw) (mau|ingin|pengen) (mati|bunuh diri)|(mau|ingin|pengen) bunuh diri|mengakhiri hidup(ku| saya)|menyakiti diri(ku)? sendiri|me (tuer|suicider|faire du mal|blesser)|(veux|envie de|vais) mourir|en finir avec (la|ma) vie|mettre fin a (ma vie|mes jours))\b/,
  ],
  [
    'instruction',
    /\b(ignore|forget|disregard) (all |any )?(of )?(your|the|my|these|previous|prior|earlier|above)\b.*\b(rules?|instructions?|prompts?)\b|\b(system|developer) prompt\b|\byou are now\b|\bpretend (to be|you)\b|\bact as (a|an|if)\b|\b(abaikan|lupakan)\b.*\b(aturan|instruksi|perintah)\w*|\b(ignore|oublie|oubliez)\b.*\b(regles?|instructions?|consignes?)\b/,
  ],
];

const whole: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'greeting',
    /^(hi+|hello|hey+|hiya|yo|sup|good (morning|evening|afternoon|day)|howdy|halo+|hai+|hei|pagi|siang|sore|malam|selamat (pagi|siang|sore|malam)|assalamualaikum|bonjour|bonsoir|salut|coucou|how (are|r) (you|u)( doing)?( today)?|whats up|apa kabar|ca va|comment (ca va|vas tu|allez vous))( (there|all|everyone|bot|amour|kak|min|semua|semuanya|guys|friend|toi|tout le monde))*$/,
  ],
  [
    'thanks',
    /^(thanks?|thank (you|u)|thx|ty|tysm|cheers|nice( one)?|great|cool|awesome|perfect|good bot|well done|love (it|this)|i love you|makasih|makasi|terima ?kasih|trims|mantap|keren|bagus|merci|super|genial|parfait|bravo|top)( (so much|a lot|very much|you|u|bot|amour|mate|ya|yah|banget|banyak|byk|kak|min|beaucoup|bien|bcp|for (your|the) (help|answer)|pour (ton|votre) aide|infonya|atas (bantuan|jawaban)\w*))*$/,
  ],
  [
    'farewell',
    /^((good)?bye|goodnight|good night|see (you|ya)( later)?|cya|later|dadah|sampai (jumpa|nanti)|au revoir|bonne nuit|a (plus|bientot|demain)|ciao)( (bot|amour|all|everyone|semua))*$/,
  ],
  [
    'insult',
    /^((you|u|ur|youre|this bot|bot|kamu|lu|kau|tu|t|vous)( (are|r|is|es|etes|emang|memang))?( (so|a|an|really|fucking|very|un|une|vraiment))* )?(stupid|dumb|idiot|useless|shit|crap|trash|garbage|suck|sucks|moron|bodoh|goblok|tolol|bego|jelek|nul|nulle|idiote|stupide|debile|con|fuck you|fuck off|stfu|shut up|ta gueule|diam|ferme la)( (bot|amour|lu|kau))*$/,
  ],
  [
    'about-bot',
    /^(so |and |ok |hey |hi )*(who|what) (are|r) (you|u)( exactly)?$|^(what|how) can (you|u|i) (do|ask|help)( with| you)?( here)?$|^help( me)?( please)?$|^are (you|u) (a )?(bot|human|robot|ai|real|an ai|chatgpt|there|alive|ok)$|^who (made|created|built|wrote) (you|u|this bot)$|^what(s| is) your name$|^(kamu|lu|anda) (siapa|apa|bot|robot)( (sih|ya))?$|^siapa (kamu|namamu|lu|anda|yang (buat|bikin) (kamu|bot ini))$|^(kamu|bisa|kamu bisa) (apa|ngapain)( aja| saja)?$|^apa yang bisa (kamu|anda) (lakukan|bantu|jawab)$|^bantuan$|^(tu es|t es|vous etes|es tu|etes vous) (qui|quoi|un (bot|robot|humain))$|^qui (es tu|etes vous|t a (cree|fait))$|^(que|qu est ce que) (sais tu|tu sais|peux tu|tu peux|vous pouvez) faire$|^aide( moi)?$|^comment (tu t appelles|t appelles tu)$/,
  ],
  [
    'nothing',
    /^(lol|haha+|hehe+|wkwk(wk)*|lmao|rofl|xd|ok(ay)?|k|yes|no|yeah|nope|wow|hmm+|test(ing)?|ping|ya|iya|tidak|oke|oui|non|mdr|ah|oh|um|uh|asdf\w*)$/,
  ],
];

/** Which small talk a message is, if it is one; one without any word is `nothing`. */
export function smallTalkOf(message: string): SmallTalk | undefined {
  const words = tokens(message);
  if (words.length === 0) return 'nothing';
  const text = words.join(' ');
  const long = fold(message);
  for (const [talk, pattern] of anywhere) if (pattern.test(text) || pattern.test(long)) return talk;
  return whole.find(([, pattern]) => pattern.test(text))?.[0];
}
