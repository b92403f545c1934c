import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import type { Language } from './language.ts';
import { fold } from './tokens.ts';

const stemmers: Record<Language, (word: string) => string> = { en: english, id: indonesian, fr: french };

/** The part of a folded word that its inflections share (Snowball's rules): taught stays, teachers → teacher. */
export function stem(word: string, language: Language): string {
  if (word.length < 4) return word;
  const known = met[language].get(word);
  if (known !== undefined) return known;
  const stemmed = stemOf(word, language);
  if (met[language].size >= mostMet) met[language].clear();
  met[language].set(word, stemmed);
  return stemmed;
}

function stemOf(word: string, language: Language): string {
  if (/\d/.test(word)) return word;
  return language === 'en' && shortVerb.test(word) ? `${word[0]}ie` : fold(stemmers[language](word));
}

/** Who asks uses the same few thousand words, in each of which a stemmer reads some fifty endings. */
const met: Record<Language, Map<string, string>> = { en: new Map(), id: new Map(), fr: new Map() };

/** A film has half as many in a language; after that many we begin anew. */
const mostMet = 20_000;

/** The stemmer makes three stems of die, died and dying, as of lie and tie. */
const shortVerb = /^[dlt](?:ied|ies|ying)$/;
