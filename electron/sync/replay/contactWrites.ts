/** The writes of one contact each: edits by `modifycontact`, deletes, re-creations, and adds that a list left out. */
import { isReservedColumn } from '#shared/domain/columnName.ts';
import { valueOf, withoutEmpty, type ContactFields } from '#shared/domain/contact.ts';
import { obstaclesIn } from '#shared/domain/contactText.ts';
import type { EntryId, ServerId } from '#shared/domain/ids.ts';
import type { IntentOf } from '#shared/domain/intent.ts';
import type { ApiResult } from '../../afilnet/client.ts';
import type { ContactEntry } from '../../store/entry.ts';
import { isContactEntry } from '../../store/outbox.ts';
import type { SyncSession } from '../session.ts';
import type { Marked } from './send.ts';

/** A request that is built and not sent yet. */
export interface Prepared extends Marked {
  readonly request: () => Promise<ApiResult<unknown>>;
}

/**
 * Builds the request of an entry whose contact the server knows (or of an add, alone), from what the read before
 * brought: intents are laid over the newest base (rule 2). Null when there is nothing to send: the user changed or
 * discarded it since the plan was made, it became a question, or it must wait for another contact after all.
 */
export function prepare(session: SyncSession, group: ServerId, entryId: EntryId): Prepared | null {
  const { store, client, signal } = session;
  const entry = store.outbox.get(entryId);
  if (entry === null || !isContactEntry(entry) || entry.phase !== 'waiting') return null;
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) return null;
  const { intent } = entry;
  if (intent.kind === 'addContact') {
    if (obstaclesIn(withoutEmpty(intent.fields)).length > 0) {
      // The list took it and stored nothing, and the text form cannot carry it: only the user can change it.
      ask(session, entry, { kind: 'rejected', code: 'not-stored', raw: null });
      return null;
    }
    return { entry, request: () => client.addContact(group, intent.fields, { signal }) };
  }
  const { serverId } = contact;
  if (serverId === null) return null;
  if (intent.kind === 'deleteContact' && store.outbox.staysItself(entry.id)) return null;
  const remove = (): Promise<ApiResult<null>> => client.deleteContact(group, serverId, { signal });
  if (intent.kind === 'deleteContact') return { entry, request: remove };
  const fields = fieldsToSend(contact.base ?? {}, intent);
  const obstacles = obstaclesIn(fields);
  if (obstacles.length === 0) {
    return { entry, request: () => client.modifyContact(group, serverId, fields, { signal }) };
  }
  if (intent.carry === 'recreate') return { entry, step: 1, request: remove };
  ask(session, entry, { kind: 'cannotCarry', fields: obstacles });
  return null;
}

/** Every value that stands on the server, with the changes laid over it: the server may replace the whole contact (open point 5). */
function fieldsToSend(base: ContactFields, intent: IntentOf<'editContact'>): ContactFields {
  const changed = Object.keys(intent.changes).map((column) => [
    column,
    intent.changes[column]?.to ?? valueOf(base, column),
  ]);
  const standing = Object.entries(withoutEmpty(base)).filter(
    ([column]) => !isReservedColumn(column),
  );
  return { ...Object.fromEntries(standing), ...(Object.fromEntries(changed) as ContactFields) };
}

function ask(
  { store }: SyncSession,
  { id, groupId, contactId, intent }: ContactEntry,
  question: NonNullable<ContactEntry['question']>,
): void {
  store.transaction(() => {
    store.outbox.ask(id, question);
    store.history.add({ groupId, contactId, intent, outcome: 'asked', code: question.kind });
    store.touch.contacts(groupId);
    store.touch.groups();
  });
}
