/** A contact that was moved, and is not where it went: it stays where it was. */
import { expect, test } from 'vitest';
import type { ServerId } from '#shared/domain/ids.ts';
import { reconcile } from '../../electron/sync/reconcile.ts';
import { moveContact } from '../../electron/store/edits/move.ts';
import { acknowledge } from '../unit/store/undo/stage.ts';
import { existingGroup, openTestStore, pulled } from '../unit/store/testStore.ts';

test('where the list that it was moved to is without it, its deletion where it was is given up', async () => {
  const { store } = openTestStore();
  const from = existingGroup(store, ['mobile', 'name'], '77');
  const to = existingGroup(store, ['mobile', 'name'], '78');
  const ana = pulled(store, from, { mobile: '1', name: 'Ana' });
  const stays = pulled(store, to, { mobile: '2', name: 'Bea' }, 's2');
  const moved = store.transaction(() =>
    moveContact(store, store.contacts.get(ana)!, to, { mobile: '1', name: 'Ana' }),
  );
  acknowledge(store, moved);
  const list = [{ id: 's2' as ServerId, fields: store.contacts.get(stays)!.fields }];
  await reconcile(store, store.groups.get(to)!, list, {
    onProgress: () => undefined,
    pause: () => Promise.resolve(),
    signal: new AbortController().signal,
    retryAt: () => 0,
    attempts: 3,
  });
  expect(store.contacts.get(moved)).toBeNull();
  expect(store.contacts.get(ana)).toMatchObject({ tombstone: false, fields: { name: 'Ana' } });
  expect(store.outbox.ofGroup(from)).toEqual([]);
  expect(store.history.ofContact(ana)).toContainEqual(
    expect.objectContaining({ outcome: 'discarded', code: 'successorDiscarded' }),
  );
});
