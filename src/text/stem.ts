import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import type { Language } from './language.ts';
import { fold } from './tokens.ts';

const stemmers: Record<Language, (word: string) => string> = { en: english, id: indonesian, fr: french };

/** The part of a folded word that its inflections share (Snowball's rules): taught stays, teachers → teacher. */
export function stem(word: string, language: Language): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (language === 'en' && shortVerb.test(word)) return `${word[0]}ie`;
  return fold(stemmers[language](word));
}

/** The stemmer makes three stems of die, died and dying, as of lie and tie. */
const shortVerb = /^[dlt](?:ied|ies|ying)$/;
