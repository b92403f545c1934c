/** Adds the numbers of a text's pieces to a list. */
export type ReadPieces = (text: string, numbers: number[]) => void;

/**
 * Looks up what stands between spaces without making strings of it: of half a million words a film has some ten thousand
 * different ones, and to split the texts for a Map takes 1.7 times as long. `numbersOf` is asked once for each different
 * piece. A space between digits is part of a number: 6 738 954 is one piece.
 *
 * A hash table with open addressing. A piece is known by two hashes of 32 bits, multiplied by FNV's prime and by Knuth's
 * number: of ten thousand pieces two share both in one film of a hundred billion.
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

  return (text, numbers) => {
    let start = 0;
    let one = 0;
    let other = 0;
    for (let end = 0; end <= text.length; end++) {
      const code = end < text.length ? text.charCodeAt(end) : space;
      if (code !== space || isWithinNumber(text, end)) {
        one = Math.imul(one ^ code, fnvs);
        other = (Math.imul(other, knuths) + code) | 0;
        continue;
      }
      if (end > start) {
        const place = placeOf(one, other);
        const value = table[place + 3] === 1 ? (table[place + 2] ?? 0) : add(text.slice(start, end), one, other);
        if (value >= 0) numbers.push(value);
        else numbers.push(...(lists[-value - 1] ?? []));
      }
      start = end + 1;
      one = 0;
      other = 0;
    }
  };
}

function isWithinNumber(text: string, at: number): boolean {
  const isWithin = at > 0 && at + 1 < text.length;
  return isWithin && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const width = 4;
const space = 32;
const fnvs = 0x01000193;
const knuths = 0x9e3779b1;
