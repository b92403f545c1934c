/** Many small lists of numbers in two flat arrays: where each list starts and the last one ends, and all their numbers. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly numbers: Numbers;
}

/** The same with a value for each number, which rise in each row: a Map apiece would take ten times the memory. */
export interface SparseRows extends Lists {
  readonly values: Float32Array;
}

/** Small numbers in half the room: a film has some ten thousand words and some hundred facts. */
export type Numbers = Uint16Array | Uint32Array;

/** So many numbers below a limit, all 0. */
export function numbersBelow(limit: number, length: number): Numbers {
  return limit <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach(({ length }, place) => {
    starts[place + 1] = (starts[place] ?? 0) + length;
  });
  const numbers = new Uint32Array(starts.at(-1) ?? 0);
  let at = 0;
  for (const list of lists) for (const number of list) numbers[at++] = number;
  return { starts, numbers };
}

/** Lists seen from the other side: for each number below `width` the lists that hold it. */
export function inverted(lists: Lists, width: number): Lists {
  const { starts, numbers } = transposed({ ...lists, values: noValues }, width);
  return { starts, numbers };
}

/** Rows seen from the other side: for each number below `width` the rows that hold it, with its value in each. */
export function transposed({ starts, numbers, values }: SparseRows, width: number): SparseRows {
  const flipped = new Uint32Array(width + 1);
  addCounts(numbers, flipped.subarray(1));
  for (let at = 0; at < width; at++) flipped[at + 1] = (flipped[at + 1] ?? 0) + (flipped[at] ?? 0);
  const next = flipped.slice();
  const rows = numbersBelow(starts.length, numbers.length);
  const found = new Float32Array(values.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const number = numbers[at] ?? 0;
      const to = next[number] ?? 0;
      next[number] = to + 1;
      rows[to] = row;
      if (at < values.length) found[to] = values[at] ?? 0;
    }
  }
  return { starts: flipped, numbers: rows, values: found };
}

const noValues = new Float32Array();

/** Counts how often each number comes. An iterator over as many would make an object for each. */
export function addCounts(numbers: ArrayLike<number>, counts: Uint32Array): void {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
}

/** The numbers that a row holds. */
export function rowOf({ starts, numbers }: Lists, row: number): Numbers {
  return numbers.subarray(starts[row], starts[row + 1]);
}

/** The sum of a row's values. */
export function sumOf({ starts, values }: SparseRows, row: number): number {
  let sum = 0;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) sum += values[at] ?? 0;
  return sum;
}

/** How many numbers a row holds. */
export function lengthOf({ starts }: SparseRows, row: number): number {
  return (starts[row + 1] ?? 0) - (starts[row] ?? 0);
}

/** The value of a number in a row; 0 where the row does not hold it. */
export function valueAt({ starts, numbers, values }: SparseRows, row: number, number: number): number {
  let low = starts[row] ?? 0;
  let high = (starts[row + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === number) return values[middle] ?? 0;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/**
 * The values of some numbers in some rows: all of the first row's, then all of the next one's. `flipped` are the rows
 * transposed; to read a number's few rows once is faster than to search every row for it.
 */
export function gathered(
  { starts, numbers: rowNumbers, values }: SparseRows,
  numbers: readonly number[],
  rows: readonly number[],
): Float32Array {
  const found = new Float32Array(rows.length * numbers.length);
  const places = new Uint16Array(Math.max(0, ...rows) + 1);
  rows.forEach((row, place) => {
    places[row] = place + 1;
  });
  numbers.forEach((number, column) => {
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
      const place = places[rowNumbers[at] ?? 0] ?? 0;
      if (place > 0) found[(place - 1) * numbers.length + column] = values[at] ?? 0;
    }
  });
  return found;
}

/** What the numbers that two rows share are worth together; with a row itself, what all of it is worth. */
export function sharedValue({ starts, numbers, values }: SparseRows, one: number, other: number): number {
  let sum = 0;
  let a = starts[one] ?? 0;
  let b = starts[other] ?? 0;
  const [endA, endB] = [starts[one + 1] ?? 0, starts[other + 1] ?? 0];
  while (a < endA && b < endB) {
    const [left, right] = [numbers[a] ?? 0, numbers[b] ?? 0];
    if (left === right) sum += values[a] ?? 0;
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return sum;
}
