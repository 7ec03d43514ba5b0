import { onBeforeUnmount, onMounted } from 'vue';
import { shortcutOf } from '#shared/domain/shortcuts.ts';
import { runShortcut } from '../commands/runShortcut.ts';
import { isMac } from '../domain/platform.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useUndo } from './useUndo.ts';

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';

/**
 * The keys that work everywhere: those of the table, `/` for the list's own search, `?` for the sheet of all keys,
 * Ctrl/Cmd+Z and its opposite for undo and redo.
 */
export function useShortcuts(): void {
  const navigation = useNavigation();
  const { take } = useUndo();
  const mac = isMac();

  function press(event: KeyboardEvent): void {
    const id = shortcutOf(event, mac);
    if (id !== null) {
      event.preventDefault();
      runShortcut(id);
      return;
    }
    const inField = event.target instanceof Element && event.target.closest(typing) !== null;
    if (inField || event.altKey) return;
    const whole = event.ctrlKey || event.metaKey;
    if (whole) return undoOrRedo(event);
    if (event.key === '/') {
      event.preventDefault();
      navigation.callSearch();
    } else if (event.key === '?') {
      event.preventDefault();
      runShortcut('shortcuts');
    }
  }

  /** In a field these keys are about what is being typed. */
  function undoOrRedo(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    const undo = key === 'z' && !event.shiftKey;
    const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.metaKey);
    if (!undo && !redo) return;
    event.preventDefault();
    void take(undo ? 'undo' : 'redo');
  }

  /* Before anything else: a cell that is being written keeps its keys from the grid, and so from here. */
  onMounted(() => window.addEventListener('keydown', press, true));
  onBeforeUnmount(() => window.removeEventListener('keydown', press, true));
}
