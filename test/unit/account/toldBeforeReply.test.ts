/** The chip never says that everything is saved while an edit waits: the window is told before whoever made it is answered. */
import { expect, test } from 'vitest';
import type { SyncStatus } from '#shared/ipc/views.ts';
import { addTo, app, rows, server, signIn, withGroup, type App } from './desktopless.ts';

/** What the chip says at this moment. */
function told({ events }: App): SyncStatus | undefined {
  return events.findLast((event) => event.kind === 'statusChanged')?.status;
}

async function offlineWithGroup(more = 0) {
  const sandbox = await server();
  const [there] = sandbox.state.groupsOf('ana');
  sandbox.state.addContacts(
    there!.id,
    Array.from({ length: more }, (_, at) => ({ mobile: String(34_610_000_000 + at) })),
  );
  const opened = await app();
  await signIn(opened, sandbox, 'ana');
  const group = await withGroup(opened, sandbox, 'ana');
  await opened.get('sync.forceOffline', { forced: true });
  expect(told(opened)).toMatchObject({ connection: 'forcedOffline', waiting: 0 });
  return { opened, group };
}

test('an edit, and taking it back', async () => {
  const { opened } = await offlineWithGroup();
  const [contact] = await rows(opened);
  const { stepId } = await opened.get('contacts.edit', {
    contactId: contact!.id,
    changes: { name: 'Otra' },
    carry: 'modify',
  });
  expect(told(opened)?.waiting).toBe(1);
  await opened.get('undo.take', { direction: 'undo', stepId });
  expect(told(opened)?.waiting).toBe(0);
  await opened.get('undo.take', { direction: 'redo', stepId });
  expect(told(opened)?.waiting).toBe(1);
});

test('a new contact, right after something else was told', async () => {
  const { opened, group } = await offlineWithGroup();
  for (let waiting = 1; waiting <= 3; waiting++) {
    await addTo(opened, group, { mobile: `3469999999${waiting}` });
    expect(told(opened)?.waiting).toBe(waiting);
  }
});

test('bulk work, before its end', async () => {
  const { opened, group } = await offlineWithGroup(2_000);
  const query = {
    scope: { kind: 'group', groupId: group.id },
    search: '',
    sort: null,
    onlyUnsent: false,
  } as const;
  await opened.get('bulk.start', {
    action: { kind: 'setField', column: 'name', value: 'Todas' },
    selection: { kind: 'query', query, except: [] },
  });
  await expect.poll(() => told(opened)?.waiting).toBeGreaterThan(0);
  const ended = opened.events.some(
    (event) => event.kind === 'bulkChanged' && event.job.state !== 'running',
  );
  expect(ended).toBe(false);
  await expect.poll(() => told(opened)?.waiting, { timeout: 30_000 }).toBe(2_001);
});
