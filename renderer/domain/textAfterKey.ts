/** A key that goes down in a box of text. */
export interface KeyDown {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** The box as it was before the key. */
export interface TextBox {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  /** Negative where there is none. */
  readonly maxLength: number;
}

/**
 * The text that a key most probably makes of it: what is going to be looked for is known before the letter is in the
 * box. Null for any key of which that is not plain; an accent of its own and an input method are none.
 */
export function textAfterKey(key: KeyDown, box: TextBox): string | null {
  if (key.ctrlKey || key.metaKey || key.altKey || key.isComposing) return null;
  // A letter beyond the basic plane counts two.
  if (key.key.length !== 1) return null;
  const { value, selectionStart, selectionEnd, maxLength } = box;
  if (selectionStart === null || selectionEnd === null) return null;
  const text = value.slice(0, selectionStart) + key.key + value.slice(selectionEnd);
  return maxLength >= 0 && text.length > maxLength ? null : text;
}
