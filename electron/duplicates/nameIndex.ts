/**
 * Names that may be similar, found by the keys under which they meet. In a crowded block each name is compared with
 * those that stand next to it in alphabetical order, so that a block of a thousand costs ten thousand comparisons and
 * not a million.
 */
import { areSimilar, blockingKeys } from '#shared/domain/similarName.ts';
import { hashOf } from './keyIndex.ts';

/** Neighbours that a name is compared with. */
const reach = 10;

export class NameIndex {
  readonly #names = new Map<number, string>();
  readonly #blocks = new Map<number, number | number[]>();

  add(name: string, row: number): void {
    this.#names.set(row, name);
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
      const names = rows.map((row) => ({ row, name: this.#names.get(row) ?? '' }));
      names.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
      for (const [index, left] of names.entries()) {
        for (const right of names.slice(index + 1, index + 1 + reach)) {
          if (!areSimilar(left.name, right.name)) continue;
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
