import type { Explanation } from '../answers/explain.ts';
import { sureFrom, unsureFrom } from '../answers/explain.ts';
import { evidenceNames, featureNames, sureness, weightOf } from '../answers/rank.ts';
import type { Film } from '../films/film.ts';
import { table } from './table.ts';

/** Everything that led to an answer, as text: what a curator needs to see why a question went astray. */
export function explanation(
  film: Film,
  { analysis, ranked, evidence, confidence, clause, answer, visited }: Explanation,
): string {
  const names = new Map([...film.people, ...film.terms].map(({ id, name }) => [id, Object.values(name)[0] ?? id]));
  const words = analysis.words.map(({ word, corrected, weight, isFunction, isForeign, meanings }) => [
    `  ${word}${corrected === undefined ? '' : ` → ${corrected}`}`,
    weight.toFixed(2),
    isFunction ? 'function word' : isForeign ? 'a foreign name?' : meanings.length === 0 ? 'unknown here' : '',
  ]);
  const top = ranked.slice(0, 5);
  const features = featureNames.map(name => [
    `  ${name}`,
    ...top.map(({ features }) => `${features[name].toFixed(2)} → ${(weightOf(name) * features[name]).toFixed(2)}`),
  ]);
  const sure = evidenceNames.map(name => [
    `  ${name}`,
    `${evidence[name].toFixed(2)} → ${(sureness(name) * evidence[name]).toFixed(2)}`,
  ]);
  return [
    ...(clause === undefined ? [] : [`of the message only “${clause.text}”, trusted ${clause.trust} times as far`]),
    `language ${analysis.language}, asks ${analysis.type ?? 'for nothing in particular'}, names ${analysis.names.map(id => names.get(id) ?? id).join(', ') || 'nobody'}; ${visited} postings`,
    table([['  word', 'weight', ''], ...words]),
    '',
    table([
      ['  feature', ...top.map(({ indexed }) => indexed.entry.id)],
      ...features,
      ['  score', ...top.map(({ score }) => score.toFixed(2))],
    ]),
    '',
    table([['  evidence', 'log odds'], ...sure]),
    '',
    `confidence ${confidence.toFixed(3)} → ${answer.kind} (answered from ${sureFrom}, offered from ${unsureFrom})${answer.kind === 'unknown' ? `, because ${answer.reason.because}` : ''}`,
  ].join('\n');
}
