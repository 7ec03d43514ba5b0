/** One lane per group: pull and replay of a group never overlap, different groups do not wait for each other. */
export class Lanes<Key> {
  readonly #tails = new Map<Key, Promise<unknown>>();

  /** Runs work after all earlier work of the same key. */
  async run<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    }
  }

  /** Waits until every lane is empty. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled(this.#tails.values());
  }
}
