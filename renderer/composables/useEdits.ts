import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Carry } from '#shared/domain/intent.ts';
import type { Result } from '#shared/ipc/errors.ts';
import type { ContactDetail, GroupView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';
import { useTell } from './useTell.ts';

export interface Edits {
  readonly add: (
    group: GroupView,
    fields: ContactFields,
  ) => Promise<Result<{ contactId: ContactId }>>;
  readonly edit: (
    contact: Pick<ContactDetail, 'id'>,
    changes: ContactFields,
    carry: Carry,
  ) => Promise<Result<unknown>>;
  readonly remove: (contactIds: readonly ContactId[]) => Promise<Result<unknown>>;
}

/** The edits of contacts. Each tells what it did, where that stands, and how to take it back. */
export function useEdits(): Edits {
  const { done } = useTell();

  async function add(
    group: GroupView,
    fields: ContactFields,
  ): Promise<Result<{ contactId: ContactId }>> {
    const request = { groupId: group.id as string, fields };
    const result = await envelope(() => libreta().contacts.add(request));
    if (result.ok) await done(result.value.stepId);
    return result;
  }

  async function edit(
    contact: Pick<ContactDetail, 'id'>,
    changes: ContactFields,
    carry: Carry,
  ): Promise<Result<unknown>> {
    const request = { contactId: contact.id as string, changes, carry };
    const result = await envelope(() => libreta().contacts.edit(request));
    if (result.ok) await done(result.value.stepId);
    return result;
  }

  async function remove(contactIds: readonly ContactId[]): Promise<Result<unknown>> {
    const request = { contactIds: [...contactIds] as string[] };
    const result = await envelope(() => libreta().contacts.delete(request));
    if (result.ok) await done(result.value.stepId);
    return result;
  }

  return { add, edit, remove };
}
