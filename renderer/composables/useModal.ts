import { onBeforeUnmount, onMounted } from 'vue';
import { useDialogs, type Modal } from '../stores/dialogs.ts';

/** Counts what calls it among the modal dialogs for as long as it is on screen. */
export function useModal(modal: Modal): void {
  const dialogs = useDialogs();
  onMounted(() => dialogs.enter(modal));
  /* Before its own end gives the focus back. */
  onBeforeUnmount(() => dialogs.leave(modal));
}
