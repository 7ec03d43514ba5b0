/** Writes a plan, through the same edits as a change by hand: each leaves its outbox entry and its line of history. */
import type { AccountStore } from '../store/accountStore.ts';
import { addContact, deleteContacts, editContact } from '../store/edits/contacts.ts';
import { moveContact } from '../store/edits/move.ts';
import { LibretaError, type ErrorCode } from '#shared/ipc/errors.ts';
import type { BulkRefusal } from '#shared/ipc/bulk.ts';
import { refusedPlan, type Member, type Plan } from './plan.ts';

/**
 * Inside a transaction of the caller. Answers what came of it: of an edit that was refused after all nothing stays,
 * since every edit checks before it writes, or is taken back by itself. A way back around each of them would take a
 * fifth of the time again. Anything else that fails takes the transaction with it.
 */
export function applied(store: AccountStore, member: Member, plan: Plan): Plan {
  try {
    write(store, member, plan);
    return plan;
  } catch (error) {
    const why = error instanceof LibretaError ? refusals[error.coded.code] : undefined;
    if (why === undefined) throw error;
    return refusedPlan(why, error instanceof LibretaError ? (error.coded.detail ?? '') : '');
  }
}

function write(store: AccountStore, { contact }: Member, plan: Plan): void {
  switch (plan.kind) {
    case 'edit':
      editContact(store, contact.id, plan.changes, 'modify');
      return;
    case 'add':
      if (plan.thenDelete) moveContact(store, contact, plan.target, plan.fields);
      else addContact(store, plan.target, plan.fields);
      return;
    case 'delete':
      deleteContacts(store, [contact.id]);
      return;
    case 'unchanged':
    case 'refused':
      return;
  }
}

const refusals: Partial<Record<ErrorCode, BulkRefusal>> = {
  mainFieldTaken: 'mainFieldTaken',
  mainFieldMissing: 'mainFieldMissing',
  cannotCarry: 'cannotCarry',
  invalidInput: 'columnMissing',
  contactUnknown: 'contactGone',
  groupUnknown: 'groupGone',
};
