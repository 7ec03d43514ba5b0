import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import type { Scope } from '#shared/ipc/contract.ts';

/** Where the window is. */
export type Page =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'contacts'; readonly scope: Scope }
  | { readonly kind: 'duplicates'; readonly scope: Scope }
  | { readonly kind: 'pending' }
  | { readonly kind: 'settings' };

/** What the panel at the side shows. */
export type Panel =
  | { readonly kind: 'closed' }
  | { readonly kind: 'contact'; readonly contactId: ContactId }
  | { readonly kind: 'new'; readonly groupId: GroupId };

/** Answers whether the place may be left; asked while something typed is unsaved. */
export type Guard = () => Promise<boolean>;

export const useNavigation = defineStore('navigation', () => {
  const page = shallowRef<Page>({ kind: 'contacts', scope: { kind: 'all' } });
  const panel = shallowRef<Panel>({ kind: 'closed' });
  const guard = shallowRef<Guard | null>(null);
  /** Counts up when the search box is asked to take the focus. */
  const searchCalls = ref(0);
  /** Counts up when the list is asked to. */
  const listCalls = ref(0);

  /** The contact whose panel shall take the focus as soon as it is there. */
  const entering = ref<ContactId | null>(null);
  /** The entry that the pending page shall show and focus. */
  const wantedEntry = ref<EntryId | null>(null);

  const mayLeave = async (): Promise<boolean> => guard.value === null || guard.value();

  async function go(to: Page): Promise<boolean> {
    if (!(await mayLeave())) return false;
    wantedEntry.value = null;
    page.value = to;
    panel.value = { kind: 'closed' };
    return true;
  }

  async function show(next: Panel): Promise<boolean> {
    if (!(await mayLeave())) return false;
    panel.value = next;
    return true;
  }

  /** From elsewhere to the contact itself. */
  async function openContact(groupId: GroupId, contactId: ContactId): Promise<boolean> {
    const scope: Scope = { kind: 'group', groupId };
    if (!(await go({ kind: 'contacts', scope }))) return false;
    panel.value = { kind: 'contact', contactId };
    return true;
  }

  /** As `openContact`, and on into its first value, ready to be corrected. */
  async function correctContact(groupId: GroupId, contactId: ContactId): Promise<void> {
    if (await openContact(groupId, contactId)) entering.value = contactId;
  }
  const entered = (): void => {
    entering.value = null;
  };

  async function goToEntry(entryId: EntryId): Promise<void> {
    if (page.value.kind === 'pending' || (await go({ kind: 'pending' })))
      wantedEntry.value = entryId;
  }
  const foundEntry = (): void => {
    wantedEntry.value = null;
  };

  const goToGroup = (groupId: GroupId): Promise<boolean> =>
    go({ kind: 'contacts', scope: { kind: 'group', groupId } });
  const goToAll = (): Promise<boolean> => go({ kind: 'contacts', scope: { kind: 'all' } });

  /** Back to the start without asking, for when the account changed. */
  function reset(): void {
    guard.value = null;
    page.value = { kind: 'contacts', scope: { kind: 'all' } };
    panel.value = { kind: 'closed' };
  }

  const setGuard = (next: Guard): void => {
    guard.value = next;
  };
  /** Only its own: the next panel may have set another in the meantime. */
  const dropGuard = (old: Guard): void => {
    if (guard.value === old) guard.value = null;
  };
  const callSearch = (): void => {
    searchCalls.value += 1;
  };
  const callList = (): void => {
    listCalls.value += 1;
  };

  return {
    page,
    panel,
    searchCalls,
    listCalls,
    wantedEntry,
    go,
    show,
    openContact,
    correctContact,
    entering,
    entered,
    goToEntry,
    foundEntry,
    goToGroup,
    goToAll,
    reset,
    mayLeave,
    setGuard,
    dropGuard,
    callSearch,
    callList,
  };
});
