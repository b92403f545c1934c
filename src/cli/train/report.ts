import { sureFrom } from '../../answers/explain.ts';
import { confidenceOf, evidenceOf, rank, type Weights } from '../../answers/rank.ts';
import { percent, table } from '../table.ts';
import type { Sample } from './samples.ts';

/** Prints what each threshold would do to phrasings and to facts that the index has never seen. */
export function reportLeftOut(
  known: readonly Sample[],
  left: readonly Sample[],
  slots: readonly Sample[],
  strangers: readonly Sample[],
  weights: Weights,
): void {
  const judged = [...known, ...left, ...slots, ...strangers].map(sample => {
    const ranked = rank(sample.candidates, weights);
    const best = ranked[0]?.indexed.entry;
    return {
      sample,
      best,
      confidence: confidenceOf(evidenceOf(ranked), weights),
      isRight: best !== undefined && sample.right.includes(best.id),
    };
  });
  const first = judged.filter(({ isRight }) => isRight).length;
  console.log(
    `${known.length} left-out phrasings: ${percent(first, known.length)} best; ${left.length} of left-out facts; ${slots.length} with a foreign slot; ${strangers.length} with a stranger`,
  );
  const thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, sureFrom, 0.8];
  const rows = thresholds.map(threshold => {
    const answers = judged.filter(({ best, confidence }) => best?.kind === 'fact' && confidence >= threshold);
    const ofKnown = answers.filter(({ sample }) => sample.right.length > 0);
    const answered = new Set(answers.map(({ sample }) => sample));
    const refusedOf = (samples: readonly Sample[]) => samples.filter(sample => !answered.has(sample)).length;
    return [
      `${threshold}`,
      percent(ofKnown.filter(({ isRight }) => isRight).length, known.length),
      percent(ofKnown.filter(({ isRight }) => !isRight).length, known.length),
      percent(refusedOf(left), left.length),
      percent(refusedOf(slots), slots.length),
      percent(refusedOf(strangers), strangers.length),
    ];
  });
  console.log(
    table([
      [
        'sure from',
        'answered right',
        'answered wrong',
        'left-out facts refused',
        'foreign slots refused',
        'strangers refused',
      ],
      ...rows,
    ]),
  );
}
