/** Each answer to a question about a contact: what is seen afterwards, and what is still sent. */
import { describe, expect, test } from 'vitest';
import type { Question } from '#shared/domain/entryState.ts';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import { deleteContacts, editContact } from '../../../../electron/store/edits/contacts.ts';
import { stripColumn } from '../../../../electron/store/edits/drop.ts';
import { settleEntry } from '../../../../electron/store/edits/settle.ts';
import { pulled, refusal } from '../testStore.ts';
import { askedAdd, askedDelete, askedEdit, base, name, type Asked } from './asked.ts';

describe('a conflict of an edit', () => {
  const standing = { ...base, name: 'Cruz' };
  const conflict: Question = { kind: 'conflict', fields: [name] };

  function changesOf({ store, entry }: Asked): unknown {
    const intent = store.outbox.get(entry)?.intent;
    return intent?.kind === 'editContact' ? intent.changes : null;
  }

  test('mine: from theirs to mine, the uncontested change goes along', () => {
    const it = askedEdit(conflict, standing);
    settleEntry(it.store, it.entry, { kind: 'mine' });
    expect(changesOf(it)).toEqual({
      name: { from: 'Cruz', to: 'Bea' },
      city: { from: 'Soria', to: 'Teruel' },
    });
    expect(it.store.contacts.get(it.id)?.fields).toEqual({ ...base, name: 'Bea', city: 'Teruel' });
  });

  test('theirs: only the uncontested change is left', () => {
    const it = askedEdit(conflict, standing);
    settleEntry(it.store, it.entry, { kind: 'theirs' });
    expect(changesOf(it)).toEqual({ city: { from: 'Soria', to: 'Teruel' } });
    expect(it.store.contacts.get(it.id)?.fields).toMatchObject({ name: 'Cruz', city: 'Teruel' });
  });

  test('theirs in every field leaves nothing to send', () => {
    const it = askedEdit(
      {
        kind: 'conflict',
        fields: [name, { column: 'city', base: 'Soria', mine: 'Teruel', theirs: '' }],
      },
      { mobile: '34600', name: 'Cruz' },
    );
    settleEntry(it.store, it.entry, { kind: 'theirs' });
    expect(it.store.outbox.ofContact(it.id)).toEqual([]);
    expect(it.store.contacts.get(it.id)?.fields).toEqual({ mobile: '34600', name: 'Cruz' });
  });

  test('values: what was typed stands, an emptied value too', () => {
    for (const typed of [' Dina ', '']) {
      const it = askedEdit(conflict, standing);
      settleEntry(it.store, it.entry, { kind: 'values', values: { name: typed } });
      expect(changesOf(it)).toMatchObject({ name: { from: 'Cruz', to: typed.trim() } });
    }
  });

  test('values are looked at like any edit, and what is refused changes nothing', () => {
    const main: Question = {
      kind: 'conflict',
      fields: [{ column: 'mobile', base: '34600', mine: '34601', theirs: '34602' }],
    };
    const it = askedEdit(main, { ...base, mobile: '34602' });
    pulled(it.store, it.group, { mobile: '34999' });
    const before = it.store.outbox.get(it.entry);
    const settle = (values: ContactFields) => () =>
      settleEntry(it.store, it.entry, { kind: 'values', values });
    expect(refusal(settle({ mobile: '' })).code).toBe('mainFieldMissing');
    expect(refusal(settle({ mobile: '34999' })).code).toBe('mainFieldTaken');
    expect(refusal(settle({ mobile: '34,9' }))).toMatchObject({
      code: 'cannotCarry',
      fields: [{ column: 'mobile', obstacle: 'comma' }],
    });
    expect(it.store.outbox.get(it.entry)).toEqual(before);
  });

  test.each(['mine', 'theirs'] as const)(
    '%s: an edit behind it starts from what then stands',
    (kind) => {
      const it = askedEdit(conflict, standing);
      const behind = it.store.outbox.add({
        groupId: it.group,
        contactId: it.id,
        intent: {
          kind: 'editContact',
          changes: { name: { from: 'Bea', to: 'Eva' } },
          carry: 'modify',
        },
      });
      settleEntry(it.store, it.entry, { kind });
      expect(it.store.outbox.get(behind)?.intent).toMatchObject({
        changes: { name: { from: kind === 'mine' ? 'Bea' : 'Cruz', to: 'Eva' } },
      });
      expect(it.store.contacts.get(it.id)?.fields['name']).toBe('Eva');
    },
  );
});

