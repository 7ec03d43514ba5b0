/** The writes of one contact each: edits by `modifycontact`, deletes, re-creations, and adds that a list left out. */
import { isReservedColumn } from '#shared/domain/columnName.ts';
import { valueOf, withoutEmpty, type ContactFields } from '#shared/domain/contact.ts';
import { obstaclesIn } from '#shared/domain/contactText.ts';
import type { EntryId, ServerId } from '#shared/domain/ids.ts';
import type { IntentOf } from '#shared/domain/intent.ts';
import type { ContactEntry } from '../../store/entry.ts';
import { isContactEntry } from '../../store/outbox.ts';
import type { SyncSession } from '../session.ts';
import { send, type Sent } from './send.ts';

const nothingToSend: Sent = { kind: 'answered' };

/**
 * Sends an entry of a contact that the server knows (or an add, alone).
 * The request is built now, from what the read before brought: intents are laid over the newest base (rule 2).
 */
export async function sendContact(
  session: SyncSession,
  groupServerId: ServerId,
  entryId: EntryId,
): Promise<Sent> {
  const { store, client, signal } = session;
  const entry = store.outbox.get(entryId);
  // The user may have changed or discarded it since the plan was made.
  if (entry === null || !isContactEntry(entry) || entry.phase !== 'waiting') return nothingToSend;
  const contact = store.contacts.get(entry.contactId);
  if (contact === null) return nothingToSend;
  const { intent } = entry;
  if (intent.kind === 'addContact') {
    const obstacles = obstaclesIn(withoutEmpty(intent.fields));
    if (obstacles.length > 0) {
      // The list took it and stored nothing, and the text form cannot carry it: only the user can change it.
      ask(session, entry, { kind: 'rejected', code: 'not-stored', raw: null });
      return nothingToSend;
    }
    return send(session, [entry], () =>
      client.addContact(groupServerId, intent.fields, { signal }),
    );
  }
  const { serverId } = contact;
  if (serverId === null) return nothingToSend;
  if (intent.kind === 'deleteContact') {
    return send(session, [entry], () => client.deleteContact(groupServerId, serverId, { signal }));
  }
  const fields = fieldsToSend(contact.base ?? {}, intent);
  const obstacles = obstaclesIn(fields);
  if (obstacles.length === 0) {
    return send(session, [entry], () =>
      client.modifyContact(groupServerId, serverId, fields, { signal }),
    );
  }
  if (intent.carry === 'recreate') {
    return send(session, [entry], () => client.deleteContact(groupServerId, serverId, { signal }), {
      step: 1,
    });
  }
  ask(session, entry, { kind: 'cannotCarry', fields: obstacles });
  return nothingToSend;
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
