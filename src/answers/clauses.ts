/**
 * The parts of a message between its punctuation marks that may be a question, at most the longest three: in a chat much
 * is said around one. Those with a question mark where there are any. Nothing for a message of one part.
 */
export function clausesOf(message: string): readonly string[] {
  const parts = message
    .split(/[,.;!…\n()—]+|(?<=\?)|\s-\s|:\s/u)
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length < 2) return [];
  const marked = parts.filter(part => part.endsWith('?'));
  return (marked.length > 0 ? marked : parts).sort((a, b) => b.length - a.length).slice(0, mostClauses);
}

const mostClauses = 3;
