/** One account's database: mirror, outbox and history in one file, and one transaction over all of them. */
import { fold } from '#shared/domain/fold.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { StepWhat } from '#shared/domain/step.ts';
import { columnStore } from './columns.ts';
import { contactStore } from './contacts.ts';
import type { StoreContext } from './context.ts';
import { openDatabase, withDatabase, type Database } from './database.ts';
import { duplicateStore } from './duplicates.ts';
import { factStore } from './facts.ts';
import { groupLookStore } from './groupLooks.ts';
import { groupStore } from './groups.ts';
import { historyStore } from './history.ts';
import { listing } from './listing.ts';
import { listViewStore } from './listViews.ts';
import { accountMigrations } from './migrations/account.ts';
import { outboxStore } from './outbox.ts';
import { accountFiles } from './safety/accountFiles.ts';
import { accountSafety, type AccountSafety } from './safety/accountSafety.ts';
import type { JournalState } from './safety/journal/journalState.ts';
import { endedAbruptly, examineFiles } from './safety/opening.ts';
import { journalOf } from './safety/recovery.ts';
import { sealOfJournal } from './safety/seal.ts';
import { captureOn } from './undo/capture.ts';
import { openStep, type OpenStep } from './undo/record.ts';
import { rowRestorer } from './undo/restore.ts';
import { stepStore } from './undo/steps.ts';

/** What a transaction changed; told once after it committed. */
export interface StoreChange {
  readonly contactsOf: ReadonlySet<GroupId>;
  readonly groups: boolean;
  readonly outbox: boolean;
  readonly undo: boolean;
}

export type AccountStore = ReturnType<typeof storeOn>;

export interface AccountStoreOptions {
  readonly path: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onChange: (change: StoreChange) => void;
}

export { accountMigrations };

/**
 * Opens the account's file; entries that were on their way when the process ended become *outcome unknown*.
 * Nothing is repaired here: that is `openAccount` in safety/.
 * @throws LibretaError as openDatabase
 */
export function openAccountStore(options: AccountStoreOptions): AccountStore {
  const { path, now } = options;
  const files = accountFiles(path);
  const abrupt = endedAbruptly(files);
  const seal = abrupt ? null : sealOfJournal(files);
  let read: JournalState | null = null;
  const journal = (): JournalState => (read ??= journalOf(files));
  examineFiles(files, journal);
  return withDatabase(openDatabase(path, accountMigrations), (db) => {
    const safety = accountSafety(db, { files, seal, journal, endedAbruptly: abrupt, now });
    return storeOn(db, safety, !abrupt, options);
  });
}

function storeOn(
  db: Database,
  safety: AccountSafety,
  endedWell: boolean,
  { now, newId, onChange }: AccountStoreOptions,
) {
  const context: StoreContext = { db, now, newId };
  const groups = safety.guarded(groupStore(context));
  const columns = safety.guarded(columnStore(context));
  const contacts = safety.guarded(contactStore(context));
  const outbox = safety.guarded(outboxStore(context));
  const history = safety.guarded(historyStore(context));
  const list = safety.guarded(listing(context, endedWell));
  const groupLooks = safety.guarded(groupLookStore(context));
  const listViews = safety.guarded(listViewStore(context));
  const duplicates = safety.guarded(duplicateStore(context));
  const facts = factStore(context);
  const steps = safety.guarded(stepStore(context));
  const rows = safety.guarded(rowRestorer(db));
  const capture = captureOn(db);
  const wholly = db.transaction((work: () => unknown): unknown => work());
  outbox.recoverInterrupted();

  let touched = untouched();

  function touchContacts(group: GroupId): void {
    touched.contactsOf.add(group);
    touched.outbox = true;
  }

  /** Runs work whole or not at all; nested calls join the outer one. Changes are told after the commit. */
  function transaction<T>(work: () => T): T {
    if (db.inTransaction) return work();
    try {
      const result = safety.commit(work);
      const change = touched;
      touched = untouched();
      if (change.contactsOf.size > 0 || change.groups || change.outbox || change.undo) {
        onChange(change);
      }
      return result;
    } catch (error) {
      touched = untouched();
      throw error;
    }
  }

  function touchUndo(): void {
    touched.undo = true;
  }

  return {
    groups,
    columns,
    contacts,
    outbox,
    history,
    list,
    groupLooks,
    listViews,
    duplicates,
    facts,
    now,
    /** Marks what a transaction changes, so that it is told after the commit. */
    touch: {
      contacts: touchContacts,
      groups: () => {
        touched.groups = true;
      },
      outbox: () => {
        touched.outbox = true;
      },
      undo: touchUndo,
    },
    transaction,
    undo: {
      steps,
      rows,
      /** A step of undo: all that is run in it is taken back as one. */
      open: (what: StepWhat): OpenStep =>
        openStep({ steps, capture, transaction, changed: touchUndo }, what),
      /** The same, or the newest step once more where that was of the same kind a moment ago. */
      goOn: (what: StepWhat, within: number): OpenStep =>
        openStep(
          { steps, capture, transaction, changed: touchUndo },
          what,
          steps.goingOn(what.kind, now() - within),
        ),
      /** Tells the step that is being recorded, if one is, that a contact takes the place of another. */
      succeeds: (original: ContactId, successor: ContactId): void =>
        capture.succeeds({ original, successor }),
      /** Part of a transaction that is taken back by itself when it is refused. */
      wholly: <T>(work: () => T): T => wholly(work) as T,
    },
    /** Writes anew what the user sees of a contact: its base with its queued intents laid over it. */
    refold(id: ContactId): void {
      const contact = contacts.get(id);
      const group = contact === null ? null : groups.get(contact.groupId);
      if (contact === null || group === null) return;
      const intents = outbox.ofContact(id).map(({ intent }) => intent);
      const { fields, tombstone } = fold(contact.base, intents);
      contacts.setFields(group.type, id, fields, tombstone);
      touchContacts(group.id);
    },
    /** A plan of SQLite, the pragmas and integrity: for tests and diagnosis. */
    inspect: {
      pragma: (name: string): unknown => db.pragma(name, { simple: true }),
      integrity: (): string => String(db.pragma('integrity_check', { simple: true })),
      foreignKeys: (): unknown[] => db.pragma('foreign_key_check') as unknown[],
    },
    /** Backups, and the report of a recovery. */
    safety,
    /** A clean end. Safe to call twice. */
    close(): void {
      if (db.open) list.keepTotals();
      safety.close();
    },
  };
}

function untouched(): {
  contactsOf: Set<GroupId>;
  groups: boolean;
  outbox: boolean;
  undo: boolean;
} {
  return { contactsOf: new Set(), groups: false, outbox: false, undo: false };
}
