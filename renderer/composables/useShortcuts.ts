import { onBeforeUnmount, onMounted } from 'vue';
import { useNavigation } from '../stores/navigation.ts';

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';

/** The keys that work everywhere: `/` and Ctrl/Cmd+K go to the search box. */
export function useShortcuts(): void {
  const navigation = useNavigation();

  function press(event: KeyboardEvent): void {
    const inField = event.target instanceof Element && event.target.closest(typing) !== null;
    const slash = event.key === '/' && !inField && !event.ctrlKey && !event.metaKey;
    const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !command) return;
    event.preventDefault();
    navigation.callSearch();
  }

  onMounted(() => window.addEventListener('keydown', press));
  onBeforeUnmount(() => window.removeEventListener('keydown', press));
}
