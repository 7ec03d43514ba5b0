/** Applies the verdicts on one contact's entries, in order: the next one is judged only when the one before it is done. */
import { sameFields, type ContactFields } from '#shared/domain/contact.ts';
import { differences, fold, withChanges } from '#shared/domain/fold.ts';
import type { ContactId, ServerId } from '#shared/domain/ids.ts';
import type { IntentOf } from '#shared/domain/intent.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import type { RemoteContact } from '../afilnet/client.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { Contact } from '../store/contacts.ts';
import { dropContact } from '../store/edits/drop.ts';
import { rebaseEntries } from '../store/edits/rebase.ts';
import type { ContactEntry } from '../store/entry.ts';
import type { Group } from '../store/groups.ts';
import { judgeAdd, judgeDelete, judgeEdit, type Verdict } from './judge.ts';

/** After so many successes that left nothing behind, the user is asked. */
const patience = 3;

export interface Seen {
  readonly group: Group;
  readonly byServerId: ReadonlyMap<ServerId, RemoteContact>;
  readonly retryAt: (attempts: number) => number;
  /** Tries of one entry before the user is asked. */
  readonly attempts: number;
}

export function judgeContact(store: AccountStore, id: ContactId, seen: Seen): void {
  for (;;) {
    const contact = store.contacts.get(id);
    const head = store.outbox.ofContact(id)[0];
    if (contact === null || head === undefined) break;
    const remote =
      contact.serverId === null ? null : (seen.byServerId.get(contact.serverId)?.fields ?? null);
    if (!settledBySight(store, contact, head, remote, seen)) break;
  }
  store.refold(id);
  store.touch.groups();
}

/** Judges the first entry; true when it is done and the next one may be judged. */
function settledBySight(
  store: AccountStore,
  contact: Contact,
  head: ContactEntry,
  remote: ContactFields | null,
  seen: Seen,
): boolean {
  const { intent } = head;
  switch (intent.kind) {
    case 'addContact':
      if (contact.serverId === null || remote === null) {
        notFound(store, contact, head, seen);
        return false;
      }
      return carryOut(
        store,
        contact,
        head,
        remote,
        judgeAdd(intent.fields, seen.group.type, remote),
        seen,
      );
    case 'editContact':
      if (remote === null && intent.carry === 'recreate' && head.step > 0) {
        becomeAdd(store, contact, head);
        return true;
      }
      if (remote !== null && head.step > 0) store.outbox.setStep(head.id, 0);
      return carryOut(store, contact, head, remote, judgeEdit(intent, phaseOf(head), remote), seen);
    case 'deleteContact':
      return carryOut(
        store,
        contact,
        head,
        remote,
        judgeDelete(intent, phaseOf(head), remote),
        seen,
      );
  }
}

/** A re-creation whose delete was answered with success and is not seen yet is simply not done: it is no altered value. */
function phaseOf(head: ContactEntry): ContactEntry['phase'] {
  return head.step > 0 && head.phase === 'sent' ? 'unknown' : head.phase;
}

function carryOut(
  store: AccountStore,
  contact: Contact,
  head: ContactEntry,
  remote: ContactFields | null,
  verdict: Verdict,
  seen: Seen,
): boolean {
  switch (verdict.kind) {
    case 'acknowledged':
      acknowledge(store, contact, head, remote, verdict.altered);
      return remote !== null;
    case 'send':
      resend(store, head, seen);
      askAboutStanding(store, contact, head, seen);
      return false;
    case 'notThere':
      notThere(store, head, seen);
      return false;
    case 'ask':
      ask(store, contact, head, verdict.question);
      return false;
  }
}

function acknowledge(
  store: AccountStore,
  contact: Contact,
  head: ContactEntry,
  remote: ContactFields | null,
  altered: Readonly<Record<string, { from: string; to: string }>>,
): void {
  const { intent, groupId } = head;
  const event = { groupId, contactId: contact.id, intent };
  const told = Object.keys(altered).length > 0;
  store.history.add(
    told
      ? { ...event, outcome: 'storedDifferently', changes: altered }
      : { ...event, outcome: 'acknowledged' },
  );
  store.outbox.remove(head.id);
  if (remote === null) {
    dropContact(store, contact);
    return;
  }
  // What else stands there was not ours to write, so the entries behind it know nothing of it yet.
  const touched = [...writtenBy(intent), ...Object.keys(altered)];
  rebaseEntries(
    store,
    contact.id,
    Object.fromEntries(touched.map((column) => [column, remote[column] ?? ''])),
  );
}

/** The columns that an intent changes. A re-creation takes along whatever stood there, someone else's values too. */
function writtenBy(intent: ContactEntry['intent']): string[] {
  switch (intent.kind) {
    case 'addContact':
      return Object.keys(differences(intent.replaces ?? {}, intent.fields));
    case 'editContact':
      return Object.keys(intent.changes);
    case 'deleteContact':
      return Object.keys(intent.base);
  }
}

/** Not there, and nothing against sending it: an unknown outcome is known now. */
function resend(store: AccountStore, head: ContactEntry, seen: Seen): void {
  if (head.phase !== 'unknown' && head.phase !== 'sent') {
    // What the user was asked may have healed by itself: the contested value came back, the contact too.
    const healed = head.question?.kind === 'conflict' || head.question?.kind === 'deletedThere';
    if (healed) store.outbox.requeue(head.id);
    return;
  }
  if (head.failure?.class === 'notUnderstood') {
    const { code, raw } = head.failure;
    store.outbox.ask(head.id, { kind: 'notUnderstood', code, raw });
    return;
  }
  if (head.attempts >= seen.attempts) {
    const { attempts, failure } = head;
    store.outbox.ask(head.id, { kind: 'noProgress', code: failure?.code ?? 'unknown', attempts });
    return;
  }
  store.outbox.setPhase(head.id, 'waiting');
}

