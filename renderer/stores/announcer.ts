import { defineStore } from 'pinia';
import { ref } from 'vue';

export interface Announcement {
  readonly id: number;
  readonly text: string;
  /** Interrupts what is being said. */
  readonly urgent: boolean;
}

/** Long enough to be heard, and gone before who reads the page line by line takes it for the present state. */
const keptFor = 10_000;

/**
 * What a screen reader is told without the focus moving. Each text is a line of its own: two in the same moment
 * are both heard, and so is the same text twice in a row.
 */
export const useAnnouncer = defineStore('announcer', () => {
  const lines = ref<Announcement[]>([]);
  let next = 1;

  function say(text: string, urgent = false): void {
    const line = { id: next, text, urgent };
    next += 1;
    lines.value = [...lines.value, line];
    setTimeout(() => {
      lines.value = lines.value.filter(({ id }) => id !== line.id);
    }, keptFor);
  }

  return { lines, say };
});
