/** Reading a journal: what the outbox and the groups were after its last transaction, and what could not be read. */
import { readLine, type JournalLine } from './line.ts';
import type { ContactRecord, EntryRecord, GroupRecord, JournalRecord } from './record.ts';

export interface JournalState {
  /** The number of the last transaction; 0 for an empty journal. */
  n: number;
  readonly groups: Map<string, GroupRecord>;
  readonly contacts: Map<string, ContactRecord>;
  readonly entries: Map<string, EntryRecord>;
  /** Entries of which a request may have left. */
  readonly left: Set<string>;
  readonly removedGroups: Set<string>;
  readonly removedEntries: Set<string>;
  /** Lines that are not what was written. */
  skipped: number;
  /** False when a line is missing or unreadable, so that more may have happened than is known. */
  intact: boolean;
}

export function emptyJournal(): JournalState {
  return {
    n: 0,
    groups: new Map(),
    contacts: new Map(),
    entries: new Map(),
    left: new Set(),
    removedGroups: new Set(),
    removedEntries: new Set(),
    skipped: 0,
    intact: true,
  };
}

/** The text of a journal file as a state. Never throws: what cannot be read is counted. */
export function readJournal(text: string): JournalState {
  const state = emptyJournal();
  const pieces = text.split('\n');
  // What stands behind the last line break was being written when the process ended.
  const torn = pieces.pop() ?? '';
  let open: { first: JournalLine; next: number; lines: JournalLine[] } | null = null;
  let skippedInOpen = false;

  function finish(): void {
    if (open === null) return;
    const { first, lines, next } = open;
    if (next !== first.of) state.intact = false;
    const snapshot = first.record.kind === 'snapshot';
    if (!snapshot && first.n !== state.n + 1) state.intact = false;
    for (const { record } of lines) apply(state, record);
    state.n = Math.max(state.n, first.n);
    open = null;
    skippedInOpen = false;
  }

  for (const piece of torn === '' ? pieces : [...pieces, torn]) {
    const line = readLine(piece);
    if (line === null) {
      if (piece === torn) continue;
      state.skipped += 1;
      state.intact = false;
      skippedInOpen = true;
      continue;
    }
    if (open !== null && open.first.n !== line.n) finish();
    if (open === null) {
      open = { first: line, next: 0, lines: [] };
      if (line.i !== 0) state.intact = false;
    }
    if (line.i !== open.next) state.intact = false;
    open.lines.push(line);
    open.next = line.i + 1;
    if (open.next === line.of) finish();
  }
  // A transaction that was cut off was never reported as saved: half of it would be worse than nothing.
  // With an unreadable line in it, it was whole once, and what is left of it counts; so does a snapshot.
  const rest = open as { first: JournalLine } | null;
  if (rest !== null && (skippedInOpen || rest.first.record.kind === 'snapshot')) finish();
  return state;
}

function apply(state: JournalState, record: JournalRecord): void {
  switch (record.kind) {
    case 'snapshot':
      for (const map of [state.groups, state.contacts, state.entries]) map.clear();
      for (const set of [state.left, state.removedGroups, state.removedEntries]) set.clear();
      return;
    case 'group':
      state.groups.set(record.id, record);
      state.removedGroups.delete(record.id);
      return;
    case 'groupRemoved':
      state.groups.delete(record.id);
      state.removedGroups.add(record.id);
      return;
    case 'contact':
      state.contacts.set(record.id, record);
      return;
    case 'entry':
      state.entries.set(record.id, record);
      return;
    case 'entryRemoved':
      state.entries.delete(record.id);
      state.left.delete(record.id);
      state.removedEntries.add(record.id);
      return;
    case 'left':
      state.left.add(record.id);
  }
}
