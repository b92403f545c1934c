import { spelledOut, undrawn } from './chat-spelling.ts';
import type { Language } from './language.ts';

/**
 * Words that hold a sentence together and words that people put around a question (please, btw, dong, stp).
 * They tell the language and say little about what is asked. Question words are here too: what they ask
 * for is read by `questionType`. All are folded, as `tokens` gives them, and in full: a chat spelling counts as what it
 * stands for.
 */
const lists: Record<Language, string> = {
  en: `the a an of to in on at and or but if so as is are was were be been being am do does did done doing doesnt
    didnt dont isnt wasnt arent werent has have had having hasnt havent hadnt can could cant couldnt will would wont
    wouldnt shall should shouldnt may might must i me my mine myself you your yours yourself he him his himself she
    her hers herself it its itself we us our ours they them their theirs themselves this that these those there here
    thats whats whos heres theres lets who whom whose what which when where why how with without for from by about
    into onto out up down off over than then too very just also only not no yes any some all each both such own same
    im ive id youre youve hes shes were theyre gonna wanna gotta kinda sorta really actually basically exactly
    please pls plz thanks thx ty btw lol omg tbh imo idk hey hi hello ok okay yeah yep nope um uh er hmm well oh ah
    like again ever even still already now once more most much many bit lot tell know think say wonder wondering
    remember remind explain guess mean want need help somebody someone anyone anybody something anything question
    quick quickly guys dude mate bro sorry sure maybe perhaps right though although because cuz bc cos wait everyone
    everybody folks anyway anyways`,
  id: `yang di ke dari dan atau tapi tetapi namun jika kalau kalo bila dengan untuk buat bagi pada dalam oleh sebagai
    seperti kayak kaya karena sebab agar supaya adalah ialah yaitu itu ini tersebut tsb sang si para ada tidak tdk
    tak gak ga nggak enggak bukan jangan belum sudah telah sedang lagi akan bakal masih juga jg saja aja pun lah kah
    tah nya sih dong deh kok tuh nih loh lho ya yah iya yg jadi nah saya aku gue gw gua kamu kau anda kalian lu lo
    elu dia ia beliau mereka kami kita apa apakah apaan siapa siapakah kapan mana manakah dimana kemana darimana
    kenapa mengapa bagaimana bagaimanakah gimana berapa tolong mohon coba dong halo hai hei min kak gan bang mas
    mbak bro sis oke ok makasih terima kasih trims tahu tau ingat inget bilang jelasin jelaskan kasih sebutin
    sebutkan maksud pengen ingin mau minta nanya tanya bisa dapat boleh harus perlu banget sekali sangat lebih
    paling semua setiap sama begitu gitu begini gini terus lalu kemudian waktu saat ketika pas setelah sebelum
    sampai hingga antara tentang soal mengenai kan`,
  fr: `le la les l un une des du de d au aux a et ou mais si que qu qui quoi dont ce c cet cette ces ca cela ceci il ils
    elle elles on je j me m moi tu te t toi nous vous se s lui leur leurs y en mon ma mes ton ta tes son sa ses notre
    nos votre vos ne n pas plus moins rien personne jamais est sont etais etait etaient etre ete sera suis es sommes etes
    ai as avons avez ont avait avaient avoir eu fait font faire faisait peut peuvent pouvait pouvoir doit doivent va
    vont aller dans sur sous avec sans pour par chez vers entre pendant depuis avant apres quand comment pourquoi
    combien quel quelle quels quelles lequel laquelle lesquels lesquelles comme tres trop bien aussi encore deja
    toujours alors donc puis car parce meme tout toute tous toutes autre autres quelque quelques chaque estce cest
    svp stp merci bonjour salut coucou hein bah ben euh ouais oui non ok dis dites dire sais sait savoir savez
    rappelle rappeler explique expliquer veut veux voudrais aimerais peux pourrais quelqu jusqu lorsqu puisqu vraiment
    exactement juste truc trucs au fait plait excusez enfin bref voila franchement serieux serieusement carrement`,
};

const sets: Record<Language, ReadonlySet<string>> = {
  en: wordSet(lists.en),
  id: wordSet(lists.id),
  fr: wordSet(lists.fr),
};

export function isFunctionWord(word: string, language: Language): boolean {
  return sets[language].has(spelledOut(word, language));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Words around a question that say nothing at all, in whatever language it is: with and without them it is the same. */
const fillers = wordSet(
  `please pls plz plis thanks thx ty tysm sorry sry soz btw fyi lol lmao lmfao rofl xd omg omfg wtf ffs tbh imo imho
  ngl afaik asap hey hi hello hiya heyo hullo howdy yo oi oy ok okay okey aight yup yep yea nah um umm uh uhm er err
  hm hmm mhm oh ah aha ooh ugh aw aww wow whoa woah geez jeez gosh gee huh oops whoops oof yikes welp eh guys dude
  mate bro bruh fam bot damn dang fuck fucking iirc tbf smh ofc nvm erm tsk bye
  sih dong donk deh kok tuh nih loh lho ya yah iya yoi kak gan min bang mas mbak sis cuy coy gaes gais tolong mohon
  kira permisi maaf maap halo hai hei hallo makasih makasi trims oke okei aduh duh wah waduh anjir anjay njir njay bjir
  buset woi euy cmiiw mah ih hiks
  svp stp merci mci bonjour bonsoir salut coucou slt cc bjr bsr hein bah ben euh heu bof mdr ptdr jpp tkt ouf zut oula
  ouah waouh wesh putain ptn bordel merde dsl desole desolee pardon jsp rohlala oups`,
);

export function isFiller(word: string): boolean {
  const short = undrawn(word);
  return fillers.has(short) || fillers.has(short.replace(/([aeiouhy])\1$/, '$1')) || laughter.test(word);
}

/** haha, hehehe, wkwkwk, xixi, mmm; a single "he" is a pronoun. */
const laughter = /^(?:a?(?:h[aeiou]){2,}h?|(?:wk){2,}w?|(?:xi){2,}|(?:ah){2,}a?|m{2,})$/;
