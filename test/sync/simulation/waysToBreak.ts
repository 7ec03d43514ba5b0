/** The engine broken on purpose, one way at a time: each is a mistake that somebody could make. */
/** `find` in the file becomes `replace`. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'no base check: an edit is sent whatever stands there',
    file: 'electron/sync/judge.ts',
    find: `if (contested.length === 0) return { kind: 'send' };`,
    replace: `return { kind: 'send' };`,
  },
  {
    name: 'a delete is sent whatever someone else changed',
    file: 'electron/sync/judge.ts',
    find: `if (news.length === 0) return { kind: 'send' };`,
    replace: `return { kind: 'send' };`,
  },
  {
    name: 'a list is believed without the read-back',
    file: 'electron/sync/replay/send.ts',
    find: `store.outbox.setPhase(id, 'sent');`,
    replace: `store.outbox.remove(id);`,
  },
  {
    name: 'adds are never found again',
    file: 'electron/sync/matchAdds.ts',
    find: `if (adds.length === 0) return adopted;`,
    replace: `if (adds.length >= 0) return adopted;`,
  },
  {
    name: 'what was on its way at a crash counts as never sent',
    file: 'electron/store/outbox.ts',
    find: "const interrupted = db.prepare(`UPDATE outbox SET phase = 'unknown'",
    replace: "const interrupted = db.prepare(`UPDATE outbox SET phase = 'waiting'",
  },
  {
    name: 'a group of unknown outcome is created again',
    file: 'electron/sync/replay/createGroup.ts',
    find: `if (entry.phase !== 'waiting') {`,
    replace: `if (entry.phase === 'needsYou') {`,
  },
  {
    name: 'edits are sent without the read before',
    file: 'electron/sync/replay/replayGroup.ts',
    find: `let freshlyRead = false;`,
    replace: `let freshlyRead = true as boolean;`,
  },
  {
    name: 'edits are merged into what is on its way',
    file: 'electron/store/entry.ts',
    find: `    case 'sending':
    case 'unknown':
    case 'sent':
      return true;`,
    replace: `    case 'sending':
    case 'unknown':
    case 'sent':
      return false;`,
  },
  {
    name: 'a pull writes over queued edits',
    file: 'electron/store/accountStore.ts',
    find: `fold(contact.base, intents);`,
    replace: `fold(contact.base, intents.slice(0, 0));`,
  },
  {
    name: 'only the changed fields travel to a server that replaces',
    file: 'electron/sync/replay/contactWrites.ts',
    find: `...Object.fromEntries(standing),`,
    replace: ``,
  },
  {
    name: 'a contact that is missing there goes here, edits and all',
    file: 'electron/sync/judge.ts',
    find: `if (remote === null) return { kind: 'ask', question: { kind: 'deletedThere' } };`,
    replace: `if (remote === null) return acknowledged;`,
  },
  {
    name: 'what is stored otherwise is taken for stored',
    file: 'electron/sync/judge.ts',
    find: `if (phase === 'sent') return storedDifferently(open, remote);`,
    replace: `if (phase === 'sent') return acknowledged;`,
  },
  {
    name: 'the second half of a re-creation is forgotten',
    file: 'electron/sync/judgeContact.ts',
    find: `store.outbox.setIntent(head.id, { kind: 'addContact', fields, replaces: contact.base ?? {} });`,
    replace: `store.outbox.remove(head.id);`,
  },
  {
    name: 'a failed entry is dropped',
    file: 'electron/sync/replay/failed.ts',
    find: `store.outbox.fail(entry.id, phase, attempts,`,
    replace: `store.outbox.remove(entry.id); store.outbox.fail(entry.id, phase, attempts,`,
  },
  {
    name: 'the decision about a held list is ignored',
    file: 'electron/sync/held.ts',
    find: `if (asShown && held.decision === 'keep') return`,
    replace: `if (asShown && held.decision === 'keep' && missing.length < 0) return`,
  },
  {
    name: 'what is to be kept of a held list goes',
    file: 'electron/sync/held.ts',
    find: `return keepMissing(store, group, missing, passing);`,
    replace: `return 'pass';`,
  },
  {
    name: 'a lost column that is kept comes back without its values',
    file: 'electron/store/edits/keep.ts',
    find: `queueEdit(store, now, changes, 'modify', 'askWhenSent');`,
    replace: ``,
  },
  {
    name: 'a moved contact goes where it was whether or not it has arrived',
    file: 'electron/store/outbox.ts',
    find: `IN ('addContact', 'editContact'))`,
    replace: `IN ('none'))`,
  },
  {
    name: 'a damaged account is made anew without its journal',
    file: 'electron/store/safety/recovery.ts',
    find: `const journal = journalOf(files);`,
    replace: `const journal = emptyJournal();`,
  },
  {
    name: 'a move that is taken back deletes the contact before it is where it was',
    file: 'electron/store/undo/takeTogether.ts',
    find: `contactBack(store, id, moves, direction, after)`,
    replace: `contactBack(store, id, moves, direction)`,
  },
];
