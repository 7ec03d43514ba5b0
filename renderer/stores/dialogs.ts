import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { AccountId, ContactId, GroupId } from '#shared/domain/ids.ts';
import type { BulkKind } from '#shared/ipc/bulk.ts';
import type { SelectionRequest } from '#shared/ipc/selection.ts';
import type { EntryView } from '#shared/ipc/views.ts';

/** The dialogs that can be open; one at a time. */
export type OpenDialog =
  /** The box over everything. */
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'createGroup' }
  | { readonly kind: 'addGroupById' }
  | { readonly kind: 'columns'; readonly groupId: GroupId }
  | { readonly kind: 'country'; readonly groupId: GroupId }
  | { readonly kind: 'groupLook'; readonly groupId: GroupId }
  | { readonly kind: 'groupHistory'; readonly groupId: GroupId }
  | { readonly kind: 'forgetGroup'; readonly groupId: GroupId }
  | { readonly kind: 'deleteGroup'; readonly groupId: GroupId }
  | {
      readonly kind: 'deleteContacts';
      readonly contactIds: readonly ContactId[];
      /** What to call the contact when there is only one. */
      readonly title: string | null;
      readonly done: () => void;
    }
  | {
      readonly kind: 'bulk';
      readonly work: BulkKind;
      readonly selection: SelectionRequest;
      readonly count: number;
      /** Where all of the chosen are in one group. */
      readonly inGroup: GroupId | null;
      readonly started: (work: BulkKind) => void;
    }
  | { readonly kind: 'discard'; readonly entry: EntryView }
  | { readonly kind: 'signOut'; readonly accountId: AccountId }
  | { readonly kind: 'password'; readonly accountId: AccountId };

/** A dialog on screen; its element while it has one. */
export type Modal = () => HTMLElement | null;

export const useDialogs = defineStore('dialogs', () => {
  const open = shallowRef<OpenDialog | null>(null);
  /** What is modal and on screen, by whomever it was put there, the uppermost last. */
  const modals = shallowRef<readonly Modal[]>([]);
  /** Nothing behind may be done then, by whatever key or menu. */
  const covers = computed(() => open.value !== null || modals.value.length > 0);
  const show = (dialog: OpenDialog): void => {
    open.value = dialog;
  };
  const close = (): void => {
    open.value = null;
  };
  const enter = (modal: Modal): void => {
    modals.value = [...modals.value, modal];
  };
  const leave = (modal: Modal): void => {
    modals.value = modals.value.filter((one) => one !== modal);
  };
  return { open, modals, covers, show, close, enter, leave };
});
