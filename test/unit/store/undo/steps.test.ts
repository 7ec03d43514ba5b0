/** The steps themselves: kept over a restart, redone, taken out of turn, forgotten at last. */
import { expect, test } from 'vitest';
import * as commands from '../../../../electron/store/commands.ts';
import { addContact } from '../../../../electron/store/edits/contacts.ts';
import { takeStep } from '../../../../electron/store/undo/takeStep.ts';
import { openTestStore, pulled } from '../testStore.ts';
import { acknowledge, ana, intents, ready, refusedWith, seen } from './stage.ts';
import { take } from './take.ts';

test('are kept over a restart', async () => {
  const { store, id, path } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  store.close();
  const again = openTestStore(path).store;
  await take(again, 'undo');
  expect(seen(again, id)).toEqual(ana);
});

test('are redone until something new is done', async () => {
  const { store, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  await take(store, 'undo');
  commands.editContact(store, id, { city: 'Lugo' }, 'modify');
  expect(await refusedWith(take(store, 'redo'))).toBe('nothingToUndo');
});

test('are taken out of turn by their id', async () => {
  const { store, id } = ready();
  const first = commands.editContact(store, id, { name: 'Bea' }, 'modify');
  commands.editContact(store, id, { city: 'Lugo' }, 'modify');
  await take(store, 'undo', first.stepId);
  expect(seen(store, id)).toEqual({ ...ana, city: 'Lugo' });
  expect(await refusedWith(take(store, 'undo', first.stepId))).toBe('nothingToUndo');
  await take(store, 'redo');
  expect(seen(store, id)).toEqual({ ...ana, name: 'Bea', city: 'Lugo' });
});

test('older ones than the last two hundred are forgotten', () => {
  const { store, id } = ready();
  for (let turn = 0; turn < 205; turn += 1) {
    commands.editContact(store, id, { name: `n${turn}` }, 'modify');
  }
  let count = 0;
  for (let step = store.undo.steps.next('undo'); step !== null; count += 1) {
    store.undo.steps.remove(step.id);
    step = store.undo.steps.next('undo');
  }
  expect(count).toBe(200);
});

test('what changes nothing is no step, and what is refused neither', () => {
  const { store, group, id } = ready();
  expect(commands.editContact(store, id, { name: 'Ana' }, 'modify').stepId).toBeNull();
  expect(() => commands.deleteColumn(store, group, 'mobile')).toThrow();
  expect(store.undo.steps.next('undo')).toBeNull();
});

test('a step of several transactions is one', async () => {
  const { store, group } = ready();
  const ids = Array.from({ length: 250 }, (_, index) =>
    pulled(store, group, { mobile: String(35_000 + index), city: 'Lugo' }),
  );
  const step = store.undo.open({ kind: 'bulk', action: 'edit', count: 0 });
  for (const id of ids)
    step.run(() => commands.editContact(store, id, { city: 'Soria' }, 'modify'));
  step.rename({ kind: 'bulk', action: 'edit', count: ids.length });
  const progress: number[] = [];
  let pauses = 0;
  const taken = await takeStep(store, 'undo', null, {
    signal: new AbortController().signal,
    onProgress: (done) => progress.push(done),
    pause: async () => {
      pauses += 1;
    },
  });
  expect(taken).toMatchObject({ restored: 250, what: { count: 250 } });
  expect(progress).toEqual([100, 200, 250]);
  expect(pauses).toBe(2);
  expect(intents(store, group)).toEqual([]);
});

test('cut short, a step can be taken again and goes on', async () => {
  const { store, group } = ready();
  const ids = Array.from({ length: 150 }, (_, index) =>
    pulled(store, group, { mobile: String(35_000 + index) }),
  );
  commands.deleteContacts(store, ids);
  const controller = new AbortController();
  const options = { signal: controller.signal, onProgress: () => undefined };
  const cut = takeStep(store, 'undo', null, {
    ...options,
    pause: async () => controller.abort(),
  });
  expect(await refusedWith(cut)).toBe('cancelled');
  expect(intents(store, group)).toHaveLength(50);
  expect(await take(store, 'undo')).toMatchObject({ restored: 150 });
  expect(intents(store, group)).toEqual([]);
});

test('what is refused is taken again in parts too, and can be cut short there', async () => {
  const { store, group } = ready();
  const ids = Array.from({ length: 250 }, (_, index) =>
    pulled(store, group, { mobile: String(35_000 + index) }),
  );
  commands.deleteContacts(store, ids);
  for (const id of ids) acknowledge(store, id);
  // Their numbers have gone to others, for good.
  for (const [index] of ids.entries()) addContact(store, group, { mobile: String(35_000 + index) });
  let pauses = 0;
  const progress: number[] = [];
  const options = {
    signal: new AbortController().signal,
    onProgress: (done: number) => progress.push(done),
  };
  const pause = async (): Promise<void> => {
    pauses += 1;
  };
  const controller = new AbortController();
  const cut = takeStep(store, 'undo', null, {
    ...options,
    signal: controller.signal,
    pause: async () => {
      await pause();
      // Two pauses in the first pass, one before the second, the next one in it.
      if (pauses === 4) controller.abort();
    },
  });
  expect(await refusedWith(cut)).toBe('cancelled');
  pauses = 0;
  progress.length = 0;
  const taken = await takeStep(store, 'undo', null, { ...options, pause });
  expect(taken).toMatchObject({ restored: 0, refused: 250, why: { code: 'mainFieldTaken' } });
  expect(pauses).toBe(5);
  expect(progress).toEqual([0, 0, 0, 0, 0, 0]);
});
