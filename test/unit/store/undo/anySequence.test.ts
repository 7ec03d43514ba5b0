/** Whatever was done in whatever order can be taken back and done again, as long as nothing left; and whatever left, taking back breaks nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutEmpty } from '#shared/domain/contact.ts';
import { fold } from '#shared/domain/fold.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import { stepsKept } from '../../../../electron/store/undo/steps.ts';
import { command, contactsOf, run, type Command } from '../commands.ts';
import { existingGroup, openTestStore, pulled } from '../testStore.ts';
import { take } from './take.ts';

const ofUser = new Set<Command['do']>([
  'add',
  'edit',
  'delete',
  'discard',
  'settle',
  'addColumn',
  'deleteColumn',
  'country',
]);
const userCommand = command.filter(({ do: what }) => ofUser.has(what));

function groupOf(store: AccountStore, serial: number): GroupId {
  const group = existingGroup(store, ['mobile', 'name', 'city'], `g${serial}`);
  pulled(store, group, { mobile: '34700', name: 'Ana' });
  pulled(store, group, { mobile: '34701', name: 'Bea', city: 'x, y' });
  return group;
}

/** As a step of the user where it is one; what is refused is no step. */
function act(store: AccountStore, group: GroupId, it: Command): void {
  const step = store.undo.open({ kind: 'bulk', action: 'edit', count: 1 });
  try {
    if (ofUser.has(it.do)) step.run(() => run(store, group, it));
    else run(store, group, it);
  } catch (error) {
    if (!(error instanceof LibretaError)) throw error;
  }
}

function picture(store: AccountStore, group: GroupId): unknown {
  return {
    contacts: contactsOf(store, group)
      .map(({ row: _row, ...contact }) => contact)
      .sort((left, right) => left.id.localeCompare(right.id)),
    columns: store.columns.of(group),
    country: store.groups.get(group)?.country,
    entries: store.outbox
      .ofGroup(group)
      .map(({ seq, id, contactId, intent, phase, question }) => [
        seq,
        id,
        contactId,
        intent,
        phase,
        question,
      ]),
  };
}

async function takeAll(store: AccountStore, direction: 'undo' | 'redo'): Promise<number> {
  let taken = 0;
  while (store.undo.steps.next(direction) !== null && taken < stepsKept) {
    await take(store, direction);
    taken += 1;
  }
  return taken;
}

function forgetSteps(store: AccountStore): void {
  for (const direction of ['undo', 'redo'] as const) {
    for (let step = store.undo.steps.next(direction); step !== null;) {
      store.undo.steps.remove(step.id);
      step = store.undo.steps.next(direction);
    }
  }
}

test('what never left is undone and redone to the letter', async () => {
  const { store } = openTestStore();
  let groups = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { maxLength: 6 }),
      fc.array(userCommand, { minLength: 1, maxLength: 12 }),
      async (before, commands) => {
        groups += 1;
        const group = groupOf(store, groups);
        for (const it of before) act(store, group, it);
        forgetSteps(store);
        const start = picture(store, group);
        for (const it of commands) act(store, group, it);
        const end = picture(store, group);
        const undone = await takeAll(store, 'undo');
        expect(picture(store, group)).toEqual(start);
        expect(await takeAll(store, 'redo')).toBe(undone);
        expect(picture(store, group)).toEqual(end);
        forgetSteps(store);
      },
    ),
    { numRuns: 60 },
  );
});

test('whatever left meanwhile, taking back leaves what is seen in step with the queue', async () => {
  const { store } = openTestStore();
  let groups = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 1, maxLength: 25 }),
      fc.array(fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const), {
        maxLength: 20,
      }),
      async (commands, directions) => {
        groups += 1;
        const group = groupOf(store, groups);
        for (const it of commands) act(store, group, it);
        for (const direction of directions) {
          try {
            await take(store, direction);
          } catch (error) {
            if (!(error instanceof LibretaError)) throw error;
            const step = store.undo.steps.next(direction);
            if (step !== null) store.undo.steps.remove(step.id);
          }
          checkFolded(store, group);
        }
        forgetSteps(store);
      },
    ),
    { numRuns: 80 },
  );
  expect(store.inspect.integrity()).toBe('ok');
  expect(store.inspect.foreignKeys()).toEqual([]);
});

function checkFolded(store: AccountStore, group: GroupId): void {
  for (const { id, base, fields, tombstone } of contactsOf(store, group)) {
    const intents = store.outbox.ofContact(id).map(({ intent }) => intent);
    const folded = fold(base, intents);
    expect(fields).toEqual(withoutEmpty(folded.fields));
    expect(tombstone).toBe(folded.tombstone);
  }
}
