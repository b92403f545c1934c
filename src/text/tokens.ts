/** Lower case without accents, ligatures or invisible characters: how words are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return plain.test(lower) ? lower : lower.replace(notPlain, foldCharacter);
}

/** Characters that folding only turns to lower case: words of English and Indonesian have no others. */
const plain = /^[\x20-\x5f\x61-\x7e]*$/;
const notPlain = /[^\x20-\x5f\x61-\x7e]/gu;

/** Characters apart, because most texts have the same few: each is folded once. */
function foldCharacter(character: string): string {
  const known = foldedLatin.get(character);
  if (known !== undefined) return known;
  const parts = (ligatures[character] ?? character).normalize('NFKD').replace(/[\p{M}\p{Cf}]+/gu, '');
  const folded = Array.from(parts.toLowerCase(), part => ligatures[part] ?? part).join('');
  if (character < '\u0250') foldedLatin.set(character, folded);
  return folded;
}

const foldedLatin = new Map<string, string>();
const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
};

const elided = new Set([
  'l',
  'd',
  'j',
  'n',
  's',
  'c',
  'm',
  't',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quelqu',
  'presqu',
]);

/** An ordinal, a number with its thousands and decimals, or a word with what an apostrophe joins to it. */
const wordPattern =
  /\d+(?:st|nd|rd|th|e?re|ers?|n?de|e(?:mes?)?)(?![\p{L}\p{N}])|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
/** The same where all is plain, as folded text mostly is, and where there are letters only: each faster than the one before. */
const plainWordPattern =
  /\d+(?:st|nd|rd|th|e?re|ers?|n?de|e(?:mes?)?)(?![a-z0-9])|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*|[a-z0-9]+(?:'[a-z0-9]+)*/g;
const letters = /[a-z]+/g;
const digitOrApostrophe = /[\d']/;

/**
 * The words of a text, folded, in order. French elisions become words of their own (l'hôpital → l, hopital),
 * an English possessive falls away (Anne's → anne), other apostrophes vanish (didn't → didnt), numbers lose
 * their separators of thousands (6,738,954 → 6738954), ordinals keep their endings (1er).
 */
export function tokens(text: string): string[] {
  const folded = fold(text);
  const isPlain = plain.test(folded);
  if (isPlain && !digitOrApostrophe.test(folded)) return folded.match(letters) ?? [];
  const found: string[] = [];
  for (const match of folded.match(isPlain ? plainWordPattern : wordPattern) ?? []) {
    if (isDigit(match.charCodeAt(0))) found.push(numeral(match));
    else if (match.includes("'")) found.push(...parts(match));
    else found.push(match);
  }
  return found;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function parts(word: string): string[] {
  const [first = '', ...rest] = word.split("'");
  const last = rest.at(-1);
  if (last === undefined) return [first];
  if (elided.has(first)) return [first, ...parts(rest.join("'"))];
  if (last === 's') return [[first, ...rest.slice(0, -1)].join('')];
  return [[first, ...rest].join('')];
}

/** 36.787.044 and 36,787,044 and 36 787 044 are one number; 8.1 and 8,1 another. */
function numeral(digits: string): string {
  return digits.replace(/[.,\s](?=\d{3}(?!\d))/g, '').replace(',', '.');
}
