/** FNV-1a, 32 bits: the hash of no letters, and that of some letters and one more. */
export const noLetters = 0x811c9dc5 | 0;

export function withLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}
