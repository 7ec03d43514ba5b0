/**
 * Which rows share a key, in a map of numbers: a text for each of a million contacts would not be small. Two keys may
 * have one hash by chance, so what shares a hash is looked at again with the keys themselves.
 */

const half = 0x1_0000;

/** 52 bits of a text: two FNV-1a runs with different starts. */
export function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high >>> 12) * (half * half) + (low >>> 0);
}

export class KeyIndex {
  readonly #rows = new Map<number, number | number[]>();

  add(key: string, row: number): void {
    const hash = hashOf(key);
    const known = this.#rows.get(hash);
    if (known === undefined) this.#rows.set(hash, row);
    else if (typeof known === 'number') this.#rows.set(hash, [known, row]);
    else known.push(row);
  }

  /** The rows of each key that more than one of them has, in the order in which they were first met. */
  *shared(): Generator<readonly number[]> {
    for (const rows of this.#rows.values()) if (typeof rows !== 'number') yield rows;
  }
}
