/**
 * `npm run simulate:mutants`: breaks the engine on purpose, one way at a time, in a copy of the tree, and shows that
 * the simulation catches each. A mutant that survives means that the simulation is blind there.
 * `npm run simulate:mutants -- 400 held`: so many runs each, and only those whose name has this in it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const mutants: readonly Mutant[] = [
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
    find: `UPDATE outbox SET phase = 'unknown' WHERE phase = 'sending'`,
    replace: `UPDATE outbox SET phase = 'waiting' WHERE phase = 'sending'`,
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
    find: `if (held?.decision === 'keep' && missing.length > 0) {`,
    replace: `if (held?.decision === 'keep' && missing.length < 0) {`,
  },
  {
    name: 'what is to be kept of a held list goes',
    file: 'electron/sync/held.ts',
    find: `if (asShown) return keepMissing(store, group, missing, passing);`,
    replace: `if (asShown) return 'pass';`,
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
];

const root = resolve(import.meta.dirname, '..', '..', '..');
const [runs = '400', named = ''] = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => name.includes(named));
let survived = 0;

for (const mutant of chosen) {
  const copy = mkdtempSync(join(tmpdir(), 'libreta-mutant-'));
  try {
    for (const name of ['electron', 'shared', 'test', 'package.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const file = join(copy, mutant.file);
    const source = readFileSync(file, 'utf8');
    if (!source.includes(mutant.find))
      throw new Error(`${mutant.file} has no longer: ${mutant.find}`);
    writeFileSync(file, source.replace(mutant.find, mutant.replace));
    const simulate = join(copy, 'test/sync/simulation/simulate.ts');
    const args = [simulate, '--runs', runs, '--stop', '--no-shrink', '--kill', '0'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const caught = status !== 0;
    if (!caught) survived += 1;
    const how = /^ {2}(.*)$/mu.exec(stdout)?.[1] ?? 'the run broke off';
    console.log(
      `${caught ? 'caught  ' : 'SURVIVED'}  ${mutant.name}${caught ? `\n            ${how.slice(0, 140)}` : ''}`,
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
console.log(`${chosen.length - survived} of ${chosen.length} mutants caught`);
process.exitCode = survived === 0 ? 0 : 1;
