import { isFunctionWord } from '../../text/function-words.ts';
import type { Language } from '../../text/language.ts';
import { questionType } from '../../text/question-type.ts';
import { fold, tokens } from '../../text/tokens.ts';
import { type Fact, isDisputed, type QuizMaterial } from '../film.ts';
import { type PlacedEntry, type PlacedFilm, placedFacts, problemOf } from '../placed.ts';
import type { Problem } from '../problem.ts';

/** Four buttons: the right option and three of the decoys; one more keeps them from being learnt by heart. */
const fewestDecoys = 4;
/** A button's label holds 80 characters, of which a phone shows half. */
const longestOption = 60;

/** A fair question: certain, complete, and told by knowledge and not by the look of the options. */
export function checkQuizMaterial(placed: PlacedFilm): Problem[] {
  return placedFacts(placed).flatMap(one => {
    const { quiz } = one.entry;
    if (quiz === undefined) return [];
    const disputed = isDisputed(one.entry)
      ? [problemOf(one, ['quiz'], 'documents differ here, so it cannot be asked in a quiz')]
      : [];
    return [...disputed, ...placed.film.languages.flatMap(language => inLanguage(one, quiz, language))];
  });
}

function inLanguage(one: PlacedEntry<Fact>, quiz: QuizMaterial, language: Language): Problem[] {
  const option = quiz.option[language];
  const decoys = quiz.decoys[language] ?? [];
  if (option === undefined) return [problemOf(one, ['quiz', 'option'], `has no option in ${language}`)];
  const at = (message: string) => problemOf(one, ['quiz', 'decoys', language], message);
  const problems: Problem[] = [];
  if (decoys.length < fewestDecoys)
    problems.push(at(`has ${decoys.length} decoys in ${language}, at least ${fewestDecoys} are needed`));
  const all = [option, ...decoys];
  for (const text of all)
    if ([...text].length > longestOption)
      problems.push(at(`"${text}" has more than ${longestOption} characters: shorten it`));
  if (new Set(all.map(fold)).size < all.length) problems.push(at(`two options in ${language} are the same`));
  const longest = Math.max(...decoys.map(({ length }) => length));
  if (option.length > 1.5 * longest)
    problems.push(at(`the right option in ${language} is longer than the others by half: it tells itself`));
  for (const { says } of one.entry.claims) {
    const said = says?.[language];
    if (said !== undefined && decoys.some(decoy => fold(decoy) === fold(said)))
      problems.push(at(`the decoy "${said}" is what a document claims`));
  }
  return [...problems, ...tellingPhrasings(one, option, decoys, language)];
}

/**
 * A phrasing that holds the option's words gives it away, unless it is a yes/no question, which has to name what it asks
 * about, or names a decoy beside it ("Georges or Anne?").
 */
function tellingPhrasings(
  one: PlacedEntry<Fact>,
  option: string,
  decoys: readonly string[],
  language: Language,
): Problem[] {
  const all = tokens(option);
  const content = all.filter(word => !isFunctionWord(word, language));
  // One word alone is often what the question has to name, too ("Nothing to eat").
  const telling = content.length >= 2 ? content : all;
  return (one.entry.questions[language] ?? []).flatMap((phrasing, at) => {
    const words = tokens(phrasing);
    const holds = (others: readonly string[]) => others.every(word => words.includes(word));
    if (questionType(words) === 'whether' || !holds(telling) || decoys.some(decoy => holds(tokens(decoy))))
      return [];
    return [
      problemOf(one, ['questions', language, at], `the phrasing "${phrasing}" holds its own answer "${option}"`),
    ];
  });
}
