/** Something wrong in a pack. Advice is what the pack would be better for; it works without. */
export interface Problem {
  readonly level: 'error' | 'advice';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly advice: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
