import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFilmIndex } from '../answers/film-index.ts';
import {
  confidenceOf,
  evidenceNames,
  evidenceOf,
  featureNames,
  type Ranked,
  rank,
  saysTheSame,
  type Weights,
} from '../answers/rank.ts';
import weightsNow from '../answers/weights.json' with { type: 'json' };
import { readConfig } from '../config.ts';
import { loadConcepts, loadFilm } from '../films/load.ts';
import { percent, table } from './table.ts';
import { type Case, type Choice, fitCases, fitChoices } from './train/fit.ts';
import { seeded } from './train/random.ts';
import { exchangeSlots, leaveFactsOut, leavePhrasingsOut, type Sample } from './train/samples.ts';

/**
 * `npm run train`: learns `src/answers/weights.json` from a pack's own phrasings. Ranking: the left-out phrasing's
 * fact among the candidates. Confidence: whether the best candidate is right, with left-out facts as what must be
 * refused. Deterministic: the same pack gives the same weights. `--ablate` writes nothing and leaves each feature out
 * once.
 */
/** About a third of what people ask has no answer here: left-out facts count so much. */
const refusable = 0.33;

const { values } = parseArgs({
  options: {
    film: { type: 'string', default: 'amour' },
    dry: { type: 'boolean', default: false },
    ablate: { type: 'boolean', default: false },
  },
});
const { filmsDir } = readConfig(process.env);
const film = await loadFilm(join(filmsDir, values.film));
const concepts = await loadConcepts(filmsDir);
const random = seeded(2012);

const whole = new Map(createFilmIndex(film, concepts).entries.map(indexed => [indexed.entry.id, indexed]));
const known = leavePhrasingsOut(film, concepts, random);
const left = leaveFactsOut(film, concepts, random).filter(sample => !isAnsweredByAnother(sample));
const slots = exchangeSlots(film, concepts, random);
const ranking = learnRanking(known);
const confidence = learnConfidence(known, [...left, ...slots], { ...weightsNow, ranking });
const weights: Weights = { ranking, confidence };
report(known, left, slots, weights);
if (values.ablate) ablate(known);
else if (!values.dry) await writeFile('src/answers/weights.json', `${JSON.stringify(weights, null, 2)}\n`);

function learnRanking(samples: readonly Sample[]): Weights['ranking'] {
  const choices = samples.flatMap(({ candidates, right }): Choice[] => {
    const at = candidates.findIndex(({ indexed }) => indexed.entry.id === right);
    return at < 0
      ? []
      : [{ rows: candidates.map(({ features }) => featureNames.map(name => features[name])), right: at }];
  });
  const start = featureNames.map(name => weightsNow.ranking[name]);
  return named(featureNames, fitChoices(choices, featureNames.length, start)) as Weights['ranking'];
}

/** Whether the best candidate says what was asked for, be it as another fact. */
function isRight({ meant }: Sample, [best]: readonly Ranked[]): boolean {
  const asked = whole.get(meant);
  const said = best === undefined ? undefined : whole.get(best.indexed.entry.id);
  return asked !== undefined && said !== undefined && saysTheSame(asked, said);
}

/** A left-out fact that another one tells, too, is not unknown. */
function isAnsweredByAnother(sample: Sample): boolean {
  return isRight(sample, rank(sample.candidates));
}

function learnConfidence(
  known: readonly Sample[],
  refused: readonly Sample[],
  weights: Weights,
): Weights['confidence'] {
  const cases = [...known, ...refused].map((sample): Case => {
    const { candidates, right } = sample;
    const ranked = rank(candidates, weights);
    const evidence = evidenceOf(ranked);
    const isSo = isRight(sample, ranked);
    const weight = right === undefined ? refusable / refused.length : (1 - refusable) / known.length;
    return { row: evidenceNames.map(name => evidence[name]), isSo, weight };
  });
  return named(evidenceNames, fitCases(cases, evidenceNames.length)) as Weights['confidence'];
}

function named(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, at) => [name, Math.round((values[at] ?? 0) * 1000) / 1000]));
}

/** What each feature is worth: how many left-out phrasings are first without it, the others weighed anew. */
function ablate(samples: readonly Sample[]): void {
  const share = (ranking: Weights['ranking']) =>
    samples.filter(({ candidates, right }) => {
      return rank(candidates, { ...weightsNow, ranking })[0]?.indexed.entry.id === right;
    }).length / samples.length;
  const all = share(ranking);
  const rows = featureNames.map(name => {
    const without = samples.map(sample => ({
      ...sample,
      candidates: sample.candidates.map(candidate => ({
        ...candidate,
        features: { ...candidate.features, [name]: 0 },
      })),
    }));
    const first = share({ ...learnRanking(without), [name]: 0 });
    return [name, `${(100 * first).toFixed(1)} %`, `${(100 * (first - all)).toFixed(1)}`];
  });
  console.log(`\n${table([['without', 'first', 'points'], ...rows])}`);
}

/** What each threshold would do to phrasings and to facts that the index has never seen. */
function report(
  known: readonly Sample[],
  left: readonly Sample[],
  slots: readonly Sample[],
  weights: Weights,
): void {
  const judged = [...known, ...left, ...slots].map(sample => {
    const { candidates, right } = sample;
    const ranked = rank(candidates, weights);
    const best = ranked[0]?.indexed.entry;
    return {
      sample,
      right,
      best,
      confidence: confidenceOf(ranked, weights),
      isRight: best !== undefined && best.id === right,
    };
  });
  const first = judged.filter(({ isRight }) => isRight).length;
  console.log(
    `${known.length} left-out phrasings: ${percent(first, known.length)} best; ${left.length} of left-out facts; ${slots.length} with a foreign slot`,
  );
  const thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
  const rows = thresholds.map(threshold => {
    const answers = judged.filter(({ best, confidence }) => best?.kind === 'fact' && confidence >= threshold);
    const ofKnown = answers.filter(({ right }) => right !== undefined);
    const answered = new Set(answers.map(({ sample }) => sample));
    const refusedOf = (samples: readonly Sample[]) => samples.filter(sample => !answered.has(sample)).length;
    return [
      threshold.toFixed(1),
      percent(ofKnown.filter(({ isRight }) => isRight).length, known.length),
      percent(ofKnown.filter(({ isRight }) => !isRight).length, known.length),
      percent(refusedOf(left), left.length),
      percent(refusedOf(slots), slots.length),
    ];
  });
  console.log(
    table([
      ['sure from', 'answered right', 'answered wrong', 'left-out facts refused', 'foreign slots refused'],
      ...rows,
    ]),
  );
}
