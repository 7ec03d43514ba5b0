import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** True while the window, at its zoom, has no room for the groups beside a page. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const media = window.matchMedia('(width < 760px)');
  const narrow = ref(media.matches);
  const follow = (): void => {
    narrow.value = media.matches;
  };
  media.addEventListener('change', follow);
  onScopeDispose(() => media.removeEventListener('change', follow));
  return readonly(narrow);
}
