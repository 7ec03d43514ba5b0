import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Carry } from '#shared/domain/intent.ts';
import type { Result } from '#shared/ipc/errors.ts';
import type { ContactDetail, EntryView, GroupView } from '#shared/ipc/views.ts';
import { contactTitle } from '#shared/domain/contactTitle.ts';
import { envelope, libreta } from '../libreta.ts';
import { useGroups } from '../stores/groups.ts';
import { useStatus } from '../stores/status.ts';
import { useToasts } from '../stores/toasts.ts';
import { describeEntry } from '../wording/describeEntry.ts';
import { readContacts, undoAdd, undoDelete, undoEdit, type Undo } from './undo.ts';
import { useTell } from './useTell.ts';
import { useText } from './useText.ts';

export interface Edits {
  readonly add: (
    group: GroupView,
    fields: ContactFields,
  ) => Promise<Result<{ contactId: ContactId }>>;
  readonly edit: (
    contact: ContactDetail,
    group: GroupView,
    changes: ContactFields,
    carry: Carry,
  ) => Promise<Result<unknown>>;
  readonly remove: (contactIds: readonly ContactId[]) => Promise<Result<unknown>>;
}

/** More contacts than this are deleted without an undo in the toast; the pending page still has each of them. */
const mostToUndo = 20;

/** The edits of contacts. Each tells what it did, where that stands, and how to take it back. */
export function useEdits(): Edits {
  const { t, locale, formats } = useText();
  const toasts = useToasts();
  const status = useStatus();
  const groups = useGroups();
  const { fail, whenSent } = useTell();

  function tell(title: string, undo: Undo | null): void {
    const run = async (): Promise<void> => {
      const result = undo === null ? null : await undo();
      if (result === null) return;
      if (result.ok) toasts.add({ title: t('contact.undone'), detail: title });
      else fail(result.error);
      await status.load();
    };
    const action = undo === null ? null : { label: t('common.undo'), run: () => void run() };
    toasts.add({ title, detail: whenSent, action });
  }

  const sentence = (entry: Pick<EntryView, 'intent' | 'groupLabel' | 'contactTitle'>): string =>
    describeEntry(entry, { t, locale: locale.value, formats: formats.value });

  async function add(
    group: GroupView,
    fields: ContactFields,
  ): Promise<Result<{ contactId: ContactId }>> {
    const request = { groupId: group.id as string, fields };
    const result = await envelope(() => libreta().contacts.add(request));
    if (result.ok) {
      const intent = { kind: 'addContact' as const, fields };
      const title = contactTitle(fields, group.mainField);
      tell(
        sentence({ intent, groupLabel: group.label, contactTitle: title }),
        undoAdd(result.value.contactId),
      );
    }
    return result;
  }

  async function edit(
    contact: ContactDetail,
    group: GroupView,
    changes: ContactFields,
    carry: Carry,
  ): Promise<Result<unknown>> {
    const request = { contactId: contact.id as string, changes, carry };
    const result = await envelope(() => libreta().contacts.edit(request));
    if (result.ok) {
      const from = Object.fromEntries(
        Object.keys(changes).map((column) => [column, valueOf(contact.fields, column)]),
      );
      const both = Object.entries(changes).map(
        ([column, to]) => [column, { from: valueOf(from, column), to }] as const,
      );
      const intent = { kind: 'editContact' as const, changes: Object.fromEntries(both), carry };
      const title = contactTitle({ ...contact.fields, ...changes }, group.mainField);
      tell(
        sentence({ intent, groupLabel: group.label, contactTitle: title }),
        undoEdit(contact.id, from, carry),
      );
    }
    return result;
  }

  function deletionOf(contacts: readonly ContactDetail[] | null, count: number): string {
    const [only, ...others] = contacts ?? [];
    if (only === undefined || others.length > 0)
      return t('contact.toastDeleted', { n: formats.value.number(count) }, count);
    const group = groups.find(only.groupId);
    return sentence({
      intent: { kind: 'deleteContact', base: only.fields },
      groupLabel: group?.label ?? '',
      contactTitle: contactTitle(only.fields, group?.mainField ?? ''),
    });
  }

  async function remove(contactIds: readonly ContactId[]): Promise<Result<unknown>> {
    const contacts = contactIds.length > mostToUndo ? null : await readContacts(contactIds);
    const request = { contactIds: [...contactIds] as string[] };
    const result = await envelope(() => libreta().contacts.delete(request));
    if (result.ok)
      tell(
        deletionOf(contacts, contactIds.length),
        contacts === null ? null : undoDelete(contacts),
      );
    return result;
  }

  return { add, edit, remove };
}
