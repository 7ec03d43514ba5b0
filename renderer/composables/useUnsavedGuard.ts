import { onBeforeUnmount, ref, type Ref } from 'vue';
import { useNavigation } from '../stores/navigation.ts';

export interface UnsavedGuard {
  readonly asking: Ref<boolean>;
  readonly answer: (choice: 'stay' | 'drop' | 'save') => Promise<void>;
}

export interface Unsaved {
  readonly dirty: () => boolean;
  readonly drop: () => void;
  /** Answers whether it was saved. */
  readonly save: () => Promise<boolean>;
}

/** Stands in the way of leaving while something typed is unsaved, and asks. */
export function useUnsavedGuard({ dirty, drop, save }: Unsaved): UnsavedGuard {
  const navigation = useNavigation();
  const asking = ref(false);
  let settle: ((leave: boolean) => void) | null = null;

  function finish(leave: boolean): void {
    asking.value = false;
    settle?.(leave);
    settle = null;
  }

  const guard = (): Promise<boolean> => {
    if (!dirty()) return Promise.resolve(true);
    settle?.(false);
    asking.value = true;
    return new Promise((resolve) => (settle = resolve));
  };

  async function answer(choice: 'stay' | 'drop' | 'save'): Promise<void> {
    switch (choice) {
      case 'stay':
        return finish(false);
      case 'drop':
        drop();
        return finish(true);
      case 'save':
        return finish(await save());
    }
  }

  navigation.setGuard(guard);
  onBeforeUnmount(() => {
    finish(false);
    navigation.dropGuard(guard);
  });
  return { asking, answer };
}
