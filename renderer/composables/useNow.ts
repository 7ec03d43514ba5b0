import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** The time in milliseconds since 1970, renewed often enough for “in 20 seconds” to stay true. */
export function useNow(everyMilliseconds = 1_000): Readonly<Ref<number>> {
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), everyMilliseconds);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
