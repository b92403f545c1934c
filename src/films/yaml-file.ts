import { load } from 'js-yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** A YAML file that can say on which line a value stands. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** The line, from 1, of the value at this path, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML; a syntax error becomes a problem and the value `undefined`. */
export function readYaml(name: string, text: string): { file: YamlFile; problems: Problem[] } {
  const lineOf = (path: readonly PropertyKey[]) => lineIn(text, path);
  try {
    return { file: { name, value: load(text), lineOf }, problems: [] };
  } catch {
    const { value, problems } = readSlowly(name, text);
    return { file: { name, value, lineOf }, problems };
  }
}

/** With every error and its line: the fast parser stops at the first one, and takes no empty file. */
function readSlowly(name: string, text: string): { value: unknown; problems: Problem[] } {
  const { document, lineAt } = parseLines(text);
  const problems = document.errors.map(
    ({ message, pos }): Problem => ({
      level: 'error',
      file: name,
      line: lineAt(pos[0]),
      message: `is not YAML: ${message.split('\n')[0]}`,
    }),
  );
  return { value: problems.length > 0 ? undefined : document.toJS(), problems };
}

function parseLines(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return { document, lineAt: (offset: number) => lines.linePos(offset).line };
}

/** Parsed anew: few ask, and what is parsed takes fifty times the room of the text. */
function lineIn(text: string, path: readonly PropertyKey[]): number {
  const { document, lineAt } = parseLines(text);
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
  }
  return 1;
}

/** The file's value in the shape the schema asks for, or every place where it is not. */
export function parseYaml<S extends z.ZodType>(
  file: YamlFile,
  schema: S,
): { value: z.output<S> | undefined; problems: Problem[] } {
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.map(
    ({ path, message }): Problem => ({
      level: 'error',
      file: file.name,
      line: file.lineOf(path),
      message: path.length > 0 ? `${path.join('.')}: ${message}` : message,
    }),
  );
  return { value: undefined, problems };
}
