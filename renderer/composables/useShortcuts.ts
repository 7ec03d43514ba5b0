import { onBeforeUnmount, onMounted } from 'vue';
import { useDialogs } from '../stores/dialogs.ts';
import { useNavigation } from '../stores/navigation.ts';

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';

/** The keys that work everywhere: Ctrl/Cmd+K opens the box over everything, `/` goes to the list's own. */
export function useShortcuts(): void {
  const navigation = useNavigation();
  const dialogs = useDialogs();

  function press(event: KeyboardEvent): void {
    const inField = event.target instanceof Element && event.target.closest(typing) !== null;
    const whole = event.ctrlKey || event.metaKey;
    if (event.key.toLowerCase() === 'k' && whole) {
      event.preventDefault();
      /* What is typed in another dialog is not thrown away. */
      if (dialogs.open === null) dialogs.show({ kind: 'palette' });
      else if (dialogs.open.kind === 'palette') dialogs.close();
    } else if (event.key === '/' && !inField && !whole) {
      event.preventDefault();
      navigation.callSearch();
    }
  }

  onMounted(() => window.addEventListener('keydown', press));
  onBeforeUnmount(() => window.removeEventListener('keydown', press));
}
