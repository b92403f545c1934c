/** A rule that a request breaks, and where in its body. */
export interface Breach {
  readonly at: string;
  readonly rule: string;
}

export type Json = Record<string, unknown>;

export function most(at: string, value: string, limit: number): Breach[] {
  return [...value].length <= limit ? [] : [{ at, rule: `at most ${limit} characters` }];
}

export function between(at: string, value: string, least: number, limit: number): Breach[] {
  const { length } = [...value];
  return length >= least && length <= limit ? [] : [{ at, rule: `${least} to ${limit} characters` }];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
