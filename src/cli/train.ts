import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sureFrom } from '../answers/explain.ts';
import { createFilmIndex } from '../answers/film-index.ts';
import {
  confidenceOf,
  evidenceNames,
  evidenceOf,
  featureNames,
  type Ranked,
  rank,
  saysOf,
  type Weights,
} from '../answers/rank.ts';
import weightsNow from '../answers/weights.json' with { type: 'json' };
import { readConfig } from '../config.ts';
import { loadConcepts, loadFilm } from '../films/load.ts';
import { readQuestions } from './questions.ts';
import { table } from './table.ts';
import { type Case, type Choice, fitCases, fitChoices } from './train/fit.ts';
import { reportLeftOut } from './train/report.ts';
import {
  askQuestions,
  exchangePeople,
  exchangeSlots,
  leaveFactsOut,
  leavePhrasingsOut,
  type Sample,
} from './train/samples.ts';

/**
 * `npm run train`: learns `src/answers/weights.json`. Ranking: the right fact among the candidates, for phrasings that
 * were left out of the index and for questions that people wrote. Confidence: whether the best fact is right, for
 * those questions and for phrasings with a stranger in them. Deterministic: the same pack and questions give the same weights. `--dry` writes nothing, nor does
 * `--ablate FILE`, any number of times, which leaves each feature out once and also asks the questions of files that nothing
 * is learned from.
 */
const askedFile = 'src/cli/train/asked.jsonl';

/** What people wrote counts as much as this many times what curators wrote, which differs from it on purpose. */
const askedWeight = 12;

/**
 * So much counts a question with a stranger beside one that people wrote: all together as much as fifty of 1,488, which
 * is enough to learn what a stranger costs. With more, who is asked about by another name is trusted less, too.
 */
const strangerWeight = 0.03;

const { values } = parseArgs({
  options: {
    film: { type: 'string', default: 'amour' },
    dry: { type: 'boolean', default: false },
    ablate: { type: 'string', multiple: true },
  },
});
const { filmsDir } = readConfig(process.env);
const film = await loadFilm(join(filmsDir, values.film));
const concepts = await loadConcepts(filmsDir);

const whole = new Map(createFilmIndex(film, concepts).entries.map(indexed => [indexed.entry.id, indexed]));
const known = leavePhrasingsOut(film, concepts);
const left = leaveFactsOut(film, concepts).filter(sample => !isAnsweredByAnother(sample));
const slots = exchangeSlots(film, concepts);
const asked = await askFile(askedFile);

const strangers = exchangePeople(film, concepts);

const ranking = learnRanking(known, asked);
const confidence = learnConfidence(asked, { ...weightsNow, ranking });
const weights: Weights = { ranking, confidence };
reportLeftOut(known, left, slots, strangers, weights);
if (values.ablate !== undefined) ablate((await Promise.all(values.ablate.map(askFile))).flat());
else if (!values.dry) await writeFile('src/answers/weights.json', `${JSON.stringify(weights, null, 2)}\n`);

async function askFile(file: string): Promise<Sample[]> {
  return askQuestions(film, concepts, await readQuestions(file));
}

function learnRanking(known: readonly Sample[], asked: readonly Sample[]): Weights['ranking'] {
  const choicesOf = (samples: readonly Sample[], weight: number) =>
    samples.flatMap(({ candidates, right }): Choice[] => {
      const isRight = candidates.map(({ indexed }) => right.includes(indexed.entry.id));
      const rows = candidates.map(({ features }) => featureNames.map(name => features[name]));
      return isRight.includes(true) ? [{ rows, isRight, weight }] : [];
    });
  const choices = [...choicesOf(known, 1), ...choicesOf(asked, askedWeight)];
  const start = featureNames.map(name => weightsNow.ranking[name]);
  return named(featureNames, fitChoices(choices, featureNames.length, start)) as Weights['ranking'];
}

/** A left-out fact that another one tells, too, is not unknown. */
function isAnsweredByAnother(sample: Sample): boolean {
  const asked = whole.get(sample.meant);
  const best = rank(sample.candidates)[0]?.indexed.entry;
  const said = best === undefined ? undefined : whole.get(best.id);
  return asked !== undefined && said !== undefined && saysOf(said, asked) === 1;
}

function learnConfidence(asked: readonly Sample[], weights: Weights): Weights['confidence'] {
  const casesOf = (samples: readonly Sample[], weight: number) =>
    samples.flatMap((sample): Case[] => {
      const ranked = rank(sample.candidates, weights);
      if (ranked[0]?.indexed.entry.kind !== 'fact') return [];
      const evidence = evidenceOf(ranked);
      return [{ row: evidenceNames.map(name => evidence[name]), isSo: isRight(sample, ranked), weight }];
    });
  const cases = [...casesOf(asked, 1), ...casesOf(strangers, strangerWeight)];
  return named(evidenceNames, fitCases(cases, evidenceNames.length)) as Weights['confidence'];
}

function isRight({ right }: Sample, [best]: readonly Ranked[]): boolean {
  return best !== undefined && right.includes(best.indexed.entry.id);
}

function named(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Math.round((values[at] ?? 0) * 1000) / 1000]));
}

/**
 * What each feature is worth: how many are first without it and how many are handled, all weighed anew. Small talk and
 * other languages, which the engine refuses by other means, are asked like the rest.
 */
function ablate(unlearned: readonly Sample[]): void {
  const full = measure(known, asked, unlearned, weights);
  const rows = featureNames.map(name => {
    const [knownWithout, askedWithout, rest] = [known, asked, unlearned].map(samples =>
      samples.map(sample => without(sample, name)),
    ) as [Sample[], Sample[], Sample[]];
    const ranking = { ...learnRanking(knownWithout, askedWithout), [name]: 0 };
    const confidence = learnConfidence(askedWithout, { ...weightsNow, ranking });
    const measured = measure(knownWithout, askedWithout, rest, { ranking, confidence });
    return [name, ...measured.map((percent, at) => (percent - (full[at] ?? 0)).toFixed(1))];
  });
  const titles = [
    'without',
    'left-out phrasings first',
    'questions first',
    'handled',
    'never learned from: first',
    'handled',
  ];
  console.log(`\n${table([titles, ['(with all, %)', ...full.map(percent => percent.toFixed(1))], ...rows])}`);
}

function without(sample: Sample, name: string): Sample {
  const candidates = sample.candidates.map(candidate => ({
    ...candidate,
    features: { ...candidate.features, [name]: 0 },
  }));
  return { ...sample, candidates };
}

/** In percent. */
function measure(
  known: readonly Sample[],
  asked: readonly Sample[],
  unlearned: readonly Sample[],
  weights: Weights,
): number[] {
  const share = (samples: readonly Sample[], isSo: (sample: Sample) => boolean) =>
    (100 * samples.filter(isSo).length) / samples.length;
  const answerable = (samples: readonly Sample[]) => samples.filter(({ right }) => right.length > 0);
  const isFirst = (sample: Sample) => isRight(sample, rank(sample.candidates, weights));
  const isHandled = (sample: Sample) => {
    const ranked = rank(sample.candidates, weights);
    const isSure =
      confidenceOf(evidenceOf(ranked), weights) >= sureFrom && ranked[0]?.indexed.entry.kind === 'fact';
    return sample.right.length > 0 ? isSure && isRight(sample, ranked) : !isSure;
  };
  return [
    share(known, isFirst),
    share(answerable(asked), isFirst),
    share(asked, isHandled),
    share(answerable(unlearned), isFirst),
    share(unlearned, isHandled),
  ];
}
