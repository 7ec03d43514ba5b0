/** The part of a long list that the window holds, read from the application itself. */
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { effectScope, ref, shallowRef, watchEffect } from 'vue';
import { isListChannel, type ChannelName } from '#shared/ipc/channels.ts';
import { writeList, writeReply } from '#shared/ipc/replyText.ts';
import { pageSize, useContactWindow } from '../../../renderer/composables/useContactWindow.ts';
import type { Query } from '../../../renderer/domain/listQuery.ts';
import { addTo, app, server, signIn, withGroup, type App } from '../account/desktopless.ts';

const many = 4_000;

afterEach(() => vi.unstubAllGlobals());

/** The bridge as the preload offers it, without the processes between. */
function bridgeTo({ ask }: App): unknown {
  const method = (channel: ChannelName) => async (request: never) => {
    const reply = await ask(channel, request);
    return isListChannel(channel) ? writeList(reply as never) : writeReply(reply);
  };
  return {
    contacts: { window: method('contacts.window'), ids: method('contacts.ids') },
    onEvent: () => () => undefined,
  };
}

async function list() {
  const sandbox = await server();
  const [there] = sandbox.state.groupsOf('ana');
  sandbox.state.addContacts(
    there!.id,
    Array.from({ length: many }, (_, at) => ({ mobile: String(34_610_000_000 + at) })),
  );
  const opened = await app();
  await signIn(opened, sandbox, 'ana');
  const group = await withGroup(opened, sandbox, 'ana');
  vi.stubGlobal('window', { libreta: bridgeTo(opened) });
  const query = ref<Query>({
    scope: { kind: 'group', groupId: group.id },
    search: '',
    sort: null,
    onlyUnsent: false,
  });
  const revision = ref(0);
  const scope = effectScope();
  onTestFinished(() => scope.stop());
  const source = scope.run(() => useContactWindow(query, revision))!;
  const shows = (row: number) => expect.poll(() => source.rowAt(row)).not.toBeNull();
  await shows(0);
  return { opened, group, query, revision, source, shows, scope };
}

test('the row with the focus is kept however far the list is scrolled, others are let go', async () => {
  const { source, shows } = await list();
  for (const kept of [3, -1]) {
    source.show(0, 20, kept);
    await shows(3);
    for (let row = pageSize; row < many; row += pageSize) {
      source.show(row, row + 20, kept);
      await shows(row);
    }
    if (kept === 3) expect(source.rowAt(3)).not.toBeNull();
    else expect(source.rowAt(3)).toBeNull();
  }
});

test('what is read ahead is there before it is in view, and until then draws nothing', async () => {
  const { source, shows, scope } = await list();
  source.show(0, 20, -1);
  let drawn = 0;
  scope.run(() => watchEffect(() => void (source.rowAt(0), (drawn += 1)), { flush: 'sync' }));
  const before = drawn;
  for (let row = 0; row <= pageSize - 40; row += 20) {
    source.show(row, row + 20, -1);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await shows(pageSize + 5);
  expect(drawn).toBe(before);
});

test('another query makes another list, and counts', async () => {
  const { source, query, shows } = await list();
  const { value } = source.serial;
  query.value = { ...query.value, search: '34610000007' };
  expect(source.ready.value).toBe(true);
  await expect.poll(() => source.total.value).toBe(1);
  await shows(0);
  expect(source.serial.value).toBe(value + 1);
  expect(source.rowAt(0)?.fields['mobile']).toBe('34610000007');
  expect(source.rowAt(1)).toBeNull();
});

test('while a cell is written the rows stay; what changed meanwhile is read afterwards', async () => {
  const { opened, group, source, revision } = await list();
  const { value } = source.total;
  source.hold(true);
  await addTo(opened, group, { mobile: '34699999999' });
  revision.value += 1;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(source.total.value).toBe(value);
  source.hold(false);
  await expect.poll(() => source.total.value).toBe(value + 1);
});

test('a row that was saved is shown so from then on, and as it was read once it was', async () => {
  const { opened, source, revision } = await list();
  const before = source.rowAt(5)!;
  const value = { ...before.fields, mobile: '34688888888' };
  const seen: (string | undefined)[] = [];
  const scope = effectScope();
  onTestFinished(() => scope.stop());
  scope.run(() =>
    watchEffect(() => void seen.push(source.rowAt(5)?.fields['mobile']), { flush: 'sync' }),
  );
  source.hold(true);
  await opened.get('contacts.edit', {
    contactId: before.id,
    changes: { mobile: value.mobile },
    carry: 'modify',
  });
  source.saved(5, { ...before, fields: value });
  expect(source.rowAt(5)?.fields).toEqual(value);
  expect(source.rowAt(4)?.fields['mobile']).not.toBe(value.mobile);
  source.hold(false);
  revision.value += 1;
  // What says that it has not been sent comes with what is read.
  await expect.poll(() => source.rowAt(5)?.changed).toEqual(['mobile']);
  expect(new Set(seen)).toEqual(new Set([before.fields['mobile'], value.mobile]));
  expect(seen.lastIndexOf(before.fields['mobile'])).toBeLessThan(seen.indexOf(value.mobile));
});

test('rows that are saved one after the other are all shown so, until they are read', async () => {
  const { source } = await list();
  const before = [5, 6].map((at) => source.rowAt(at)!);
  source.hold(true);
  for (const [at, row] of before.entries())
    source.saved(5 + at, { ...row, fields: { mobile: `saved ${at}` } });
  const shown = [5, 6].map((at) => source.rowAt(at)?.fields['mobile']);
  expect(shown).toEqual(['saved 0', 'saved 1']);
  source.hold(false);
  await expect.poll(() => source.rowAt(5)).not.toMatchObject({ fields: { mobile: 'saved 0' } });
  expect(source.rowAt(6)?.fields).toEqual(before[1]!.fields);
});

test('a row that now stands in another page is shown as it is read there', async () => {
  const { source, shows } = await list();
  const moved = source.rowAt(0)!;
  source.show(pageSize, pageSize + 20, -1);
  await shows(pageSize);
  const other = source.rowAt(pageSize)!;
  source.hold(true);
  source.saved(0, { ...other, fields: { mobile: 'of before' } });
  expect(source.rowAt(pageSize)?.fields).toEqual(other.fields);
  expect(source.rowAt(0)?.fields).toEqual(moved.fields);
});

test('what was saved is not shown in another list', async () => {
  const { query, source, shows } = await list();
  const before = source.rowAt(0)!;
  source.saved(0, { ...before, fields: { mobile: 'x' } });
  query.value = { ...query.value, search: before.fields['mobile']! };
  await shows(0);
  expect(source.rowAt(0)?.fields['mobile']).toBe(before.fields['mobile']);
});

test('the first row is the same object for as long as it is kept', async () => {
  const { source } = await list();
  const seen = shallowRef(source.rowAt(0));
  expect(source.rowAt(0)).toBe(seen.value);
});
