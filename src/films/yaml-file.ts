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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems = document.errors.map(
    ({ message, pos }): Problem => ({
      level: 'error',
      file: name,
      line: lines.linePos(pos[0]).line,
      message: `is not YAML: ${message.split('\n')[0]}`,
    }),
  );
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
  return { file: { name, value: problems.length > 0 ? undefined : document.toJS(), lineOf }, problems };
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
