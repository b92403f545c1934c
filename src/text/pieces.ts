import { noLetters, withLetter } from './fnv.ts';

/** Some texts as numbers: where each one's begin and the last one's end, and all their numbers. */
export interface NumberedTexts {
  readonly starts: number[];
  readonly numbers: number[];
}

/** Adds some texts, each with the numbers of its pieces. */
export type ReadPieces = (texts: readonly string[], into: NumberedTexts) => void;

/**
 * Looks up the words of texts without making strings of them: of half a million that a film has some thirty thousand are
 * different. A piece is what stands between signs that are never part of a word, nearly always one word;
 * `numbersOf` is asked once for each different one, however it is written with capitals.
 *
 * A hash table with open addressing. A piece is known by two hashes of 32 bits, FNV's and one
 * that is multiplied by Knuth's number: of thirty thousand pieces two share both in one film of forty billion.
 */
export function createPieceReader(numbersOf: (piece: string) => readonly number[]): ReadPieces {
  /** For each place two hashes, a piece's number, or −1 − its place in `lists` if it has not just one, and 1 if it is taken. */
  let table = new Int32Array(width * 2 ** 12);
  let taken = 0;
  const lists: (readonly number[])[] = [];

  function placeOf(one: number, other: number): number {
    const mask = table.length - width;
    let place = ((one ^ (one >>> 15)) * width) & mask;
    while (table[place + 3] === 1 && (table[place] !== one || table[place + 1] !== other))
      place = (place + width) & mask;
    return place;
  }

  function add(piece: string, one: number, other: number): number {
    const numbers = numbersOf(piece);
    const [only] = numbers;
    const value = only !== undefined && numbers.length === 1 ? only : -lists.push(numbers);
    if (2 * width * ++taken > table.length) widen();
    table.set([one, other, value, 1], placeOf(one, other));
    return value;
  }

  function widen(): void {
    const old = table;
    table = new Int32Array(2 * old.length);
    for (let place = 0; place < old.length; place += width)
      if (old[place + 3] === 1)
        table.set(old.subarray(place, place + width), placeOf(old[place] ?? 0, old[place + 1] ?? 0));
  }

  return (texts, { starts, numbers }) => {
    // Joined, they lie in a row in memory, where texts cut out of a file do not.
    const text = texts.length === 0 ? '' : [...texts, ''].join(endOfText);
    let start = 0;
    let one = noLetters;
    let other = 0;
    for (let end = 0; end < text.length; end++) {
      const letter = letterAt(text, end);
      if (letter !== 0) {
        one = withLetter(one, letter);
        other = (Math.imul(other, knuths) + letter) | 0;
        continue;
      }
      if (end > start) {
        const place = placeOf(one, other);
        const value = table[place + 3] === 1 ? (table[place + 2] ?? 0) : add(text.slice(start, end), one, other);
        if (value >= 0) numbers.push(value);
        else numbers.push(...(lists[-value - 1] ?? []));
      }
      if (text[end] === endOfText) starts.push(numbers.length);
      start = end + 1;
      one = noLetters;
      other = 0;
    }
  };
}

/** What a sign counts as within a piece: small letters, digits and apostrophes as themselves; 0 for what ends a piece. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= ascii) return code;
  const letter = letters[code] ?? 0;
  return letter === 0 && code !== 0 && isWithinNumber(text, at) ? code : letter;
}

/** 6 738 954 and 12,5 are one piece each. */
function isWithinNumber(text: string, at: number): boolean {
  return at > 0 && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const endOfText = '\0';
const ascii = 128;
const letters = Uint16Array.from({ length: ascii }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9'`]/.test(sign) ? sign.charCodeAt(0) : 0;
});

const width = 4;
const knuths = 0x9e3779b1;
