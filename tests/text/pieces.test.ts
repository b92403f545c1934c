import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPieceReader } from '../../src/text/pieces.ts';
import { tokens } from '../../src/text/tokens.ts';

type Numbers = (piece: string) => readonly number[];

/** The numbers that each text gets, the texts read one lot after the other. */
function readLots(numbersOf: Numbers, ...lots: readonly (readonly string[])[]): number[][] {
  const read = createPieceReader(numbersOf);
  const into = { starts: [0], numbers: [] as number[] };
  for (const lot of lots) read(lot, into);
  return into.starts.slice(1).map((end, text) => into.numbers.slice(into.starts[text], end));
}

/** Each word as its place among those that came so far. */
function wordNumbers() {
  const words: string[] = [];
  const numberOf = (word: string) => {
    if (!words.includes(word)) words.push(word);
    return words.indexOf(word);
  };
  return { words, numbersOf: (piece: string) => tokens(piece).map(numberOf) };
}

test('read piece by piece, a text has the words that it has as a whole', () => {
  const piece = fc.constantFrom(
    'Qui',
    "l'hôpital",
    'Anne’s',
    '6',
    '738',
    '954',
    '1er',
    '95 %',
    '…',
    'ça?',
    '',
    '12,5',
  );
  const joint = fc.constantFrom(' ', ' ', ', ', '.', '-', '?! ');
  const text = fc
    .array(fc.tuple(fc.oneof(piece, fc.string()), joint), { maxLength: 12 })
    .map(parts => parts.flat().join('').replaceAll('\0', ''));
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 8 }), { maxLength: 5 }), lots => {
      const { words, numbersOf } = wordNumbers();
      const numbers = readLots(numbersOf, ...lots);
      expect(numbers.map(text => text.map(number => words[number]))).toEqual(lots.flat().map(tokens));
    }),
  );
});

test('a number with spaces is one piece; each different piece is asked for once, however it is written', () => {
  const asked: string[] = [];
  const numbers = readLots(
    piece => [asked.push(piece)],
    ['in 6 738 954 of 10 000, in', 'Of 10 000'],
    ['12,5', 'IN'],
  );
  expect(asked).toEqual(['in', '6 738 954', 'of', '10 000', '12,5']);
  expect(numbers).toEqual([[1, 2, 3, 4, 1], [3, 4], [5], [1]]);
});

test('texts that end and begin with digits are two', () => {
  const { words, numbersOf } = wordNumbers();
  expect(readLots(numbersOf, ['out of 100', '94 of 100'])).toEqual([
    [0, 1, 2],
    [3, 1, 2],
  ]);
  expect(words).toEqual(['out', 'of', '100', '94']);
});

test('ten thousand pieces are told apart', () => {
  const pieces = Array.from({ length: 10_000 }, (_, at) => `piece${at}`);
  let count = 0;
  const text = pieces.join(' ');
  expect(readLots(() => [count++], [text], [text])).toEqual([[...pieces.keys()], [...pieces.keys()]]);
});
