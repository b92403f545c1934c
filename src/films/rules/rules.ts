import type { PlacedFilm } from '../placed.ts';
import type { Problem } from '../problem.ts';
import { checkAnswers } from './answers.ts';
import { checkPhrasings } from './phrasings.ts';
import { checkQuizMaterial } from './quiz-material.ts';
import { checkReferences } from './references.ts';

/** What holds between the parts of a pack: every breach of every rule. */
export function checkRules(placed: PlacedFilm): Problem[] {
  return [checkReferences, checkPhrasings, checkAnswers, checkQuizMaterial].flatMap(check => check(placed));
}
