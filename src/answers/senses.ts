import { forEachMention, nameOf, type StartingWord } from './lexicon.ts';

/**
 * What the index counts and compares: a stem, a concept (`#profession`) or an entity (`@anne`), as a small number.
 * The same number in every language, so that names and words that look alike meet across languages.
 */
export type Unit = number;

/** What a word means where it stands, its stem's unit and others, as a small number: words of one sense are alike. */
export type Sense = number;

export interface Senses {
  /** Every unit by its name. */
  readonly units: ReadonlyMap<string, Unit>;
  /** The unit of a name, numbered when it is new. */
  intern(name: string): Unit;
  /** The units of each sense, that of the word's stem first. */
  readonly all: readonly (readonly Unit[])[];
  /** What a stem means where nothing else is known of it. */
  bare(stem: string, isFunction: boolean): Sense;
  /** What each word of a text means by itself, or together with its neighbours where several mean something. */
  of(text: readonly BareWord[]): Sense[];
}

export interface BareWord extends StartingWord {
  readonly bare: Sense;
}

export function createSenses(): Senses {
  const units = new Map<string, Unit>();
  const all: (readonly Unit[])[] = [];
  /** Of each unit the sense that is only it; of each sense those with one unit more. */
  const bares: Sense[] = [];
  const wider: Map<Unit, Sense>[] = [];
  /** The units of the lexicon's meanings. */
  const meant: Unit[] = [];

  function intern(name: string): Unit {
    const unit = units.get(name) ?? units.size;
    if (unit === units.size) units.set(name, unit);
    return unit;
  }

  function bare(stem: string, isFunction: boolean): Sense {
    const unit = intern(isFunction ? functionName(stem) : stem);
    bares[unit] ??= all.push([unit]) - 1;
    return bares[unit];
  }

  function widened(sense: Sense, unit: Unit): Sense {
    const held = all[sense] ?? [];
    if (held.includes(unit)) return sense;
    wider[sense] ??= new Map();
    const known = wider[sense].get(unit) ?? all.push([...held, unit]) - 1;
    wider[sense].set(unit, known);
    return known;
  }

  function of(text: readonly BareWord[]): Sense[] {
    const found = text.map(({ bare }) => bare);
    forEachMention(text, (start, length, meaning) => {
      meant[meaning.number] ??= intern(nameOf(meaning));
      for (let at = start; at < start + length; at++)
        found[at] = widened(found[at] ?? 0, meant[meaning.number] ?? 0);
    });
    return found;
  }

  return { units, intern, all, bare, of };
}

/** How the index names a function word: the French tuer has the stem of tu, the English son is the French his. */
export function functionName(stem: string): string {
  return `${functionSign}${stem}`;
}

export function isFunctionName(name: string): boolean {
  return name.startsWith(functionSign);
}

const functionSign = '=';
