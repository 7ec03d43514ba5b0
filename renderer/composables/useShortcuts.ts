import { onBeforeUnmount, onMounted } from 'vue';
import { useDialogs } from '../stores/dialogs.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useUndo } from './useUndo.ts';

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';

/**
 * The keys that work everywhere: Ctrl/Cmd+K opens the box over everything, `/` goes to the list's own, Ctrl/Cmd+Z and its
 * opposite undo and redo.
 */
export function useShortcuts(): void {
  const navigation = useNavigation();
  const dialogs = useDialogs();
  const { take } = useUndo();

  function press(event: KeyboardEvent): void {
    const inField = event.target instanceof Element && event.target.closest(typing) !== null;
    const key = event.key.toLowerCase();
    const whole = event.ctrlKey || event.metaKey;
    if (key === 'k' && whole) {
      event.preventDefault();
      /* What is typed in another dialog is not thrown away. */
      if (dialogs.open === null) dialogs.show({ kind: 'palette' });
      else if (dialogs.open.kind === 'palette') dialogs.close();
      return;
    }
    if (inField) return;
    if (key === '/' && !whole) {
      event.preventDefault();
      navigation.callSearch();
      return;
    }
    /* In a field these keys are about what is being typed. */
    const undo = whole && key === 'z' && !event.shiftKey;
    const redo = whole && ((key === 'z' && event.shiftKey) || (key === 'y' && !event.metaKey));
    if (event.altKey || (!undo && !redo)) return;
    event.preventDefault();
    void take(undo ? 'undo' : 'redo');
  }

  onMounted(() => window.addEventListener('keydown', press));
  onBeforeUnmount(() => window.removeEventListener('keydown', press));
}
