import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Carry } from '#shared/domain/intent.ts';
import type { Result } from '#shared/ipc/errors.ts';
import type { ContactDetail, EntryView } from '#shared/ipc/views.ts';
import { envelope, libreta } from '../libreta.ts';

/** Takes an edit back: the inverse edit through the same queue, or giving up what was not sent yet. */
export type Undo = () => Promise<Result<unknown>>;

export const undoAdd =
  (contactId: ContactId): Undo =>
  () =>
    envelope<unknown>(() => libreta().contacts.delete({ contactIds: [contactId] }));

export const undoEdit =
  (contactId: ContactId, before: ContactFields, carry: Carry): Undo =>
  () =>
    envelope<unknown>(() => libreta().contacts.edit({ contactId, changes: before, carry }));

async function deletions(wanted: ReadonlySet<string>): Promise<EntryView[]> {
  const found: EntryView[] = [];
  const limit = 500;
  for (let offset = 0; ; offset += limit) {
    const result = await envelope(() => libreta().outbox.list({ filter: 'all', offset, limit }));
    if (!result.ok) return found;
    for (const entry of result.value.rows) {
      if (entry.intent.kind === 'deleteContact' && wanted.has(entry.contactId ?? ''))
        found.push(entry);
    }
    if (offset + limit >= result.value.total || found.length === wanted.size) return found;
  }
}

/** Contacts that Afilnet has come back by giving up their deletion; those that it never had are added again. */
async function bringBack(contacts: readonly ContactDetail[]): Promise<Result<unknown>> {
  const known = contacts.filter((contact) => contact.base !== null);
  const entries = await deletions(new Set(known.map((contact) => contact.id)));
  let failed: Result<unknown> | null = null;
  const keep = (result: Result<unknown>): void => {
    if (!result.ok) failed ??= result;
  };
  for (const { id } of entries)
    keep(await envelope<unknown>(() => libreta().outbox.discard({ entryId: id })));
  for (const { base, groupId, fields } of contacts) {
    if (base === null)
      keep(await envelope<unknown>(() => libreta().contacts.add({ groupId, fields })));
  }
  if (failed === null && entries.length < known.length)
    return { ok: false, error: { code: 'entryUnknown' } };
  return failed ?? { ok: true, value: undefined };
}

/** The contacts as they are before they are deleted; null when one of them cannot be read. */
export async function readContacts(
  contactIds: readonly ContactId[],
): Promise<readonly ContactDetail[] | null> {
  const contacts: ContactDetail[] = [];
  for (const contactId of contactIds) {
    const result = await envelope(() => libreta().contacts.get({ contactId }));
    if (!result.ok) return null;
    contacts.push(result.value);
  }
  return contacts;
}

export const undoDelete =
  (contacts: readonly ContactDetail[]): Undo =>
  () =>
    bringBack(contacts);
