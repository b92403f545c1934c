import 'dotenv/config';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { Document, visit } from 'yaml';
import { createAnswerEngine } from '../answers/engine.ts';
import { createFilmIndex } from '../answers/film-index.ts';
import { defaultDatabase, readConfig } from '../config.ts';
import { type Film, isDisputed } from '../films/film.ts';
import { loadConcepts, loadFilm, readPackFiles } from '../films/load.ts';
import { parsePlaced } from '../films/parse.ts';
import type { PlacedFilm } from '../films/placed.ts';
import type { Problem } from '../films/problem.ts';
import { type Coverage, checkProvenance } from '../films/provenance.ts';
import { checkReview, fingerprint, reviewFile, type Verdict } from '../films/review.ts';
import { contentWords } from '../films/rules/phrasings.ts';
import { checkRules } from '../films/rules/rules.ts';
import { openStore } from '../store/store.ts';
import { languages } from '../text/language.ts';
import { reportGaps } from './gaps.ts';
import { percent, table } from './table.ts';

/**
 * `npm run pack -- check data/amour [--documents DIR] [--json]`: everything that is wrong with a pack.
 * `npm run pack -- review data/amour < verdicts.jsonl`: writes a second reader's verdicts into its review.yaml.
 * `npm run pack -- gaps data/amour [--json]`: what people asked and nobody could answer (`KEEP_UNANSWERED=true`).
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { documents: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [action, folder] = positionals;
  if (action === 'review' && folder !== undefined) return review(folder);
  if (action === 'gaps' && folder !== undefined) return gaps(folder, values.json);
  if (action !== 'check' || folder === undefined) {
    console.error(
      'usage: npm run pack -- check data/FILM [--documents DIR] [--json] | review data/FILM < verdicts.jsonl | gaps data/FILM [--json]',
    );
    process.exitCode = 1;
    return;
  }
  const { placed, problems: shape } = parsePlaced(basename(folder), await readPackFiles(folder));
  const rules = placed === undefined ? [] : [...checkRules(placed), ...checkReview(placed)];
  const { problems: sources, coverage } = await checkSources(placed, values.documents);
  const problems = [...shape, ...rules, ...sources];
  const errors = problems.filter(({ level }) => level === 'error');
  if (values.json)
    console.log(JSON.stringify({ problems, coverage, counts: placed && countsOf(placed.film) }, null, 2));
  else report(folder, problems, coverage, placed?.film);
  process.exitCode = errors.length > 0 ? 1 : 0;
}

async function checkSources(
  placed: PlacedFilm | undefined,
  folder: string | undefined,
): Promise<{ problems: Problem[]; coverage: Coverage[] }> {
  if (placed === undefined || folder === undefined) return { problems: [], coverage: [] };
  const texts = placed.film.documents.map(async ({ id }) => {
    const text = await readFile(join(folder, `${id}.txt`), 'utf8').catch(() => undefined);
    return text === undefined ? [] : [[id, text] as const];
  });
  return checkProvenance(placed, new Map((await Promise.all(texts)).flat()));
}

async function gaps(folder: string, json: boolean): Promise<void> {
  const [film, concepts] = await Promise.all([loadFilm(folder), loadConcepts(dirname(folder))]);
  const store = await openStore(readConfig(process.env).databaseUrl ?? defaultDatabase);
  const reports = reportGaps(
    film,
    createAnswerEngine(film, createFilmIndex(film, concepts)),
    await store.gaps.list(film.id),
  );
  await store.close();
  if (json) return console.log(JSON.stringify(reports, null, 2));
  if (reports.length === 0)
    console.log('nothing yet: with KEEP_UNANSWERED=true the bot counts what it could not answer');
  for (const { words, times, nearest, stub } of reports) {
    console.log(`${times} × ${words}`);
    for (const { fact, question } of nearest) console.log(`    near: ${fact} – ${question}`);
    console.log(`${stub}\n`);
  }
}

/** One JSON line a fact: `{"id": "…", "verdicts": {"en": "good", …}, "note": "…"}`; later lines win. */
async function review(folder: string): Promise<void> {
  const { placed } = parsePlaced(basename(folder), await readPackFiles(folder));
  if (placed === undefined) throw new Error(`${folder} cannot be read: check it first`);
  const lines = (await text(process.stdin)).split('\n').filter(line => line.trim() !== '');
  const read = lines.map(line => reviewFile.element.omit({ of: true }).parse(JSON.parse(line)));
  const file = placed.files.get('review.yaml');
  const known = file === undefined ? [] : reviewFile.parse(file.value);
  const verdicts = new Map<string, Verdict>(known.map(verdict => [verdict.id, verdict]));
  for (const verdict of read) {
    const fact = placed.film.facts.find(({ id }) => id === verdict.id);
    if (fact !== undefined) verdicts.set(verdict.id, { ...verdict, of: fingerprint(fact) });
  }
  const sorted = [...verdicts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const head =
    '# What a second reader said of each fact; `of` is the fact as it was read. Written by `npm run pack -- review`.\n';
  const document = new Document(sorted);
  visit(document, {
    Map: (_, node) => {
      node.flow = true;
    },
  });
  await writeFile(join(folder, 'review.yaml'), head + document.toString({ lineWidth: 0 }));
  console.log(`${sorted.length} facts have a verdict`);
}

function report(
  folder: string,
  problems: readonly Problem[],
  coverage: readonly Coverage[],
  film: Film | undefined,
): void {
  for (const { level, file, line, message } of problems)
    console.log(`${join(folder, file)}:${line} ${level === 'advice' ? 'advice: ' : ''}${message}`);
  const errors = problems.filter(({ level }) => level === 'error').length;
  console.log(`${errors} problems, ${problems.length - errors} pieces of advice`);
  if (film !== undefined)
    console.log(`\n${table(Object.entries(countsOf(film)).map(([name, count]) => [name, String(count)]))}`);
  if (coverage.length > 0) {
    const rows = coverage.map(({ document, sentences, used }) => [
      document,
      `${used} of ${sentences}`,
      percent(used, sentences),
    ]);
    console.log(`\n${table([['document', 'sentences used', 'share'], ...rows])}`);
  }
  if (film !== undefined)
    console.log(`\ndifferent content words a fact is asked with, fewest first\n${wordCounts(film)}`);
}

/** Each fact with how many different content words its phrasings use in the pack's first language. */
function wordCounts({ facts, languages: [first] }: Film): string {
  return facts
    .map(({ id, questions }) => ({ id, words: contentWords(questions[first] ?? [], first).size }))
    .sort((a, b) => a.words - b.words || (a.id < b.id ? -1 : 1))
    .map(({ id, words }) => `${id} ${words}`)
    .join(', ');
}

function countsOf(film: Film): Record<string, number> {
  const entries = [...film.facts, ...film.unknowns];
  const quizzable = film.facts.filter(({ quiz }) => quiz !== undefined);
  return {
    facts: film.facts.length,
    'disputed facts': film.facts.filter(isDisputed).length,
    'known unknowns': film.unknowns.length,
    'quizzable facts': quizzable.length,
    'quizzable facts that spoil nothing': quizzable.filter(({ spoils }) => !spoils).length,
    scenes: film.scenes.length,
    people: film.people.length,
    ...Object.fromEntries(
      languages.map(language => [
        `phrasings in ${language}`,
        entries.reduce((sum, { questions }) => sum + (questions[language]?.length ?? 0), 0),
      ]),
    ),
  };
}

await main();
