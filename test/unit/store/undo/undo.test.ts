import { describe, expect, test } from 'vitest';
import type { Question } from '#shared/domain/entryState.ts';
import type { ContactId, GroupId, ServerId } from '#shared/domain/ids.ts';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { AccountStore } from '../../../../electron/store/accountStore.ts';
import { mergeContacts } from '../../../../electron/duplicates/merge.ts';
import * as commands from '../../../../electron/store/commands.ts';
import { dropContact, dropGroup, stripColumn } from '../../../../electron/store/edits/drop.ts';
import { arrangeGroups, setColour } from '../../../../electron/store/edits/groups.ts';
import { takeStep } from '../../../../electron/store/undo/takeStep.ts';
import { existingGroup, openTestStore, pulled } from '../testStore.ts';
import { take } from './take.ts';

const ana = { mobile: '34600', name: 'Ana', city: 'Soria' };

function ready(): { store: AccountStore; group: GroupId; id: ContactId; path: string } {
  const { store, path } = openTestStore();
  const group = existingGroup(store);
  return { store, group, id: pulled(store, group, ana), path };
}

const seen = (store: AccountStore, id: ContactId): ContactFields | null => {
  const contact = store.contacts.get(id);
  return contact === null || contact.tombstone ? null : contact.fields;
};
const intents = (store: AccountStore, group: GroupId): unknown[] =>
  store.outbox.ofGroup(group).map(({ intent }) => intent);

/** As the sync does it when the server holds what was sent. */
function acknowledge(store: AccountStore, id: ContactId): void {
  store.transaction(() => {
    const contact = store.contacts.get(id)!;
    for (const entry of store.outbox.ofContact(id)) store.outbox.remove(entry.id);
    if (contact.tombstone) dropContact(store, contact);
    else {
      store.contacts.setBase(
        id,
        contact.serverId ?? (`s${contact.row}` as ServerId),
        contact.fields,
      );
      store.refold(id);
    }
  });
}

async function refusedWith(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: { coded?: { code: string } }) => error.coded?.code,
  );
}

test('an edit that was stored as something else is written back, not only taken out of the queue', async () => {
  const { store, group, id } = ready();
  commands.editContact(store, id, { name: 'Bea' }, 'modify');
  // Sent, and read back as another value.
  const [entry] = store.outbox.ofContact(id);
  store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...ana, name: 'Be' });
  const fields = [{ column: 'name', sent: 'Bea', stored: 'Be' }];
  store.outbox.ask(entry!.id, { kind: 'storedDifferently', fields });
  store.refold(id);
  await take(store, 'undo');
  expect(seen(store, id)).toEqual(ana);
  expect(intents(store, group)).toEqual([
    { kind: 'editContact', changes: { name: { from: 'Be', to: 'Ana' } }, carry: 'modify' },
  ]);
});

