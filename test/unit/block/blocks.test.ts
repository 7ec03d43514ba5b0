import { expect, test } from 'vitest';
import { copyBlock } from '../../../electron/block/copyBlock.ts';
import { paste, previewPaste } from '../../../electron/block/pasteBlock.ts';
import { cellsOf } from '../../../renderer/domain/tsv.ts';
import type { Sort } from '#shared/ipc/list.ts';
import { existingGroup, openTestStore, pulled } from '../store/testStore.ts';

const pause = () => Promise.resolve();
const city = { kind: 'field', name: 'city' } as const;
const main = { kind: 'main' } as const;

function filled() {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const ids = ['Soria', 'Lugo', ''].map((value, at) =>
    pulled(store, group, { mobile: `60${at}`, name: `n${at}`, city: value }, `s${at}`),
  );
  const citiesNow = () => ids.map((id) => store.contacts.get(id)?.fields['city'] ?? '');
  return { store, ids, citiesNow };
}

test('the preview says what the paste does, and leaves nothing behind', async () => {
  const { store, ids, citiesNow } = filled();
  const block = { contactIds: ids, columns: [city], values: [['Soria'], ['Ávila'], ['a, b']] };
  const preview = await previewPaste(store, block, pause);
  expect(preview).toMatchObject({ changed: 1, unchanged: 1, refused: 1, cells: 1, stepId: null });
  expect(preview.rows).toMatchObject([
    { contactId: ids[2], refused: 'cannotCarry', changes: { city: { from: '', to: 'a, b' } } },
    { contactId: ids[1], refused: null, changes: { city: { from: 'Lugo', to: 'Ávila' } } },
  ]);
  expect(citiesNow()).toEqual(['Soria', 'Lugo', '']);
  expect(store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });

  const done = await paste(store, block, pause);
  expect(done).toMatchObject({ changed: 1, unchanged: 1, refused: 1 });
  expect(citiesNow()).toEqual(['Soria', 'Ávila', '']);
  expect(store.undo.steps.get(done.stepId!)?.what).toEqual({
    kind: 'bulk',
    action: 'paste',
    count: 1,
  });
});

test('a main field that another contact has is refused', async () => {
  const { store, ids } = filled();
  const block = { contactIds: ids.slice(0, 2), columns: [main], values: [['700'], ['602']] };
  const { rows } = await previewPaste(store, block, pause);
  expect(rows.map(({ refused }) => refused)).toEqual(['mainFieldTaken', null]);
});

test('a long block of main fields is looked at as a whole: what one row takes or leaves counts for all', async () => {
  const { store } = openTestStore();
  const group = existingGroup(store);
  const ids = Array.from({ length: 120 }, (_, at) =>
    pulled(store, group, { mobile: String(600_000 + at), name: `n${at}` }, `s${at}`),
  );
  const values = ids.map((_, at) => [String(700_000 + at)]);
  // Far apart: a number that an earlier row takes, and one that an earlier row leaves.
  values[110] = ['700003'];
  values[115] = ['600004'];
  const block = { contactIds: ids, columns: [main], values };
  const preview = await previewPaste(store, block, pause);
  expect(store.contacts.get(ids[0]!)?.fields['mobile']).toBe('600000');
  const { stepId, ...done } = await paste(store, block, pause);
  expect(stepId).not.toBeNull();
  expect(preview).toEqual({ ...done, stepId: null });
  expect(done).toMatchObject({ changed: 119, unchanged: 0, refused: 1 });
  expect(done.rows[0]).toMatchObject({ contactId: ids[110], refused: 'mainFieldTaken' });
});

test('what is copied can be pasted: the same cells, quotes and all', async () => {
  const { store, ids } = filled();
  const odd = 'a "b"\tc\nd';
  await paste(store, { contactIds: [ids[0]!], columns: [city], values: [['x']] }, pause);
  const group = store.groups.all()[0]!;
  const own = pulled(store, group.id, { mobile: '609', city: odd }, 's9');
  const { text, contacts } = await copyBlock(
    store,
    {
      selection: { kind: 'ids', contactIds: [ids[0]!, own] },
      columns: [main, { kind: 'sync' }, { kind: 'group' }, city],
      sort: null,
      language: 'en',
    },
    pause,
  );
  expect(contacts).toBe(2);
  expect(cellsOf(text)).toEqual([
    ['600', 'Campo', 'x'],
    ['609', 'Campo', odd],
  ]);
});

test('rows that were chosen one by one are copied in the order of the list, not of the choosing', async () => {
  const { store, ids } = filled();
  const copied = async (sort: Sort | null) => {
    const contactIds = [ids[2]!, ids[0]!, ids[1]!];
    const request = { selection: { kind: 'ids', contactIds }, columns: [main], sort } as const;
    return (await copyBlock(store, { ...request, language: 'en' }, pause)).text.split('\n');
  };
  expect(await copied(null)).toEqual(['600', '601', '602']);
  expect(await copied({ by: city, direction: 'up' })).toEqual(['601', '600', '602']);
  expect(await copied({ by: main, direction: 'down' })).toEqual(['602', '601', '600']);
});

test.each([
  ['a', [['a']]],
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  [
    '"x""y"\t\nz\t',
    [
      ['x"y', ''],
      ['z', ''],
    ],
  ],
  ['\ta', [['', 'a']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
])('cells of %j', (text, cells) => {
  expect(cellsOf(text)).toEqual(cells);
});

test('where the disk is full nothing is pasted, and no row is said to be at fault', async () => {
  const { store, ids, citiesNow } = filled();
  store.inspect.pragma(`max_page_count = ${String(store.inspect.pragma('page_count'))}`);
  const values = ids.map(() => ['x'.repeat(200_000)]);
  const pasted = paste(store, { contactIds: ids, columns: [city], values }, pause);
  await expect(pasted).rejects.toMatchObject({ coded: { code: 'diskFull' } });
  expect(citiesNow()).toEqual(['Soria', 'Lugo', '']);
  expect(store.undo.steps.next('undo')).toBeNull();
  store.inspect.pragma('max_page_count = 1000000');
  const block = { contactIds: ids, columns: [city], values: [['Pego'], ['Pego'], ['Pego']] };
  expect(await paste(store, block, pause)).toMatchObject({ changed: 3 });
});
