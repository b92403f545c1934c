import { createInterface } from 'node:readline';
import { parseArgs, styleText } from 'node:util';
import { z } from 'zod';
import { factsOf, saidOf, shownQuestion, tell } from '../answers/told.ts';
import { type Library, openLibrary } from '../app/library.ts';
import { defaultKeep } from '../app/readings.ts';
import { readConfig } from '../config.ts';
import { type Claim, type Fact, localized } from '../films/film.ts';
import { isHidden } from '../films/horizon.ts';
import { languageOf, languages } from '../text/language.ts';
import { refusal } from '../views/answer.ts';
import { words } from '../views/words/words.ts';
import { explanation } from './explain.ts';

/** `npm run ask -- "question"`, for people; `--jsonl` for programs; `--explain` for whoever mends a pack. */
const usage = 'usage: npm run ask -- "question" [--film amour] [--locale en|id|fr] [--explain] | --jsonl';
const { values, positionals } = readArguments();
const config = readConfig(process.env);
const library = await openLibrary(config.filmsDir, config.loadedFilms, defaultKeep);
if (values.jsonl) await answerLines(library);
else if (positionals.length > 0) await answerPerson(library, positionals.join(' '));
else {
  console.error(usage);
  process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        film: { type: 'string', default: 'amour' },
        locale: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // The first sentence says what is wrong, those after it how else to write it.
    console.error(`${error instanceof Error ? error.message.split(/[.\n]/)[0] : error}.\n${usage}`);
    process.exit(1);
  }
}

async function answerPerson(library: Library, question: string): Promise<void> {
  const { film, engine } = await library.open(values.film);
  const explained = engine.explain(question, languageOf(values.locale));
  if (values.explain) console.log(`${explanation(film, explained)}\n`);
  const { answer } = explained;
  const say = words(answer.language);
  switch (answer.kind) {
    case 'answered': {
      const sure = `${Math.round(answer.confidence * 100)} %`;
      for (const fact of factsOf(answer)) {
        console.log(styleText('bold', localized(film, fact.answer, answer.language)));
        const marks = [
          fact === answer.fact ? `${fact.id}, ${sure}` : fact.id,
          sourcesOf(fact),
          ...(fact.spoils ? [styleText('yellow', say.spoiler)] : []),
        ];
        console.log(styleText('dim', marks.join(' · ')));
      }
      break;
    }
    case 'unsure':
      console.log(styleText('yellow', say.didYouMean));
      break;
    case 'unknown':
      console.log(styleText('red', refusal(film, answer.reason, answer.language)));
      break;
  }
  for (const { fact, confidence } of answer.candidates) {
    const percent = `${Math.round(confidence * 100)} %`.padStart(5);
    console.log(`  ${percent}  ${shownQuestion(film, fact, answer.language)} ${styleText('dim', fact.id)}`);
  }
}

/** One JSON answer a line for one JSON question a line, in their order. A line that cannot be read says why. */
async function answerLines(library: Library): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(await answerLine(library, line))}\n`);
  }
}

async function answerLine(library: Library, line: string): Promise<object> {
  const asked = z.object({
    id: z.string(),
    question: z.string(),
    film: z.string().default(values.film),
    locale: z.enum(languages).optional(),
    horizon: z.string().optional(),
  });
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { id: null, error: `not JSON: ${error instanceof Error ? error.message : error}` };
  }
  const parsed = asked.safeParse(json);
  if (!parsed.success)
    return {
      id: null,
      error: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    };
  const { id, question, film: filmId, locale, horizon = 'finished' } = parsed.data;
  if (!library.shelf.some(shelved => shelved.id === filmId)) return { id, error: `there is no film ${filmId}` };
  const { film, engine } = await library.open(filmId);
  if (horizon !== 'finished' && !film.scenes.some(scene => scene.id === horizon))
    return { id, error: `there is no scene ${horizon}` };

  const start = performance.now();
  const answer = engine.answer(question, locale);
  const ms = Math.round((performance.now() - start) * 100) / 100;
  const told = tell(film, answer, horizon);
  const answered = told.kind === 'open' && told.answer.kind === 'answered' ? told.answer : undefined;
  const shown = answered === undefined ? [] : factsOf(answered);
  const hidden = told.kind === 'hidden';
  return {
    id,
    status: answer.kind === 'unsure' ? 'ambiguous' : answer.kind,
    answer: answered === undefined ? null : saidOf(film, answered),
    language: answer.language,
    fact: shown[0]?.id ?? null,
    confidence: round(answer.kind === 'answered' ? answer.confidence : (answer.candidates[0]?.confidence ?? 0)),
    spoiler: (hidden ? told.facts : shown).some(({ spoils }) => spoils),
    hidden,
    sources: shown.flatMap(({ claims }) => claims.flatMap(placesOf)),
    candidates: answer.candidates
      .filter(candidate => !isHidden(film, candidate.fact, horizon))
      .map(({ fact, confidence }) => ({
        fact: fact.id,
        question: shownQuestion(film, fact, answer.language),
        confidence: round(confidence),
      })),
    ms,
  };
}

function placesOf({ document, at }: Claim): { document: string; at: string }[] {
  return at.map(place => ({ document, at: place }));
}

function sourcesOf(fact: Fact): string {
  return fact.claims.map(({ document, at }) => `${document} ${at.join(', ')}`).join('; ');
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
