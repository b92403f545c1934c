/**
 * The parts of a message between its punctuation marks, at most the longest three: in a chat much is said around a
 * question. Nothing for a message of one part.
 */
export function clausesOf(message: string): readonly string[] {
  const parts = message
    .split(/[,.;!…\n()—]+|(?<=\?)|\s-\s|:\s/u)
    .map(part => part.trim())
    .filter(part => part !== '');
  return parts.length < 2 ? [] : parts.sort((a, b) => b.length - a.length).slice(0, mostClauses);
}

const mostClauses = 3;
