/** How well a contact answers a search: a small number is better. The words were all found in it somewhere. */

/** `name`: what the contact is called, folded. `words`: as `searchWords` makes them. */
export function findRank(name: string, words: readonly string[]): number {
  if (name.startsWith(words.join(' '))) return 0;
  const starts = name.split(/[^\p{L}\p{N}]+/u);
  const began = words.filter((word) => starts.some((start) => start.startsWith(word)));
  if (began.length === words.length) return 1;
  return words.every((word) => name.includes(word)) ? 2 : 3;
}
