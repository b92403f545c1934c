import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPieceReader } from '../../src/text/pieces.ts';
import { tokens } from '../../src/text/tokens.ts';

/** Reads texts piece by piece, each word as its place among those that came so far. */
function reader() {
  const words: string[] = [];
  const numberOf = (word: string) => {
    if (!words.includes(word)) words.push(word);
    return words.indexOf(word);
  };
  const read = createPieceReader(piece => tokens(piece).map(numberOf));
  return (text: string) => {
    const numbers: number[] = [];
    read(text, numbers);
    return numbers.map(number => words[number]);
  };
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
  const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), texts => {
      const read = reader();
      for (const parts of texts) expect(read(parts.join(' '))).toEqual(tokens(parts.join(' ')));
    }),
  );
});

test('a number with spaces is one piece; each different piece is asked for once', () => {
  const asked: string[] = [];
  const read = createPieceReader(piece => [asked.push(piece)]);
  const numbers: number[] = [];
  read('in 6 738 954 of 10 000 in', numbers);
  read('of 10 000', numbers);
  expect(asked).toEqual(['in', '6 738 954', 'of', '10 000']);
  expect(numbers).toEqual([1, 2, 3, 4, 1, 3, 4]);
});

test('ten thousand pieces are told apart', () => {
  const pieces = Array.from({ length: 10_000 }, (_, at) => `piece${at}`);
  let count = 0;
  const read = createPieceReader(() => [count++]);
  const numbers: number[] = [];
  read(pieces.join(' '), numbers);
  read(pieces.join(' '), numbers);
  expect(numbers).toEqual([...pieces.keys(), ...pieces.keys()]);
});
