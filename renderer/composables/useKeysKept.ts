import { nextTick, type Ref } from 'vue';

export interface KeysKept {
  /** True where the key is kept: while a value is being saved it is not for that cell, but for the next one. */
  readonly keep: (event: KeyboardEvent) => boolean;
  /** The same for text that comes by no key, as from a table of characters. */
  readonly keepText: (text: string) => void;
  /** Presses them where the focus is now, in their order. What is behind a key that saves waits for that. */
  readonly press: () => Promise<void>;
  readonly drop: () => void;
}

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

export interface WrittenCell {
  readonly isOpen: () => boolean;
  readonly busy: Ref<boolean>;
  readonly text: Ref<string>;
}

const named = new Set(
  'Enter Tab Escape Backspace Delete Home End F2 ArrowUp ArrowDown ArrowLeft ArrowRight'.split(' '),
);

/** Who writes one value after another is faster than an old disk: no key is lost, and none goes into the cell before. */
export function useKeysKept({ isOpen, busy, text }: WrittenCell): KeysKept {
  let kept: Key[] = [];

  /** A key that writes, as the cell takes it; null for one that does something else there. */
  function textAfter({ key }: Key): string | null {
    if (!isOpen()) return null;
    if (key === 'Backspace') return [...text.value].slice(0, -1).join('');
    return isLetter(key) ? text.value + key : null;
  }

  return {
    keep(event) {
      const isWhole = event.ctrlKey || event.metaKey || event.altKey;
      /* Some letters are written with a key of their own, which Windows tells as Ctrl and Alt. */
      if (isWhole && !event.getModifierState('AltGraph')) return false;
      if (!isLetter(event.key) && !named.has(event.key)) return false;
      kept.push(event);
      return true;
    },
    keepText(typed) {
      for (const key of typed) kept.push({ key, code: '', shiftKey: false });
    },
    async press() {
      while (!busy.value) {
        const key = kept.shift();
        if (key === undefined) return;
        const typed = textAfter(key);
        if (typed === null) document.activeElement?.dispatchEvent(again(key));
        else text.value = typed;
        await nextTick();
      }
    },
    drop: () => {
      kept = [];
    },
  };
}

const isLetter = (key: string): boolean => [...key].length === 1;

function again({ key, code, shiftKey }: Key): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
}
