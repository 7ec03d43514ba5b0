/**
 * Which element shows which row. A row keeps its element as long as it is shown, so that the focus stays with it;
 * a row that comes takes the element of one that went, which is far cheaper than a new one.
 */
export class RowSlots {
  private taken = new Map<number, number>();
  private made = 0;

  /** The slot of each row, by its index. */
  assign(indexes: readonly number[]): ReadonlyMap<number, number> {
    const wanted = new Set(indexes);
    const free = [...this.taken].filter(([index]) => !wanted.has(index)).map(([, slot]) => slot);
    const next = new Map<number, number>();
    for (const index of indexes) {
      const kept = this.taken.get(index);
      if (kept !== undefined) next.set(index, kept);
    }
    for (const index of indexes) {
      if (!next.has(index)) next.set(index, free.shift() ?? this.made++);
    }
    this.taken = next;
    return next;
  }
}