describe('a conflict of a delete', () => {
  const conflict: Question = { kind: 'conflict', fields: [{ ...name, mine: '' }] };

  test('mine: deleted all the same, from what stands now', () => {
    const { store, entry, id } = askedDelete(conflict);
    settleEntry(store, entry, { kind: 'mine' });
    expect(store.outbox.get(entry)?.intent).toEqual({
      kind: 'deleteContact',
      base: { ...base, name: 'Cruz' },
    });
    expect(store.contacts.get(id)?.tombstone).toBe(true);
  });

  test('theirs: it is there again, with what the server holds', () => {
    const { store, entry, id } = askedDelete(conflict);
    settleEntry(store, entry, { kind: 'theirs' });
    expect(store.outbox.ofContact(id)).toEqual([]);
    expect(store.contacts.get(id)).toMatchObject({
      tombstone: false,
      fields: { ...base, name: 'Cruz' },
    });
  });
});

describe('deleted there', () => {
  test('bring back: one add of all that is seen, the old id forgotten', () => {
    const { store, entry, id, group } = askedEdit({ kind: 'deletedThere' });
    store.outbox.add({
      groupId: group,
      contactId: id,
      intent: {
        kind: 'editContact',
        changes: { name: { from: 'Bea', to: 'Eva' } },
        carry: 'modify',
      },
    });
    store.transaction(() => store.refold(id));
    settleEntry(store, entry, { kind: 'bringBack' });
    const fields = { mobile: '34600', name: 'Eva', city: 'Teruel' };
    expect(store.outbox.ofContact(id).map(({ intent }) => intent)).toEqual([
      { kind: 'addContact', fields },
    ]);
    expect(store.contacts.get(id)).toMatchObject({ serverId: null, base: null, fields });
  });

  test('let go: the contact and its edits are gone, the history keeps them', () => {
    const { store, entry, id } = askedEdit({ kind: 'deletedThere' });
    settleEntry(store, entry, { kind: 'letGo' });
    expect(store.contacts.get(id)).toBeNull();
    expect(store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(store.history.ofContact(id).map(({ outcome }) => outcome)).toContain('discarded');
  });
});

describe('an add of what stands there already', () => {
  const exists: Question = { kind: 'exists', theirs: { mobile: '34600', name: 'Cruz' } };

  test('mine: ours becomes an edit of theirs', () => {
    const { store, entry, id, there } = askedAdd(exists);
    settleEntry(store, entry, { kind: 'mine' });
    expect(store.contacts.get(id)).toBeNull();
    expect(store.contacts.get(there)?.fields).toEqual({
      mobile: '34600',
      name: 'Bea',
      city: 'a, b',
    });
    expect(store.outbox.ofContact(there)).toMatchObject([
      { intent: { kind: 'editContact', changes: { name: { from: 'Cruz', to: 'Bea' } } } },
    ]);
  });

  test('mine: merged into an unsent edit of theirs', () => {
    const { store, entry, there } = askedAdd(exists);
    editContact(store, there, { name: 'Zoe' }, 'modify');
    settleEntry(store, entry, { kind: 'mine' });
    expect(store.outbox.ofContact(there)).toMatchObject([
      { intent: { changes: { name: { from: 'Cruz', to: 'Bea' }, city: { from: '' } } } },
    ]);
  });

  test('theirs: ours goes, theirs is as it is', () => {
    const { store, entry, id, there } = askedAdd(exists);
    settleEntry(store, entry, { kind: 'theirs' });
    expect(store.contacts.get(id)).toBeNull();
    expect(store.contacts.get(there)?.fields).toEqual({ mobile: '34600', name: 'Cruz' });
    expect(store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  test('values: only what was typed changes theirs, and it is looked at', () => {
    const { store, entry, there, group } = askedAdd(exists);
    pulled(store, group, { mobile: '34601' });
    const settle = (values: ContactFields) => () =>
      settleEntry(store, entry, { kind: 'values', values });
    expect(refusal(settle({ street: 'x' })).code).toBe('invalidInput');
    expect(refusal(settle({ mobile: '34601' })).code).toBe('mainFieldTaken');
    settle({ name: ' Dina' })();
    expect(store.contacts.get(there)?.fields).toEqual({ mobile: '34600', name: 'Dina' });
  });

  test('mine does not fit while theirs is not known here, or is being deleted here', () => {
    const { store, entry, there } = askedAdd(exists);
    deleteContacts(store, [there]);
    expect(refusal(() => settleEntry(store, entry, { kind: 'mine' })).code).toBe(
      'settlementDoesNotFit',
    );
  });
});

describe('a value stored in another form', () => {
  const stored: Question = {
    kind: 'storedDifferently',
    fields: [{ column: 'name', sent: 'Bea', stored: 'Cruz' }],
  };

  /** As the read after the edit leaves it: of what was sent only the altered value is still open. */
  function askedStored(): Asked {
    const it = askedEdit(stored, { ...base, name: 'Cruz' });
    const changes = { name: { from: 'Ana', to: 'Bea' } };
    it.store.outbox.setIntent(it.entry, { kind: 'editContact', changes, carry: 'modify' });
    it.store.refold(it.id);
    return it;
  }

  test('mine: what was sent goes over what was shown to be stored', () => {
    const { store, entry, id } = askedStored();
    editContact(store, id, { city: 'Teruel' }, 'modify');
    settleEntry(store, entry, { kind: 'mine' });
    expect(store.outbox.ofContact(id)[0]).toMatchObject({
      phase: 'waiting',
      intent: { changes: { name: { from: 'Cruz', to: 'Bea' }, city: { to: 'Teruel' } } },
    });
  });

  test('mine: a column that was deleted meanwhile is not sent again', () => {
    const fields = [
      { column: 'name', sent: 'Bea', stored: 'Cruz' },
      { column: 'city', sent: 'Lugo', stored: 'Lu' },
    ];
    const stored = { ...base, name: 'Cruz', city: 'Lu' };
    const { store, group, entry, id } = askedEdit({ kind: 'storedDifferently', fields }, stored);
    stripColumn(store, group, 'city');
    expect(store.outbox.ofContact(id)[0]?.question).toMatchObject({ fields: [{ column: 'name' }] });
    settleEntry(store, entry, { kind: 'mine' });
    expect(store.outbox.ofContact(id)[0]).toMatchObject({
      phase: 'waiting',
      intent: { changes: { name: { from: 'Cruz', to: 'Bea' } } },
    });
    expect(store.contacts.get(id)?.fields).toEqual({ mobile: '34600', name: 'Bea' });
  });

  test('mine: a value that came back to its start while the server changed it stays one', () => {
    const { store, entry, id } = askedStored();
    editContact(store, id, { city: 'Teruel' }, 'modify');
    store.contacts.setBase(id, 's1' as ServerId, { ...base, name: 'Cruz', city: 'Burgos' });
    store.refold(id);
    editContact(store, id, { city: 'Soria' }, 'modify');
    settleEntry(store, entry, { kind: 'mine' });
    expect(store.outbox.ofContact(id)[0]?.intent).toMatchObject({
      changes: { name: { from: 'Cruz', to: 'Bea' }, city: { from: 'Soria', to: 'Soria' } },
    });
  });

  test('theirs: what the server holds is seen', () => {
    const { store, entry, id } = askedStored();
    settleEntry(store, entry, { kind: 'theirs' });
    expect(store.outbox.ofContact(id)).toEqual([]);
    expect(store.contacts.get(id)?.fields).toEqual({ ...base, name: 'Cruz' });
  });

  test('theirs: what else was changed since is still sent', () => {
    const { store, entry, id } = askedStored();
    editContact(store, id, { city: 'Teruel' }, 'modify');
    settleEntry(store, entry, { kind: 'theirs' });
    const changes = store.outbox.ofContact(id)[0]?.intent;
    expect(changes).toMatchObject({ changes: { city: { to: 'Teruel' } } });
    expect(changes).not.toMatchObject({ changes: { name: {} } });
    expect(store.outbox.get(entry)?.phase).toBe('waiting');
    expect(store.contacts.get(id)?.fields).toMatchObject({ name: 'Cruz', city: 'Teruel' });
  });

  test('mine: sent again', () => {
    const { store, entry, id } = askedStored();
    settleEntry(store, entry, { kind: 'mine' });
    expect(store.outbox.get(entry)?.phase).toBe('waiting');
    expect(store.contacts.get(id)?.fields['name']).toBe('Bea');
  });
});

test('what cannot be carried is re-created when the user says so', () => {
  const { store, entry } = askedEdit({ kind: 'cannotCarry', fields: [] });
  settleEntry(store, entry, { kind: 'recreate' });
  expect(store.outbox.get(entry)).toMatchObject({
    phase: 'waiting',
    intent: { carry: 'recreate' },
  });
});