describe('while nothing has left', () => {
  test('an edit that is undone leaves nothing to send', async () => {
    const { store, group, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    await take(store, 'undo');
    expect(seen(store, id)).toEqual(ana);
    expect(intents(store, group)).toEqual([]);
    await take(store, 'redo');
    expect(seen(store, id)?.['name']).toBe('Bea');
    expect(store.outbox.ofContact(id)).toHaveLength(1);
  });

  test('the second of two edits goes, the first one stays', async () => {
    const { store, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    commands.editContact(store, id, { city: 'Teruel' }, 'modify');
    await take(store, 'undo');
    expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
    expect(store.outbox.ofContact(id)).toHaveLength(1);
  });

  test('a deletion gives the contact back with the edits that it took along', async () => {
    const { store, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    commands.deleteContacts(store, [id]);
    await take(store, 'undo');
    expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
    expect(store.outbox.ofContact(id).map(({ intent }) => intent.kind)).toEqual(['editContact']);
  });

  test('many contacts are one step', async () => {
    const { store, group, id } = ready();
    const other = pulled(store, group, { mobile: '34601' });
    commands.deleteContacts(store, [id, other]);
    expect(store.undo.steps.next('undo')?.what).toEqual({
      kind: 'bulk',
      action: 'delete',
      count: 2,
    });
    const taken = await take(store, 'undo');
    expect(taken).toMatchObject({ restored: 2, left: 0, refused: 0 });
    expect([seen(store, id), seen(store, other)]).toEqual([ana, { mobile: '34601' }]);
  });

  test('a pull between an edit and its undo keeps what it brought', async () => {
    const { store, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    store.transaction(() => {
      store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...ana, city: 'Lugo' });
      store.refold(id);
    });
    await take(store, 'undo');
    expect(seen(store, id)).toEqual({ ...ana, city: 'Lugo' });
  });

  test('a group that was never created comes back with all that was in it', async () => {
    const { store } = openTestStore();
    const { value: group } = commands.createGroup(store, {
      name: 'Nueva',
      type: 'mobile',
      columns: ['name'],
      country: 'ESP',
    });
    const { value: id } = commands.addContact(store, group, { mobile: '34600', name: 'Ana' });
    const before = intents(store, group);
    const creation = store.outbox.ofGroup(group)[0]!;
    commands.discard(store, creation.id);
    expect(store.groups.get(group)).toBeNull();
    await take(store, 'undo');
    expect(intents(store, group)).toEqual(before);
    expect(store.columns.of(group).map(({ name }) => name)).toEqual(['mobile', 'name']);
    expect(seen(store, id)).toEqual({ mobile: '34600', name: 'Ana' });
    await take(store, 'redo');
    expect(store.groups.get(group)).toBeNull();
  });
});

describe('questions', () => {
  const conflict: Question = {
    kind: 'conflict',
    fields: [{ column: 'name', base: 'Ana', mine: 'Bea', theirs: 'Cruz' }],
  };

  function asked(): ReturnType<typeof ready> & { ask: () => void } {
    const all = ready();
    const { store, id } = all;
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    const ask = (): void => {
      store.transaction(() => {
        store.contacts.setBase(id, store.contacts.get(id)!.serverId, { ...ana, name: 'Cruz' });
        store.outbox.ask(store.outbox.ofContact(id)[0]!.id, conflict);
        store.refold(id);
      });
    };
    ask();
    return { ...all, ask };
  }

  test.each([{ kind: 'mine' }, { kind: 'theirs' }] as const)(
    'an answer of $kind that is taken back is a question again',
    async (settlement) => {
      const { store, id } = asked();
      const before = store.outbox.ofContact(id)[0]!;
      commands.settle(store, before.id, settlement);
      expect(store.outbox.ofContact(id)[0]?.question ?? null).toBeNull();
      await take(store, 'undo');
      expect(store.outbox.ofContact(id)).toEqual([before]);
      expect(seen(store, id)?.['name']).toBe('Bea');
    },
  );

  test('what was given up is a question again', async () => {
    const { store, id } = asked();
    const before = store.outbox.ofContact(id)[0]!;
    commands.discard(store, before.id);
    expect(seen(store, id)?.['name']).toBe('Cruz');
    await take(store, 'undo');
    expect(store.outbox.ofContact(id)).toEqual([before]);
  });

  test('an answer that reached the server is taken back by writing what stood there', async () => {
    const { store, id } = asked();
    commands.settle(store, store.outbox.ofContact(id)[0]!.id, { kind: 'mine' });
    acknowledge(store, id);
    await take(store, 'undo');
    expect(store.outbox.ofContact(id).map(({ intent }) => intent)).toEqual([
      { kind: 'editContact', changes: { name: { from: 'Bea', to: 'Cruz' } }, carry: 'modify' },
    ]);
    await take(store, 'redo');
    expect(seen(store, id)?.['name']).toBe('Bea');
  });

  test('a contact deleted there that was let go stands before the user again', async () => {
    const { store, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    const entry = store.outbox.ofContact(id)[0]!;
    store.transaction(() => store.outbox.ask(entry.id, { kind: 'deletedThere' }));
    commands.settle(store, entry.id, { kind: 'letGo' });
    expect(store.contacts.get(id)).toBeNull();
    await take(store, 'undo');
    expect(store.outbox.get(entry.id)?.question).toEqual({ kind: 'deletedThere' });
    expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
  });

  test('a creation that may stand there is not sent again by an undo', async () => {
    const { store } = openTestStore();
    const { value: group } = commands.createGroup(store, {
      name: 'Nueva',
      type: 'mobile',
      columns: ['name', 'city'],
      country: null,
    });
    commands.deleteColumn(store, group, 'city');
    const entry = store.outbox.ofGroup(group)[0]!;
    const ask = { kind: 'createdUnknown', code: null, raw: null } as const;
    store.transaction(() => store.outbox.ask(entry.id, ask));
    await take(store, 'undo');
    expect(store.outbox.get(entry.id)?.question).toEqual(ask);
    expect(store.columns.of(group).map(({ name }) => name)).toContain('city');
  });

  const nueva = { name: 'Nueva', type: 'mobile', columns: [], country: null } as const;

  test('a creation that may stand there, taken back and wanted again, is asked about', async () => {
    const { store } = openTestStore();
    const { value: group } = commands.createGroup(store, nueva);
    const { id, intent } = store.outbox.ofGroup(group)[0]!;
    const ask = { kind: 'createdUnknown', code: null, raw: null } as const;
    store.transaction(() => {
      store.outbox.ask(id, ask);
      const asked = { outcome: 'asked', code: 'createdUnknown' } as const;
      store.history.add({ groupId: group, contactId: null, intent, ...asked });
    });
    await take(store, 'undo');
    expect(store.groups.get(group)).toBeNull();
    await take(store, 'redo');
    expect(store.outbox.ofGroup(group).map(({ question }) => question)).toEqual([ask]);
  });

  test('a group that stands there and whose end is only queued is kept by a redo, not created again', async () => {
    const { store } = openTestStore();
    const { value: group } = commands.createGroup(store, nueva);
    store.transaction(() => {
      store.outbox.remove(store.outbox.ofGroup(group)[0]!.id);
      store.groups.setServerId(group, '4711' as ServerId);
    });
    await take(store, 'undo');
    expect(store.groups.get(group)?.state).toBe('deleting');
    await take(store, 'redo');
    expect(store.groups.get(group)).toMatchObject({ serverId: '4711', state: 'saved' });
    expect(store.outbox.ofGroup(group)).toEqual([]);
  });

  test('a group named by its id in the panel is a question again, until contacts have come from there', async () => {
    const { store } = openTestStore();
    const { value: group } = commands.createGroup(store, {
      name: 'Nueva',
      type: 'mobile',
      columns: [],
      country: null,
    });
    const entry = store.outbox.ofGroup(group)[0]!;
    const ask = { kind: 'createdUnknown', code: null, raw: null } as const;
    store.transaction(() => store.outbox.ask(entry.id, ask));
    commands.settle(store, entry.id, { kind: 'createdAs', serverId: '4711' });
    await take(store, 'undo');
    expect(store.groups.get(group)).toMatchObject({ serverId: null, state: 'creating' });
    expect(store.outbox.get(entry.id)?.question).toEqual(ask);
    await take(store, 'redo');
    expect(store.groups.get(group)?.serverId).toBe('4711');
    store.transaction(() => store.groups.setPulled(group));
    expect(await refusedWith(take(store, 'undo'))).toBe('undoImpossible');
  });
});

describe('after it reached the server', () => {
  test('an edit is undone by the opposite edit', async () => {
    const { store, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    acknowledge(store, id);
    await take(store, 'undo');
    expect(store.outbox.ofContact(id).map(({ intent }) => intent)).toEqual([
      { kind: 'editContact', changes: { name: { from: 'Bea', to: 'Ana' } }, carry: 'modify' },
    ]);
  });

  test('a value that someone else has changed since is left, and told', async () => {
    const { store, id } = ready();
    commands.editContact(store, id, { name: 'Bea', city: 'Teruel' }, 'modify');
    acknowledge(store, id);
    store.transaction(() => {
      store.contacts.setBase(id, store.contacts.get(id)!.serverId, {
        mobile: '34600',
        name: 'Eva',
        city: 'Teruel',
      });
      store.refold(id);
    });
    expect(await take(store, 'undo')).toMatchObject({ restored: 0, left: 1 });
    expect(seen(store, id)).toEqual({ mobile: '34600', name: 'Eva', city: 'Soria' });
  });

  test('an added contact is deleted, a deleted one is added again under the same local id', async () => {
    const { store, group, id } = ready();
    const { value: added } = commands.addContact(store, group, { mobile: '34601' });
    acknowledge(store, added);
    await take(store, 'undo');
    expect(store.outbox.ofContact(added).map(({ intent }) => intent.kind)).toEqual([
      'deleteContact',
    ]);
    commands.deleteContacts(store, [id]);
    acknowledge(store, id);
    expect(store.contacts.get(id)).toBeNull();
    await take(store, 'undo');
    expect(store.outbox.ofContact(id).map(({ intent }) => intent)).toEqual([
      { kind: 'addContact', fields: ana },
    ]);
  });

  test('a deletion that is taken back after it was carried out can be done again, and again be taken back', async () => {
    const { store, group, id } = ready();
    commands.deleteContacts(store, [id]);
    acknowledge(store, id);
    await take(store, 'undo');
    await take(store, 'redo');
    expect(intents(store, group)).toEqual([]);
    expect(store.contacts.get(id)).toBeNull();
    await take(store, 'undo');
    expect(intents(store, group)).toEqual([{ kind: 'addContact', fields: ana }]);
  });

  test('a deleted column that is added again is deleted again by a redo', async () => {
    const { store, group } = ready();
    commands.deleteColumn(store, group, 'city');
    store.transaction(() => {
      for (const entry of store.outbox.ofGroup(group)) store.outbox.remove(entry.id);
      store.columns.remove(group, 'city');
      stripColumn(store, group, 'city');
    });
    await take(store, 'undo');
    await take(store, 'redo');
    expect(intents(store, group)).toEqual([]);
    expect(store.columns.of(group).map(({ name }) => name)).not.toContain('city');
  });

  test('while a deletion is on its way the contact comes back under another id, and steps before it find it', async () => {
    const { store, group, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    acknowledge(store, id);
    commands.deleteContacts(store, [id]);
    store.transaction(() => store.outbox.setPhase(store.outbox.ofContact(id)[0]!.id, 'sending'));
    await take(store, 'undo');
    const back = store.contacts
      .byMainKey(group, '34600')
      .find((contact) => contact.id !== id && !contact.tombstone)!;
    expect(back.fields).toEqual({ ...ana, name: 'Bea' });
    await take(store, 'undo');
    expect(seen(store, back.id)).toEqual(ana);
  });

  test('a deleted column comes back with its values', async () => {
    const { store, group, id } = ready();
    commands.deleteColumn(store, group, 'city');
    store.transaction(() => {
      for (const entry of store.outbox.ofGroup(group)) store.outbox.remove(entry.id);
      store.columns.remove(group, 'city');
      stripColumn(store, group, 'city');
    });
    expect(seen(store, id)).toEqual({ mobile: '34600', name: 'Ana' });
    await take(store, 'undo');
    expect(intents(store, group)).toEqual([
      { kind: 'addColumn', column: 'city' },
      { kind: 'editContact', changes: { city: { from: '', to: 'Soria' } }, carry: 'modify' },
    ]);
    expect(seen(store, id)).toEqual(ana);
  });

  test('a deleted group is created anew with all it held', async () => {
    const { store, group, id } = ready();
    commands.deleteGroup(store, group);
    expect(store.groups.get(group)?.state).toBe('deleting');
    store.transaction(() => dropGroup(store, group));
    await take(store, 'undo');
    expect(intents(store, group)).toEqual([
      { kind: 'createGroup', name: 'Campo', type: 'mobile', columns: ['mobile', 'name', 'city'] },
      { kind: 'addContact', fields: ana },
    ]);
    expect(seen(store, id)).toEqual(ana);
    expect(store.columns.of(group).map(({ name }) => name)).toEqual(['mobile', 'name', 'city']);
    await take(store, 'redo');
    expect(store.groups.get(group)).toBeNull();
  });

  test('a group whose deletion has not left is as it was, unsent edits too', async () => {
    const { store, group, id } = ready();
    commands.editContact(store, id, { name: 'Bea' }, 'modify');
    commands.deleteGroup(store, group);
    await take(store, 'undo');
    expect(store.groups.get(group)?.state).toBe('saved');
    expect(seen(store, id)).toEqual({ ...ana, name: 'Bea' });
    expect(intents(store, group)).toHaveLength(1);
    await take(store, 'redo');
    expect(store.groups.get(group)?.state).toBe('deleting');
    expect(intents(store, group)).toEqual([{ kind: 'deleteGroup' }]);
  });

  test('a first country that was sent cannot be taken away, and says so', async () => {
    const { store, group } = ready();
    commands.assignCountry(store, group, 'ESP');
    store.transaction(() => store.outbox.remove(store.outbox.ofGroup(group)[0]!.id));
    expect(await refusedWith(take(store, 'undo'))).toBe('undoImpossible');
    expect(store.groups.get(group)?.country).toBe('ESP');
  });

  test('a refused inverse of one contact says why and changes nothing', async () => {
    const { store, group, id } = ready();
    commands.deleteContacts(store, [id]);
    acknowledge(store, id);
    pulled(store, group, { mobile: '34600' });
    expect(await refusedWith(take(store, 'undo'))).toBe('mainFieldTaken');
    expect(store.contacts.get(id)).toBeNull();
    expect(intents(store, group)).toEqual([]);
  });
});

describe('the steps', () => {
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
});

describe('how a group looks here', () => {
  const lookOf = (store: AccountStore, group: GroupId): unknown => [
    store.groups.get(group)?.label,
    store.groupLooks.all().get(group) ?? null,
  ];

  test('name and colour are one step, and the place in the sidebar is none of it', async () => {
    const { store, group } = ready();
    const label = store.groups.get(group)!.label;
    expect(commands.setLook(store, group, { label, colour: null }).stepId).toBeNull();
    commands.setLook(store, group, { label: 'Norte', colour: 'teal' });
    arrangeGroups(store, [group]);
    await take(store, 'undo');
    expect(lookOf(store, group)).toEqual([label, { colour: null, position: 0 }]);
    await take(store, 'redo');
    expect(lookOf(store, group)).toEqual(['Norte', { colour: 'teal', position: 0 }]);
    // What was chosen since stays.
    setColour(store, group, 'red');
    await take(store, 'undo');
    expect(lookOf(store, group)).toEqual([label, { colour: 'red', position: 0 }]);
  });

  test.each(['sent', 'not sent'])('a deleted group comes back as it looked: %s', async (sent) => {
    const { store, group } = ready();
    commands.setLook(store, group, { label: 'Norte', colour: 'teal' });
    arrangeGroups(store, [group]);
    const before = lookOf(store, group);
    commands.deleteGroup(store, group);
    if (sent === 'sent') store.transaction(() => dropGroup(store, group));
    await take(store, 'undo');
    expect(lookOf(store, group)).toEqual(before);
  });

  test('a group that was only here comes back as it looked', async () => {
    const { store } = ready();
    const { value: group } = commands.createGroup(store, {
      name: 'Sur',
      type: 'mobile',
      columns: [],
      country: null,
    });
    commands.setLook(store, group, { label: 'Sur', colour: 'teal' });
    const before = lookOf(store, group);
    commands.deleteGroup(store, group);
    expect(store.groups.get(group)).toBeNull();
    await take(store, 'undo');
    expect(lookOf(store, group)).toEqual(before);
  });
});

test.each([0, 1])(
  'a main field that went over is taken back and forth, whichever is first: %i',
  async (first) => {
    const { store, group, id } = ready();
    const other = pulled(store, group, { mobile: '34601', name: 'Ana María', city: '' });
    const [keep, gone] = first === 0 ? [id, other] : [other, id];
    const before = [seen(store, keep), seen(store, gone)];
    const fields = { mobile: before[1]!['mobile']! };
    mergeContacts(store, { keep: keep!, remove: [gone!], fields, carry: 'modify' });
    acknowledge(store, keep!);
    acknowledge(store, gone!);
    expect(await take(store, 'undo')).toMatchObject({ refused: 0, why: null });
    expect([seen(store, keep!), seen(store, gone!)]).toEqual(before);
    expect(await take(store, 'redo')).toMatchObject({ refused: 0, why: null });
    expect([seen(store, keep!)?.['mobile'], seen(store, gone!)]).toEqual([fields.mobile, null]);
  },
);
