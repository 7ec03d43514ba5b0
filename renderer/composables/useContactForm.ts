import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { valueOf } from '#shared/domain/contact.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { ContactDetail } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

type Draft = Readonly<Record<string, string>>;

export interface ContactForm {
  readonly detail: Ref<ContactDetail | null>;
  readonly error: Ref<CodedError | null>;
  /** Only the columns that were typed in, with what was typed. */
  readonly draft: Ref<Draft>;
  readonly changes: ComputedRef<Draft>;
  readonly dirty: ComputedRef<boolean>;
  /** A value that is being edited here changed below it. */
  readonly overtaken: Ref<boolean>;
  readonly valueOf: (column: string) => string;
  readonly type: (column: string, value: string) => void;
  readonly revert: () => void;
  readonly load: () => Promise<void>;
}

/** An open contact and what is typed over it. Typing outlives every event until it is saved or given up. */
export function useContactForm(contactId: Ref<ContactId>, revision: Ref<number>): ContactForm {
  const detail = shallowRef<ContactDetail | null>(null);
  const error = ref<CodedError | null>(null);
  const draft = ref<Draft>({});
  const overtaken = ref(false);

  const savedValue = (column: string): string => valueOf(detail.value?.fields ?? {}, column);
  const changes = computed<Draft>(() =>
    Object.fromEntries(
      Object.entries(draft.value).filter(([column, value]) => value !== savedValue(column)),
    ),
  );

  function revert(): void {
    draft.value = {};
    overtaken.value = false;
  }

  async function load(): Promise<void> {
    const asked = contactId.value;
    const result = await envelope(() => libreta().contacts.get({ contactId: asked }));
    if (asked !== contactId.value) return;
    if (!result.ok) {
      error.value = result.error;
      return;
    }
    error.value = null;
    const before = detail.value;
    const typed = Object.entries(changes.value);
    detail.value = result.value;
    if (before?.id !== asked) return;
    /* What has become what is typed here is what was just saved, without the spaces around it. */
    overtaken.value ||= typed.some(([column, value]) => {
      const now = valueOf(result.value.fields, column);
      return now !== valueOf(before.fields, column) && now !== value.trim();
    });
  }

  watch(
    contactId,
    () => {
      detail.value = null;
      revert();
      void load();
    },
    { immediate: true },
  );
  watch(revision, () => void load());

  return {
    detail,
    error,
    draft,
    changes,
    dirty: computed(() => Object.keys(changes.value).length > 0),
    overtaken,
    valueOf: (column) =>
      Object.hasOwn(draft.value, column) ? valueOf(draft.value, column) : savedValue(column),
    type: (column, value) => {
      draft.value = { ...draft.value, [column]: value };
    },
    revert,
    load,
  };
}
