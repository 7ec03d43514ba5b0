import { defineStore } from 'pinia';
import { ref } from 'vue';

/** What a screen reader is told without the focus moving: one polite live region for the whole window. */
export const useAnnouncer = defineStore('announcer', () => {
  const message = ref('');
  let previous = '';

  function say(text: string): void {
    /* The same text twice in a row would go unheard, so a space without width tells them apart. */
    message.value = text === previous ? `${text}\u200B` : text;
    previous = message.value;
  }

  return { message, say };
});
