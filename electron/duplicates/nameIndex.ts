/**
 * Names that may be similar, found by the keys under which they meet. In a crowded block each name is compared with
 * those that stand next to it in alphabetical order, so that a block of a thousand costs ten thousand comparisons and
 * not a million.
 */
import type { Likeness } from '#shared/domain/likeness.ts';
import { areSimilar, blockingKeys } from '#shared/domain/similarName.ts';
import { hashOf } from './keyIndex.ts';

/** What a row is known by beside its name; 0 where it has none. */
interface Named {
  readonly name: string;
  readonly number: number;
  readonly email: number;
}

/** Neighbours that a name is compared with. */
const reach = 10;

export class NameIndex {
  readonly #names = new Map<number, Named>();
  readonly #blocks = new Map<number, number | number[]>();

  add({ name, numbers, emails }: Likeness, row: number): void {
    if (name === null) return;
    const first = (keys: readonly string[]): number =>
      keys[0] === undefined ? 0 : hashOf(keys[0]);
    this.#names.set(row, { name, number: first(numbers), email: first(emails) });
    for (const key of blockingKeys(name)) {
      const hash = hashOf(key);
      const known = this.#blocks.get(hash);
      if (known === undefined) this.#blocks.set(hash, row);
      else if (typeof known === 'number') this.#blocks.set(hash, [known, row]);
      else known.push(row);
    }
  }

  /** Pairs of rows with similar names, each once, block by block; null where a pause may be made. */
  *pairs(): Generator<readonly [number, number] | null> {
    const told = new Set<string>();
    for (const rows of this.#blocks.values()) {
      if (typeof rows === 'number') continue;
      const names = rows.flatMap((row) => {
        const named = this.#names.get(row);
        return named === undefined ? [] : [{ row, ...named }];
      });
      names.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
      for (const [index, left] of names.entries()) {
        for (const right of names.slice(index + 1, index + 1 + reach)) {
          if (areTwoPeople(left, right) || !areSimilar(left.name, right.name)) continue;
          const [low, high] = left.row < right.row ? [left.row, right.row] : [right.row, left.row];
          const key = `${low}:${high}`;
          if (told.has(key)) continue;
          told.add(key);
          yield [low, high];
        }
      }
      yield null;
    }
  }
}

/** A name is shared by many; with another number and another address as well it says nothing. */
function areTwoPeople(left: Named, right: Named): boolean {
  const differ = (one: number, other: number): boolean => one !== 0 && other !== 0 && one !== other;
  return differ(left.number, right.number) && differ(left.email, right.email);
}
