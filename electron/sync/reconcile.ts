/**
 * Laying a snapshot of a group over the mirror: bases are what the server holds now, queued edits stay on top,
 * and every entry is judged by what is seen. The same code serves a pull, the read before and the read after a replay,
 * and the recovery after a crash, so there is one way only in which the mirror learns of the server.
 *
 * Written in batches with pauses between them: a large group never blocks the process,
 * and an interrupted snapshot is simply taken again.
 */
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import { differences } from '#shared/domain/fold.ts';
import type { ContactId, GroupId, ServerId } from '#shared/domain/ids.ts';
import type { FieldChange } from '#shared/domain/intent.ts';
import type { RemoteContact } from '../afilnet/client.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { dropContact, keepWhatItReplaces } from '../store/edits/drop.ts';
import { fieldsToText } from '../store/fieldsText.ts';
import type { LinkedContact } from '../store/contacts.ts';
import type { Group } from '../store/groups.ts';
import { isContactEntry } from '../store/outbox.ts';
import { endHoldOfContacts, passContacts, stillApplies } from './held.ts';
import { judgeContact } from './judgeContact.ts';
import { matchAdds } from './matchAdds.ts';

const batchSize = 500;
/** A judgement takes longer than a row that only changed. */
const judgedAtOnce = 100;

export interface ReconcileOptions {
  /** Told after each batch. */
  readonly onProgress: (done: number, total: number) => void;
  /** Lets other work run between batches; throws nothing. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  /** When the entry may be tried again after so many attempts, in milliseconds since 1970. */
  readonly retryAt: (attempts: number) => number;
  /** Tries of one entry before the user is asked. */
  readonly attempts: number;
}

export type Reconciled = 'applied' | 'held' | 'cancelled';

export async function reconcile(
  store: AccountStore,
  group: Group,
  remote: readonly RemoteContact[],
  options: ReconcileOptions,
): Promise<Reconciled> {
  // The user may take the group off this machine at any time.
  const isOver = (): boolean => options.signal.aborted || store.groups.get(group.id) === null;
  if (isOver()) return 'cancelled';
  const byServerId = new Map(remote.map((contact) => [contact.id, contact]));
  const known = notOursToLose(store, group.id);
  const there = new Set(byServerId.keys());
  const { pause } = options;
  const passage = await passContacts(store, group, known, there, { pause, isOver });
  if (passage === 'held' || passage === 'cancelled') return passage;
  await options.pause();
  if (isOver()) return 'cancelled';

  const adopted = store.transaction(() => matchAdds(store, group, remote));
  const bases = new Map(
    store.contacts.linked(group.id).map((known) => [known.server_id, known.base]),
  );
  for (let start = 0; start < remote.length; start += batchSize) {
    if (isOver()) return 'cancelled';
    store.transaction(() =>
      writeBatch(store, group, remote.slice(start, start + batchSize), adopted, bases),
    );
    options.onProgress(Math.min(start + batchSize, remote.length), remote.length);
    await options.pause();
  }
  if (isOver()) return 'cancelled';
  const takenBack = store.transaction(() => {
    if (passage === 'byWord' && !stillApplies(store, group)) return true;
    removeMissing(store, group, byServerId);
    endHoldOfContacts(store, group);
    store.touch.groups();
    return false;
  });
  if (takenBack) return 'held';
  // What is queued from here on was not there when the server was read, and needs no judgement.
  const queued = store.outbox.ofGroup(group.id).filter(isContactEntry);
  const contactIds = [...new Set(queued.map(({ contactId }) => contactId))];
  const { retryAt, attempts } = options;
  for (let start = 0; start < contactIds.length; start += judgedAtOnce) {
    await options.pause();
    if (isOver()) return 'cancelled';
    store.transaction(() => {
      for (const id of contactIds.slice(start, start + judgedAtOnce)) {
        judgeContact(store, id, { group, byServerId, retryAt, attempts });
      }
      store.touch.outbox();
      store.touch.groups();
    });
  }
  return 'applied';
}

/**
 * Contacts that the server had and whose absence would be news: not those that we are deleting ourselves, nor those
 * that the user is asked about because they are gone.
 */
export function notOursToLose(store: AccountStore, groupId: GroupId): LinkedContact[] {
  const ours = new Set(
    store.outbox
      .ofGroup(groupId)
      .filter(
        ({ intent, step, question }) =>
          intent.kind === 'deleteContact' || step > 0 || question?.kind === 'deletedThere',
      )
      .map((entry) => entry.contactId),
  );
  return store.contacts.linked(groupId).filter(({ id }) => !ours.has(id));
}

function writeBatch(
  store: AccountStore,
  group: Group,
  batch: readonly RemoteContact[],
  adopted: ReadonlyMap<ServerId, ContactId>,
  bases: ReadonlyMap<ServerId, string | null>,
): void {
  for (const { id: serverId, fields } of batch) {
    // A base changes by snapshots alone, so an equal text needs no further look.
    if (bases.get(serverId) === fieldsToText(fields)) continue;
    const known = adopted.get(serverId) ?? null;
    const contact =
      known === null ? store.contacts.byServerId(group.id, serverId) : store.contacts.get(known);
    if (contact === null) {
      store.contacts.insert(group, { serverId, base: fields, fields });
      store.touch.contacts(group.id);
      continue;
    }
    const before = contact.base;
    store.contacts.setBase(contact.id, serverId, fields);
    store.refold(contact.id);
    // What the user sees already, their own edit among it, is no news.
    const news = before === null ? [] : newsIn(before, fields, contact.fields);
    if (news.length > 0) {
      store.history.add({
        groupId: group.id,
        contactId: contact.id,
        intent: null,
        outcome: 'mergedFromServer',
        changes: Object.fromEntries(news),
      });
    }
  }
}

/** What changed on the server since it was last confirmed, and is not what the user sees. */
function newsIn(
  before: ContactFields,
  remote: ContactFields,
  seen: ContactFields,
): [string, FieldChange][] {
  return Object.entries(differences(before, remote)).filter(
    ([column, { to }]) => valueOf(seen, column) !== to,
  );
}

/** What the server no longer has goes from the mirror, unless something is queued for it: that is judged. */
function removeMissing(
  store: AccountStore,
  group: Group,
  byServerId: ReadonlyMap<ServerId, RemoteContact>,
): void {
  for (const { id, server_id } of store.contacts.linked(group.id)) {
    if (byServerId.has(server_id) || store.outbox.ofContact(id).length > 0) continue;
    const contact = store.contacts.get(id);
    if (contact === null) continue;
    store.history.add({
      groupId: group.id,
      contactId: id,
      intent: null,
      outcome: 'deletedOnServer',
      changes: differences(contact.fields, {}),
    });
    // What was to go once this one stood there stays: else neither would be anywhere.
    keepWhatItReplaces(store, id);
    dropContact(store, contact);
  }
}
