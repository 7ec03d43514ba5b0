import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import { valueOf } from '#shared/domain/contact.ts';
import type { Result } from '#shared/ipc/errors.ts';
import { typedSince } from '../domain/typedSince.ts';

type Draft = Readonly<Record<string, string>>;

export interface NewContact {
  readonly typed: Ref<Draft>;
  readonly complete: ComputedRef<boolean>;
  readonly dirty: () => boolean;
  readonly type: (column: string, value: string) => void;
  readonly drop: () => void;
  /** True when it was added and nothing was typed meanwhile. */
  readonly save: (add: (fields: Draft) => Promise<Result<unknown>>) => Promise<boolean>;
}

/** A contact that is not there yet. What is typed while it is being added stays, for the next one. */
export function useNewContact(mainField: () => string): NewContact {
  /* Replaced as a whole: what is asked of an object's own keys is not followed inside a reactive one. */
  const typed = shallowRef<Draft>({});
  const filled = (): Draft =>
    Object.fromEntries(Object.entries(typed.value).filter(([, value]) => value !== ''));
  const dirty = (): boolean => Object.keys(filled()).length > 0;

  async function save(add: (fields: Draft) => Promise<Result<unknown>>): Promise<boolean> {
    const sent = filled();
    const result = await add(sent);
    if (!result.ok) return false;
    typed.value = typedSince(typed.value, sent);
    return !dirty();
  }

  return {
    typed,
    complete: computed(() => valueOf(typed.value, mainField()).trim() !== ''),
    dirty,
    type: (column, value) => {
      typed.value = { ...typed.value, [column]: value };
    },
    drop: () => {
      typed.value = {};
    },
    save,
  };
}
