/** A list of sections of which those at the end may be older than the others. */
export interface Drawn<Section> {
  readonly sections: readonly Section[];
  /** How many of them, from the first on, are up to date. */
  readonly upTo: number;
}

/** How high a section stands, counted in lines: its heading and the space around its lines are some, too. */
function height({ title, items }: { readonly title: string; readonly items: readonly unknown[] }) {
  return items.length + (title === '' ? 0.3 : 1.2);
}

/** The first new sections that are so many lines high together, and behind them what stood in their places before. */
export function firstSections<
  Section extends { readonly title: string; readonly items: readonly unknown[] },
>(sections: readonly Section[], before: readonly Section[], most: number): Drawn<Section> {
  let lines = 0;
  const last = sections.findIndex((section) => (lines += height(section)) >= most);
  if (last < 0 || sections === before) return { sections, upTo: sections.length };
  const upTo = last + 1;
  return { sections: [...sections.slice(0, upTo), ...before.slice(upTo)], upTo };
}
