import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQuestions } from '../../src/cli/questions.ts';

const good = '{ "id": "a", "question": "Who plays Anne?", "lang": "en", "answerable": true }';

function fileOf(...lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'questions-')), 'questions.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

test('questions are read line by line, and empty lines are none', async () => {
  expect(await readQuestions(fileOf(good, '', good, ''))).toMatchObject([{ id: 'a', style: 'plain' }, { id: 'a' }]);
});

test.each([['{ "id": '], ['words'], ['{ "id": "b" }']])('%s is refused with its file and line', async line => {
  const file = fileOf(good, line);
  await expect(readQuestions(file)).rejects.toThrow(`${file}:2 `);
});
