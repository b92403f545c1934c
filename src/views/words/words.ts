import type { Language } from '../../text/language.ts';
import { en, type Plural, type Words } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';

const catalogues: Record<Language, Words> = { en, id, fr };

export function words(language: Language): Words {
  return catalogues[language];
}

/** "1 fact", "1.204 fakta", "3 documents": the number and the noun as the language writes them. */
export function counted(count: number, noun: Plural, language: Language): string {
  const rule = new Intl.PluralRules(language).select(count);
  return `${new Intl.NumberFormat(language).format(count)} ${noun[rule] ?? noun.other}`;
}

export function listed(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language).format(items);
}
