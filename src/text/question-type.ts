/** What kind of thing a question wants to hear. */
export const questionTypes = [
  'who',
  'when',
  'where',
  'why',
  'how-many',
  'how',
  'which',
  'what',
  'whether',
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** Words that ask for a kind, the most telling kinds first: "how many" is no how. A text without any has no type. */
const patterns: readonly (readonly [QuestionType, RegExp])[] = [
  ['how-many', /\b(how (many|much|old|long|big|high)|berapa|brp|combien|quel age|nombre)\b/],
  [
    'when',
    /\b(when|what (day|date|year|time|month)|kapan|jam|tanggal|tahun|taun|quand|quelle (date|annee|heure)|quel jour|en quelle annee)\b/,
  ],
  ['why', /\b(why|how come|reason|kenapa|knp|mengapa|napa|alasan|gara gara apa|pourquoi|pk|pq|pkoi|raison)\b/],
  [
    'where',
    /\b(where|which (room|place|city|country)|what (room|place|city|country)|di ?mana|ke ?mana|dari ?mana|(^|c est |d )ou (est|se|sont|va|vont|a|ca|il|elle|on)|quel(le)? (piece|endroit|lieu|ville|pays))\b|^ou\b/,
  ],
  [
    'who',
    /\b(who|whos|whom|whose|siapa|siapakah|pemeran|qui (est|a|joue|etait|fait|sont|ont|tue|meurt|va|vient|c est)|a qui|de qui|par qui|avec qui|c est qui)\b|^qui\b(?! est ce qui s)|\bqui\b$/,
  ],
  ['which', /\b(which|yang mana|quel|quelle|quels|quelles|lequel|laquelle)\b/],
  ['how', /\b(how|bagaimana|gimana|gmn|comment|de quelle maniere)\b/],
  ['what', /\b(what|whats|apa|apaan|quoi|qu|que)\b/],
  [
    'whether',
    /^(is|are|was|were|do|does|did|has|have|had|can|could|will|would|didnt|doesnt|isnt|wasnt|apakah|benarkah|est ce que|est ce qu|y a t il)\b/,
  ],
];

/** "When she wakes, what does he say?": these ask for a time only where nothing else is asked. */
const conjunction = /^(when|quand)\b/;
/** In French every clause has one. */
const anyClause = /^qu(e)?\b/;

/**
 * The kind that a question's first question word asks for; of two that begin at the same word, the more telling one.
 * Yes/no questions begin with their verb.
 */
export function questionType(words: readonly string[]): QuestionType | undefined {
  const text = words.join(' ');
  const found: { type: QuestionType; at: number }[] = [];
  for (const [type, pattern] of patterns) {
    const at = text.search(pattern);
    if (at >= 0) found.push({ type, at });
  }
  const [first, ...others] = found.sort((a, b) => a.at - b.at);
  if (first === undefined || !conjunction.test(text.slice(first.at))) return first?.type;
  return others.find(({ at }) => !anyClause.test(text.slice(at)))?.type ?? first.type;
}
