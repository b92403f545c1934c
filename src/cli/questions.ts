import { readFile } from 'node:fs/promises';
import { type GradedQuestion, gradedQuestion } from './grade.ts';

/** The questions of a file, one as JSON a line. Throws with the file and line of the first that is none. */
export async function readQuestions(file: string): Promise<GradedQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, number) => {
    if (line.trim() === '') return [];
    const parsed = gradedQuestion.safeParse(json(line));
    if (!parsed.success) throw new Error(`${file}:${number + 1} ${parsed.error.issues[0]?.message}`);
    return [parsed.data];
  });
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
