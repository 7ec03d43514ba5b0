/** That contacts are not the same one is a step like any other. */
import { expect, test } from 'vitest';
import type { ContactId } from '#shared/domain/ids.ts';
import {
  areDismissed,
  dismissAll,
  forgetStale,
} from '../../../../electron/duplicates/dismissals.ts';
import { pulled } from '../testStore.ts';
import { ready } from './stage.ts';
import { take } from './take.ts';

const printed = (ids: readonly ContactId[], print = 'as it was') =>
  ids.map((id) => ({ id, print }));

test('it is taken back and said again, two by two', async () => {
  const { store, group, id } = ready();
  const others = ['34601', '34602'].map((mobile) => pulled(store, group, { mobile, name: 'Ana' }));
  const three = printed([id, ...others]);
  dismissAll(store, three.slice(0, 2));
  expect(dismissAll(store, three)).not.toBeNull();
  expect(dismissAll(store, three)).toBeNull();
  expect(await take(store, 'undo')).toMatchObject({ what: { kind: 'notDuplicates', count: 3 } });
  expect(areDismissed(store, three)).toBe(false);
  // What was told apart before stays so.
  expect(areDismissed(store, three.slice(0, 2))).toBe(true);
  await take(store, 'redo');
  expect(areDismissed(store, three)).toBe(true);
});

test('what was said of them since stays', async () => {
  const { store, group, id } = ready();
  const two = [id, pulled(store, group, { mobile: '34601', name: 'Ana' })];
  dismissAll(store, printed(two));
  const changed = printed(two, 'as it is now');
  forgetStale(store, changed);
  dismissAll(store, changed);
  const first = store.undo.steps.next('undo')!.id - 1;
  expect(await take(store, 'undo', first)).toMatchObject({ left: 2 });
  expect(areDismissed(store, changed)).toBe(true);
});

test('what was forgotten of them is not told as changed', async () => {
  const { store, group, id } = ready();
  const two = [id, pulled(store, group, { mobile: '34601', name: 'Ana' })];
  dismissAll(store, printed(two));
  forgetStale(store, printed(two, 'as it is now'));
  expect(await take(store, 'undo')).toMatchObject({ left: 0 });
});
