/** How the simulated user settles a question: by a number, and the ledger learns what was seen and what was given up. */
import { valueOf } from '#shared/domain/contact.ts';
import type { Settlement } from '#shared/domain/entryState.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import * as commands from '../../../electron/store/commands.ts';
import { decideHeldPull } from '../../../electron/store/edits/keep.ts';
import type { Entry } from '../../../electron/store/entry.ts';
import { gaveUp, sawWhole } from './act.ts';
import type { KeptValue } from './ledger.ts';
import type { Contact } from '../../../electron/store/contacts.ts';
import type { Actor, World } from './world.ts';

export function settleOne(world: World, actor: Actor, entry: Entry, choice: number): void {
  const { question } = entry;
  const { ledger } = world;
  const { store } = actor;
  if (question === null) return;
  const settle = (settlement: Settlement): void => {
    commands.settle(store, entry.id, settlement);
  };
  const contact = entry.contactId === null ? null : store.contacts.get(entry.contactId);
  try {
    switch (question.kind) {
      case 'conflict': {
        for (const { column, theirs } of question.fields) {
          ledger.seen.add(theirs);
          if (!seemedGone(actor, entry)) ledger.askedAbout(entry.contactId, column, theirs);
        }
        if (entry.intent.kind === 'deleteContact') {
          if (contact !== null) sawWhole(world, contact);
          return settle(choice % 2 === 0 ? { kind: 'mine' } : { kind: 'theirs' });
        }
        if (choice % 3 === 0) return settle({ kind: 'mine' });
        if (choice % 3 === 1) {
          settle({ kind: 'theirs' });
          for (const { mine } of question.fields) ledger.release(mine);
          return;
        }
        const values = Object.fromEntries(
          question.fields.map(({ column }) => [column, ledger.fresh('v')]),
        );
        settle({ kind: 'values', values });
        for (const { column, mine, theirs } of question.fields) {
          const token = values[column] ?? '';
          const { groupId, contactId } = entry;
          ledger.release(mine);
          if (contactId === null || !takes(actor, groupId, contactId, column, token)) continue;
          ledger.wrote({ token, account: 0, groupId, contactId, column, before: theirs });
        }
        return;
      }
      case 'exists': {
        for (const value of Object.values(question.theirs ?? {})) ledger.seen.add(value);
        if (entry.intent.kind !== 'addContact' || question.theirs === null) return giveUp();
        if (choice % 2 === 0) {
          settle({ kind: 'mine' });
          return;
        }
        settle({ kind: 'theirs' });
        gaveUp(world, entry);
        return;
      }
      case 'deletedThere':
        if (choice % 2 === 0) return settle({ kind: 'bringBack' });
        settle({ kind: 'letGo' });
        if (entry.contactId !== null) ledger.releaseContact(entry.contactId);
        // Values that came to it when two contacts became one.
        for (const value of Object.values(contact?.fields ?? {})) ledger.release(value);
        return;
      case 'createdUnknown': {
        const name = entry.intent.kind === 'createGroup' ? entry.intent.name : '';
        // The panel tells: the group stands there under its name, or it does not.
        const there = world.sandbox.state.groupsOf(actor.user).find((group) => group.name === name);
        return settle(
          there === undefined
            ? { kind: 'notCreated' }
            : { kind: 'createdAs', serverId: String(there.id) },
        );
      }
      case 'cannotCarry':
        return settle({ kind: 'recreate' });
      case 'storedDifferently':
        for (const { column, sent, stored } of question.fields) {
          // What was sent may be someone else's, where a re-creation took it along.
          ledger.seen.add(stored).add(sent);
          ledger.askedAbout(entry.contactId, column, stored);
        }
        if (choice % 2 === 0) return settle({ kind: 'mine' });
        settle({ kind: 'theirs' });
        for (const { column, sent } of question.fields) {
          ledger.release(sent);
          if (contact !== null) ledger.release(valueOf(contact.fields, column));
        }
        return;
      case 'rejected':
      case 'groupGone':
      case 'notUnderstood':
      case 'noProgress':
        if (choice % 4 === 0) return giveUp();
        return settle({ kind: 'retry' });
    }
  } catch (error) {
    if (!(error instanceof LibretaError)) throw error;
    if (error.coded.code === 'settlementDoesNotFit') giveUp();
  }

  function giveUp(): void {
    commands.discard(store, entry.id);
    gaveUp(world, entry);
  }
}

/**
 * What is written into a column that is being deleted goes with it, and the history says so; where the server has the
 * column no more, the user sees whether their value still waits.
 */
function takes(
  { store }: Actor,
  groupId: GroupId,
  contactId: ContactId,
  column: string,
  token: string,
): boolean {
  const stands = store.columns.of(groupId).find(({ name }) => name === column);
  if (stands !== undefined) return stands.state !== 'deleting';
  return valueOf(store.contacts.get(contactId)?.fields ?? {}, column) === token;
}

/**
 * A server that once said the contact was gone, and then shows it again, leaves nobody sure of what stands in it:
 * to be asked about it is no needless question.
 */
function seemedGone({ store }: Actor, { contactId }: Entry): boolean {
  const lines = contactId === null ? [] : store.history.ofContact(contactId);
  return lines.some(({ outcome, code }) => outcome === 'asked' && code === 'deletedThere');
}

/** A held list: applied, kept, or, by the third choice, a decision taken back. */
export function settleHeld(world: World, actor: Actor, groupId: GroupId, choice: number): void {
  const { store } = actor;
  const group = store.groups.get(groupId);
  const held = group?.held ?? null;
  // Of a group that is being deleted there is nothing to keep.
  if (held === null || group?.state === 'deleting') return;
  if (held.decision !== null && choice % 3 > 0) return;
  const decision = held.decision !== null ? null : choice % 2 === 0 ? 'apply' : 'keep';
  decideHeldPull(store, groupId, { heldAt: held.heldAt, decision });
  const { ledger } = world;
  const gone = held.reason === 'columnLost' ? [] : missing(world, actor, groupId);
  if (held.decision === null) ledger.askedAboutList(groupId, held.removed, gone);
  ledger.decided(groupId, []);
  if (decision !== 'keep') return;
  if (held.reason !== 'columnLost') ledger.decided(groupId, gone, held.removed);
  else for (const column of held.columns) ledger.keptValues(valuesIn(actor, groupId, column));
}

function valuesIn({ store }: Actor, groupId: GroupId, column: string): KeptValue[] {
  return store.contacts.withColumn(groupId, column).flatMap(({ id, base, fields, tombstone }) => {
    const value = valueOf(fields, column);
    const isThere = base !== null && valueOf(base, column) !== '';
    return isThere && !tombstone && value !== '' ? [{ groupId, contactId: id, column, value }] : [];
  });
}

/** The contacts of a group that are seen here and stand no longer on the server. */
function missing({ sandbox }: World, { store }: Actor, groupId: GroupId): Contact[] {
  const serverId = store.groups.get(groupId)?.serverId ?? null;
  const there = serverId === null ? null : sandbox.state.group(serverId);
  const ids = new Set((there?.contacts() ?? []).map(({ id }) => String(id)));
  return store.contacts.linked(groupId).flatMap(({ id, server_id }) => {
    // Those that the user is asked about already are not among what the list is asked about.
    const asked = store.outbox.ofContact(id)[0]?.question?.kind === 'deletedThere';
    const contact = asked || ids.has(server_id) ? null : store.contacts.get(id);
    return contact === null || contact.tombstone ? [] : [contact];
  });
}
