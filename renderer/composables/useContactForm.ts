import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { valueOf } from '#shared/domain/contact.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { CodedError, Result } from '#shared/ipc/errors.ts';
import type { ContactDetail } from '#shared/ipc/views.ts';
import { typedSince } from '../domain/typedSince.ts';
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
  /** Hands the changes on. What is typed before the answer stays, unsaved; true when there is nothing of that. */
  readonly save: (send: (changes: Draft) => Promise<Result<unknown>>) => Promise<boolean>;
}

/** An open contact and what is typed over it. Typing outlives every event until it is saved or given up. */
export function useContactForm(contactId: Ref<ContactId>, revision: Ref<number>): ContactForm {
  const detail = shallowRef<ContactDetail | null>(null);
  const error = ref<CodedError | null>(null);
  const draft = ref<Draft>({});
  const overtaken = ref(false);
  /** On its way to be saved: when it comes back as the contact's value, nobody else changed it. */
  let sent: Draft = {};

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
      const own = [value.trim(), valueOf(sent, column).trim()];
      return now !== valueOf(before.fields, column) && !own.includes(now);
    });
  }

  async function save(send: (changes: Draft) => Promise<Result<unknown>>): Promise<boolean> {
    const saved = contactId.value;
    const sending = changes.value;
    sent = sending;
    const result = await send(sending);
    if (result.ok && saved === contactId.value) await load();
    /* Another contact is open by now, with a draft of its own. */
    if (saved !== contactId.value) return result.ok;
    sent = {};
    if (!result.ok) return false;
    draft.value = typedSince(draft.value, sending);
    if (Object.keys(changes.value).length > 0) return false;
    revert();
    return true;
  }

  watch(
    contactId,
    () => {
      detail.value = null;
      sent = {};
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
    save,
  };
}
