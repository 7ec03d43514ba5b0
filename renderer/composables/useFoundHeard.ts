import { onScopeDispose, watch } from 'vue';
import { useAnnouncer } from '../stores/announcer.ts';
import { useContacts } from '../stores/contacts.ts';
import type { ContactWindow } from './useContactWindow.ts';
import { useText } from './useText.ts';

/** Long enough that who is typing has come to a stop, in milliseconds. */
const rest = 1_000;

/** Says how many contacts a search or a filter leaves, once it rests and the list has been read. */
export function useFoundHeard({ total, ready, error }: ContactWindow): void {
  const { t, formats } = useText();
  const announcer = useAnnouncer();
  const contacts = useContacts();
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** Changed and rested, not said yet. */
  let due = false;

  function say(): void {
    if (!due || !ready.value || error.value !== null) return;
    due = false;
    announcer.say(t('grid.found', { n: formats.value.number(total.value) }, total.value));
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    due = false;
  }

  watch(
    () => [contacts.search, contacts.filter, contacts.onlyUnsent],
    () => {
      stop();
      timer = setTimeout(() => {
        due = true;
        say();
      }, rest);
    },
  );
  watch(ready, say, { flush: 'post' });
  onScopeDispose(stop);
}
