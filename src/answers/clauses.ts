/**
 * The ends of a message that may be its question, at most the longest three: in a chat much is said before one. Each
 * begins behind a punctuation mark and goes up to a question mark; where there is none, any part is read by itself, too.
 * Nothing for a message of one part.
 */
export function clausesOf(message: string): readonly string[] {
  const parts = message
    .split(/(?<=[,.;?!…\n()—])(?![,.;?!…])|(?<=\s-\s|:\s)/u)
    .map(part => part.trim())
    .filter(part => /[\p{L}\p{N}]/u.test(part));
  const ends = parts.flatMap((part, at) => (part.endsWith('?') ? [at] : []));
  const clauses =
    ends.length > 0
      ? ends.flatMap((end, nth) => tails(parts.slice((ends[nth - 1] ?? -1) + 1, end + 1)))
      : [...parts, ...tails(parts)];
  const whole = parts.join(' ');
  return [...new Set(clauses)]
    .filter(clause => clause !== whole)
    .sort((a, b) => b.length - a.length)
    .slice(0, mostClauses);
}

const mostClauses = 3;

/** All of it, and what is left of it from each of its parts on. */
function tails(parts: readonly string[]): string[] {
  return parts.map((_, from) => parts.slice(from).join(' '));
}
