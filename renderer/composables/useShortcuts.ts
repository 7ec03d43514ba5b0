import { onBeforeUnmount, onMounted } from 'vue';
import type { Direction } from '#shared/domain/step.ts';
import { shortcutOf } from '#shared/domain/shortcuts.ts';
import { runShortcut } from '../commands/runShortcut.ts';
import { isMac } from '../domain/platform.ts';
import { useDialogs } from '../stores/dialogs.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useUndo } from './useUndo.ts';

const fields = 'input, textarea, select, [contenteditable="true"]';
/** What is not modal and has keys of its own. */
const pops = '[role="dialog"], [role="menu"]';

function directionOf(event: KeyboardEvent): Direction | null {
  if (!event.ctrlKey && !event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.metaKey ? 'redo' : null;
}

/**
 * The keys that work everywhere: those of the table, `/` for the list's own search, `?` for the sheet of all keys,
 * Ctrl/Cmd+Z and its opposite for undo and redo.
 */
export function useShortcuts(): void {
  const dialogs = useDialogs();
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
    const { target } = event;
    const isIn = (places: string): boolean =>
      target instanceof Element && target.closest(places) !== null;
    /* In a field all keys are about what is being typed. */
    if (event.altKey || isIn(fields)) return;
    const direction = directionOf(event);
    if (dialogs.covers) {
      /* The browser's own undo would reach what was typed behind the dialog. */
      if (direction !== null) event.preventDefault();
      return;
    }
    if (isIn(pops)) return;
    if (direction !== null) {
      event.preventDefault();
      void take(direction);
    } else if (event.ctrlKey || event.metaKey) {
      return;
    } else if (event.key === '/') {
      event.preventDefault();
      navigation.callSearch();
    } else if (event.key === '?') {
      event.preventDefault();
      runShortcut('shortcuts');
    }
  }

  /* Before anything else: a cell that is being written keeps its keys from the grid, and so from here. */
  onMounted(() => window.addEventListener('keydown', press, true));
  onBeforeUnmount(() => window.removeEventListener('keydown', press, true));
}
