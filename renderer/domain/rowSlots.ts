export interface SlottedRow {
  readonly index: number;
  /** The element that shows it. */
  readonly slot: number;
}

/**
 * Which element shows which row. A row keeps its element as long as it is shown, so that the focus stays with it;
 * a row that comes takes the element of one that went, which is far cheaper than a new one.
 */
export class RowSlots {
  private taken: readonly SlottedRow[] = [];
  private made = 0;

  /**
   * The rows with their elements, in the order of the list, in which `indexes` are too. `keepsOthers`: elements that
   * nobody needs now stay where they are, out of view, for a list that needs them again in a moment.
   */
  assign(indexes: readonly number[], keepsOthers = false): readonly SlottedRow[] {
    const wanted = new Set(indexes);
    const shown = new Set(this.taken.map(({ index }) => index));
    const kept = this.taken.filter(({ index }) => wanted.has(index));
    const free = this.taken.filter(({ index }) => !wanted.has(index));
    const coming = indexes.filter((index) => !shown.has(index));
    const reused = elementsFor(coming, free);
    const placed = coming.map((index, at) => ({ index, slot: reused[at]?.slot ?? this.made++ }));
    const others = keepsOthers ? free.filter((row) => !reused.includes(row)) : [];
    this.taken = [...kept, ...placed, ...others].sort((left, right) => left.index - right.index);
    return this.taken;
  }
}

/** As many as come: those that stand nearest, so that none has to be moved past another in the document. */
function elementsFor(
  coming: readonly number[],
  free: readonly SlottedRow[],
): readonly SlottedRow[] {
  const isBehind = (coming[0] ?? 0) > (free.at(-1)?.index ?? Infinity);
  return isBehind ? free.slice(-coming.length) : free.slice(0, coming.length);
}
