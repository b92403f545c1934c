/** A choice between rows of which some are right. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly isRight: readonly boolean[];
  readonly weight: number;
}

/** Something that is so or not, and how much it counts. */
export interface Case {
  readonly row: readonly number[];
  readonly isSo: boolean;
  readonly weight: number;
}

/** Weights that make the right rows of each choice together the likeliest (softmax), by Adam on the whole set. */
export function fitChoices(choices: readonly Choice[], width: number, start: readonly number[]): number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return descend(width, start, weights => {
    const slope = new Array<number>(width).fill(0);
    for (const { rows, isRight, weight } of choices) {
      const scores = rows.map(row => dot(weights, row));
      const top = Math.max(...scores);
      const odds = scores.map(score => Math.exp(score - top));
      const sum = odds.reduce((a, b) => a + b, 0);
      const right = odds.reduce((sum, one, at) => sum + (isRight[at] ? one : 0), 0);
      rows.forEach((row, at) => {
        const one = odds[at] ?? 0;
        const surprise = (one / sum - (isRight[at] && right > 0 ? one / right : 0)) * (weight / total);
        for (let i = 0; i < width; i++) slope[i] = (slope[i] ?? 0) + surprise * (row[i] ?? 0);
      });
    }
    return slope;
  });
}

/** Weights of a logistic regression. */
export function fitCases(cases: readonly Case[], width: number): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  return descend(width, new Array<number>(width).fill(0), weights => {
    const slope = new Array<number>(width).fill(0);
    for (const { row, isSo, weight } of cases) {
      const surprise = (1 / (1 + Math.exp(-dot(weights, row))) - (isSo ? 1 : 0)) * (weight / total);
      for (let i = 0; i < width; i++) slope[i] = (slope[i] ?? 0) + surprise * (row[i] ?? 0);
    }
    return slope;
  });
}

const steps = 300;
const rate = 0.15;
/** Keeps weights small where the data do not ask for more. */
const decay = 0.0005;

function descend(
  width: number,
  start: readonly number[],
  slopeAt: (weights: readonly number[]) => number[],
): number[] {
  const weights = Array.from({ length: width }, (_, i) => start[i] ?? 0);
  const mean = new Array<number>(width).fill(0);
  const square = new Array<number>(width).fill(0);
  for (let step = 1; step <= steps; step++) {
    const slope = slopeAt(weights);
    for (let i = 0; i < width; i++) {
      const gradient = (slope[i] ?? 0) + decay * (weights[i] ?? 0);
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * gradient;
      square[i] = 0.999 * (square[i] ?? 0) + 0.001 * gradient * gradient;
      const unbiased = (mean[i] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[i] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      weights[i] = (weights[i] ?? 0) - (rate * unbiased) / spread;
    }
  }
  return weights;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
