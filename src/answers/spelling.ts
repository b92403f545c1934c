import { editDistance } from '../text/edit-distance.ts';

/** A word of the index that somebody may have meant. */
export interface Correction {
  readonly word: string;
  readonly distance: number;
}

/** Words of this length or more are looked for with two slips, shorter ones with one; below three letters none. */
const longWord = 6;
const shortestWord = 3;

export interface Spelling {
  /** The nearest words of the vocabulary, closest and commonest first; none for a word that is in it. */
  correct(word: string): readonly Correction[];
}

/**
 * Corrects words to the vocabulary by a delete dictionary (the idea of SymSpell): two words within `n` slips share a
 * form with at most `n` letters deleted from each, so a lookup of a few forms replaces a walk over the vocabulary.
 * `count` says how often a word stands in the index and settles ties.
 */
export function createSpelling(vocabulary: ReadonlyMap<string, number>): Spelling {
  const byForm = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    if (word.length < shortestWord || /\d/.test(word)) continue;
    for (const form of deletions(word, slips(word))) {
      const words = byForm.get(form);
      if (words === undefined) byForm.set(form, [word]);
      else words.push(word);
    }
  }
  const count = (word: string) => vocabulary.get(word) ?? 0;

  function correct(word: string): readonly Correction[] {
    if (word.length < shortestWord || /\d/.test(word) || vocabulary.has(word)) return [];
    const limit = slips(word);
    const near = new Set([...deletions(word, limit)].flatMap(form => byForm.get(form) ?? []));
    const corrections: Correction[] = [];
    for (const candidate of near) {
      const distance = editDistance(word, candidate, Math.min(limit, slips(candidate)));
      if (distance !== undefined) corrections.push({ word: candidate, distance });
    }
    const best = Math.min(...corrections.map(({ distance }) => distance));
    return corrections
      .filter(({ distance }) => distance === best)
      .sort((a, b) => likeness(word, b.word) - likeness(word, a.word) || count(b.word) - count(a.word))
      .slice(0, maxCorrections);
  }

  return { correct };
}

/** More alternatives cost time and match at random. */
const maxCorrections = 3;

function slips(word: string): number {
  if (word.length < shortestWord) return 0;
  return word.length < longWord ? 1 : 2;
}

/** People rarely slip on the first letter. */
function likeness(word: string, candidate: string): number {
  return word[0] === candidate[0] ? 1 : 0;
}

/**
 * Letters from the beginning of a word that forms are made of. Two words within two slips still share a form of their
 * beginnings, and a long word has 29 forms instead of hundreds: a tenth of the memory.
 */
const comparedLetters = 7;

/** The beginning of a word and every form of it with up to `limit` letters left out. */
function deletions(word: string, limit: number): Set<string> {
  const start = word.slice(0, comparedLetters);
  const forms = new Set([start]);
  let last = [start];
  for (let round = 0; round < limit; round++) {
    last = last.flatMap(form => Array.from(form, (_, at) => form.slice(0, at) + form.slice(at + 1)));
    for (const form of last) forms.add(form);
  }
  return forms;
}