function notThere(store: AccountStore, head: ContactEntry, seen: Seen): void {
  const attempts = head.attempts + 1;
  const failure = { class: 'notThere', code: 'not-stored', raw: null };
  if (attempts >= patience) {
    store.outbox.ask(head.id, { kind: 'noProgress', code: failure.code, attempts });
    return;
  }
  store.outbox.fail(head.id, 'waiting', attempts, seen.retryAt(attempts), failure);
}

/** An add that no contact of the snapshot answers to. */
function notFound(store: AccountStore, contact: Contact, head: ContactEntry, seen: Seen): void {
  if (contact.serverId !== null) {
    // The server named an id and does not show it: the id is of no use, the add is judged anew.
    store.contacts.setBase(contact.id, null, null);
  }
  switch (head.phase) {
    case 'sent':
      // A list may be partly accepted in silence: sent once more alone, a coded refusal says why.
      if (head.failure?.class === 'notStored') {
        store.outbox.ask(head.id, { kind: 'rejected', code: 'not-stored', raw: head.failure.raw });
      } else {
        const failure = { class: 'notStored', code: 'not-stored', raw: null };
        store.outbox.fail(head.id, 'waiting', head.attempts + 1, 0, failure);
      }
      break;
    case 'unknown':
      resend(store, head, seen);
      break;
    case 'waiting':
    case 'sending':
    case 'needsYou':
      break;
  }
  askAboutStanding(store, contact, head, seen);
}

/**
 * A contact with the main field that an add or an edit wants stands there already, and is not one that we are changing
 * or taking away ourselves. A server may refuse such a write or store it twice; neither is waited for.
 */
function askAboutStanding(
  store: AccountStore,
  contact: Contact,
  head: ContactEntry,
  seen: Seen,
): void {
  const { intent } = head;
  const { type } = seen.group;
  const now = store.outbox.get(head.id);
  if (now === null || intent.kind === 'deleteContact') return;
  const wanted = intent.kind === 'addContact' ? intent.fields[type] : intent.changes[type]?.to;
  if (wanted === undefined) return;
  const others = store.contacts
    .byMainKey(seen.group.id, mainKeyOf(type, { [type]: wanted }))
    .filter(({ id, serverId, tombstone }) => {
      return id !== contact.id && serverId !== null && !tombstone && seen.byServerId.has(serverId);
    });
  const exact = others.find(({ base }) => base?.[type] === wanted);
  if (now.question?.kind === 'exists') {
    // The server has said that it stands there, in whatever form: it is shown beside ours, as it is now.
    const named = exact ?? others[0];
    if (named === undefined || named.base === null) return;
    const { theirs } = now.question;
    if (theirs !== null && sameFields(theirs, named.base)) return;
    store.outbox.ask(head.id, { kind: 'exists', theirs: named.base });
    return;
  }
  if (now.phase !== 'waiting') return;
  if (exact === undefined || store.outbox.ofContact(exact.id).length > 0) return;
  store.outbox.ask(head.id, { kind: 'exists', theirs: exact.base });
}

/** The second half of a re-creation: the old contact is gone there, so it is added anew with everything it held. */
function becomeAdd(store: AccountStore, contact: Contact, head: ContactEntry): void {
  if (head.intent.kind !== 'editContact') return;
  const fields = withChanges(fold(contact.base, []).fields, head.intent.changes);
  store.contacts.setBase(contact.id, null, null);
  store.outbox.setIntent(head.id, { kind: 'addContact', fields, replaces: contact.base ?? {} });
  store.outbox.setStep(head.id, 0);
  store.outbox.setPhase(head.id, 'waiting');
}

function ask(
  store: AccountStore,
  contact: Contact,
  head: ContactEntry,
  question: NonNullable<ContactEntry['question']>,
): void {
  const same = head.question?.kind === question.kind;
  // A contact that is gone, or that is there again, is another question than before; any other one waits its turn.
  const other = question.kind === 'deletedThere' || head.question?.kind === 'deletedThere';
  if (head.phase === 'needsYou' && !same && !other) return;
  if (question.kind === 'storedDifferently') {
    const left = leftOpen(
      head.intent,
      new Map(question.fields.map((one) => [one.column, one.sent])),
    );
    if (left !== null) store.outbox.setIntent(head.id, left);
  }
  store.outbox.ask(head.id, question);
  if (same) return;
  store.history.add({
    groupId: head.groupId,
    contactId: contact.id,
    intent: head.intent,
    outcome: 'asked',
    code: question.kind,
  });
}

/**
 * What remains to be sent where something else was stored; it exists now, so of an add remains an edit. It still starts
 * from what the user knew: should the question be lost with a damaged file, the next read asks again.
 */
function leftOpen(
  intent: ContactEntry['intent'],
  sent: ReadonlyMap<string, string>,
): IntentOf<'editContact'> | null {
  switch (intent.kind) {
    case 'addContact': {
      const changes = [...sent].map(([column, to]) => [column, { from: '', to }] as const);
      return { kind: 'editContact', changes: Object.fromEntries(changes), carry: 'modify' };
    }
    case 'editContact': {
      const changes = Object.entries(intent.changes).filter(([column]) => sent.has(column));
      return { ...intent, changes: Object.fromEntries(changes) };
    }
    case 'deleteContact':
      return null;
  }
}
