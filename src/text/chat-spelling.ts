import type { Language } from './language.ts';

/**
 * How people shorten or mistype small words on a phone, with what they mean: no correction by letters finds "why"
 * behind "y". Only spellings that mean nothing else in the language, or hardly ever: who types dose means does.
 */
const lists: Record<Language, string> = {
  en: `wat:what wot:what wut:what waht:what wht:what whta:what wats:whats wots:whats y:why wy:why wen:when whn:when wehn:when
    wher:where whre:where wich:which whch:which wihch:which hw:how hwo:how woh:who whu:who hoo:who u:you r:are ur:your
    abt:about b4:before bcuz:because becuz:because becos:because teh:the hte:the dat:that taht:that dis:this
    tht:that wth:with wiht:with w:with w8:wait frm:from fro:from dose:does doez:does dos:does doin:doing wid:with
    thier:their ther:there cud:could shud:should wud:would dnt:dont plez:please ppl:people
    smth:something sth:something sm1:someone some1:someone evry:every alot:lot jsut:just jus:just thru:through tho:though
    whr:where coz:because becoz:because bcs:because ths:this thn:then thr:there wld:would shld:should
    cld:could hav:have hve:have dsnt:doesnt wana:wanna gunna:gonna sumthing:something smthn:something rly:really
    rlly:really bout:about whyd:why whys:why howd:how hows:how whered:where wheres:where whend:when whens:when whod:who
    whatd:what prolly:probably probs:probably prob:probably`,
  id: `ap:apa apaa:apa apah:apa sapa:siapa spa:siapa sypa:siapa sp:siapa sipa:siapa kpn:kapan kpan:kapan dmn:dimana
    dmana:dimana dimn:dimana kmn:kemana kmana:kemana knpa:kenapa knapa:kenapa knp:kenapa ngapa:kenapa npa:kenapa napa:kenapa
    kenpa:kenapa gmana:gimana gmna:gimana gmn:gimana bgmn:bagaimana bgaimana:bagaimana brapa:berapa brpa:berapa
    brp:berapa berpa:berapa yng:yang dri:dari dr:dari dg:dengan dgn:dengan sm:sama ama:sama bwt:buat utk:untuk
    tntg:tentang ttg:tentang krna:karena krn:karena klo:kalau kl:kalau klu:kalau bs:bisa bsa:bisa dpt:dapat
    dpet:dapat sblm:sebelum sblum:sebelum stlh:setelah stelah:setelah abis:habis hbs:habis slesai:selesai
    wkt:waktu wktu:waktu skrg:sekarang skrang:sekarang tp:tapi tpi:tapi trs:terus trus:terus lg:lagi msh:masih
    udh:sudah sdh:sudah udah:sudah blm:belum blom:belum gaa:gak gk:gak ngga:nggak org:orang orng:orang
    prtama:pertama pertma:pertama sampe:sampai smp:sampai smpe:sampai bgt:banget pke:pakai pake:pakai
    dtg:datang dateng:datang cwe:cewek cwo:cowok jdi:jadi jd:jadi jga:juga mo:mau mw:mau dlm:dalam
    sma:sama pda:pada pd:pada adl:adalah adlh:adalah mrk:mereka mreka:mereka sy:saya aq:aku km:kamu kmu:kamu
    dy:dia dya:dia sbg:sebagai sbgai:sebagai hrs:harus hrus:harus bkn:bukan spt:seperti sprti:seperti jgn:jangan
    kyk:kayak kya:kayak kek:kayak ky:kayak gt:gitu gtu:gitu gni:gini sdg:sedang lgi:lagi smua:semua dngn:dengan
    untk:untuk ktk:ketika ktika:ketika smpai:sampai kpd:kepada olh:oleh mna:mana ato:atau atw:atau
    plg:paling td:tadi tdi:tadi cm:cuma cma:cuma cman:cuma dlu:dulu kmrn:kemarin pdhl:padahal bnr:benar
    byk:banyak bnyk:banyak prnh:pernah sndiri:sendiri sndri:sendiri bhs:bahasa hri:hari mlm:malam pgi:pagi
    thn:tahun bln:bulan rmh:rumah tmpt:tempat tmn:teman ank:anak nm:nama kta:kata blg:bilang crita:cerita crta:cerita
    mkn:makan pny:punya pnya:punya bw:bawa tlp:telepon tlpn:telepon skit:sakit jth:jatuh tdr:tidur mrh:marah`,
  fr: `koi:quoi kwa:quoi ki:qui kel:quel qel:quel kelle:quelle qelle:quelle kels:quels kan:quand qd:quand
    qand:quand kand:quand prk:pourquoi pq:pourquoi pk:pourquoi pkoi:pourquoi pourkoi:pourquoi pourqoi:pourquoi
    prkoi:pourquoi porquoi:pourquoi pourqui:pourquoi cb:combien cmb:combien combein:combien combient:combien
    conbien:combien coment:comment comen:comment cmt:comment commen:comment cment:comment kment:comment dan:dans
    ds:dans pr:pour av:avec ns:nous tt:tout bcp:beaucoup tjr:toujours tjs:toujours jms:jamais
    pcq:parce pck:parce psk:parce pasque:parce mtn:maintenant auj:aujourdhui mm:meme qq:quelque qqn:quelquun
    kelkun:quelquun qqun:quelquun qqch:quelque qlq:quelque tps:temps qeu:que dc:donc tjrs:toujours
    jsuis:suis ptet:peut pdt:pendant avt:avant aprs:apres avk:avec cki:qui keske:quoi kesk:quoi
    kesque:quoi quesque:quoi pcque:parce passke:parce fo:faut ske:ce spa:pas ct:etait cetait:etait chui:suis chuis:suis`,
};

const spellings: Record<Language, ReadonlyMap<string, string>> = {
  en: read(lists.en),
  id: read(lists.id),
  fr: read(lists.fr),
};

/** The word that a folded chat spelling stands for, or the word itself. */
export function spelledOut(word: string, language: Language): string {
  const short = undrawn(language === 'id' ? word.replace(doubled, '$1$2') : word);
  return spellings[language].get(short) ?? short;
}

/** An Indonesian 2 says a word twice, which hardly changes what it means: anak2, buku2nya. */
const doubled = /^(\p{L}{3,})2(\p{L}*)$/u;

/** Hardly a word has three of a letter: at the end (sooo) one is meant, within (goood) two or a slip. */
export function undrawn(word: string): string {
  if (!drawn.test(word) || rightly.test(word)) return word;
  return word.replace(/(\p{L})\1{2,}$/u, '$1').replace(/(\p{L})\1{2,}/gu, '$1$1');
}

const drawn = /(\p{L})\1\1/u;
/** What has three rightly: Roman numbers; créée, agréées and suppléée without their accents. */
const rightly = /^i{3}$|^(?!(.)\1+$)[ivxlcdm]+$|(?:cr|gr|pl)eees?$/;

function read(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(/\s+/).map(pair => pair.split(':') as [string, string]));
}
