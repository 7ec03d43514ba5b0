/** The transitions of electron/sync/README.md, each by its number. The last test holds document and tests to each other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { faultSchema } from '../../electron/sandbox/fault.ts';
import { addContact, deleteContacts, editContact } from '../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../electron/store/edits/discard.ts';
import {
  addColumn,
  assignCountry,
  createGroup,
  deleteGroup,
} from '../../electron/store/edits/groups.ts';
import { moveContact } from '../../electron/store/edits/move.ts';
import { settleEntry } from '../../electron/store/edits/settle.ts';
import type { Entry } from '../../electron/store/entry.ts';
import { entryViews } from '../../electron/ipc/handlers/views.ts';
import { decideHeld, pulledGroup, workshop, type Workshop } from './workshop.ts';

const ana = { mobile: '34600000001', name: 'Ana', city: 'Valencia' };
const berta = { mobile: '34600000002', name: 'Berta', city: 'Alacant' };

interface Scene extends Workshop {
  readonly groupId: GroupId;
  readonly serverGroup: number;
  readonly ana: ContactId;
  /** The first entry of Ana, or of the whole outbox when Ana has none. */
  readonly entry: () => Entry | undefined;
  readonly there: () => ContactFields | undefined;
  readonly serverId: () => number;
}

async function scene(options: Parameters<typeof workshop>[0] = {}): Promise<Scene> {
  const shop = await workshop(options);
  const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
  const query = {
    scope: { kind: 'group', groupId },
    search: 'Ana',
    sort: null,
    onlyUnsent: false,
  } as const;
  const id = shop.store.list.window(query, 0, 1)[0]!.id;
  return {
    ...shop,
    groupId,
    serverGroup,
    ana: id,
    entry: () => shop.store.outbox.ofContact(id)[0] ?? shop.store.outbox.page('all', 0, 1)[0],
    there: () => shop.onServer(serverGroup).get(ana.mobile),
    serverId: () => shop.sandbox.state.contactsOf(serverGroup)[0]!.id,
  };
}

const toGandia = (shop: Scene): void =>
  editContact(shop.store, shop.ana, { city: 'Gandia' }, 'modify');
const fault = (shop: Scene, method: string, given: object, times: number | 'always' = 1): void =>
  shop.sandbox.fault({ fault: faultSchema.parse(given), method, times });

/** Time moves on and what backed off is tried. */
async function later(shop: Scene, rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    shop.clock.advance(400_000);
    await shop.engine.syncNow();
  }
}

describe('an entry', () => {
  it('T1: an edit waits in the transaction that changes the row', async () => {
    const shop = await scene();
    toGandia(shop);
    expect(shop.entry()).toMatchObject({ phase: 'waiting' });
    expect(shop.store.contacts.get(shop.ana)?.fields).toMatchObject({ city: 'Gandia' });
    expect(() =>
      shop.store.transaction(() => {
        editContact(shop.store, shop.ana, { city: 'Sueca' }, 'modify');
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect(shop.store.contacts.get(shop.ana)?.fields).toMatchObject({ city: 'Gandia' });
    expect(shop.entry()?.intent).toMatchObject({ changes: { city: { to: 'Gandia' } } });
  });

  it('T2: a second edit becomes one with the first while nothing is on its way', async () => {
    const shop = await scene();
    toGandia(shop);
    editContact(shop.store, shop.ana, { city: 'Sueca', name: 'Anna' }, 'modify');
    expect(shop.store.outbox.ofContact(shop.ana)).toHaveLength(1);
    expect(shop.entry()?.intent).toMatchObject({
      changes: { city: { from: 'Valencia', to: 'Sueca' }, name: { from: 'Ana', to: 'Anna' } },
    });
  });

  it('T3, T4: it is marked before its request leaves, and sent once that was answered', async () => {
    const shop = await scene();
    toGandia(shop);
    fault(shop, 'modifycontact', { name: 'slow', ms: 200 });
    fault(shop, 'getcontacts', { name: 'slow', ms: 400 });
    const phases = new Set<string>();
    const watch = setInterval(() => phases.add(shop.entry()?.phase ?? 'gone'), 1);
    await shop.engine.syncNow();
    clearInterval(watch);
    expect(phases).toContain('sending');
    expect(shop.store.history.ofContact(shop.ana).map(({ outcome }) => outcome)).toContain('sent');
    expect(shop.there()).toMatchObject({ city: 'Gandia' });
  });

  it('T5: without a connection, or with a refused password, it waits and no attempt is counted', async () => {
    const shop = await scene();
    toGandia(shop);
    await shop.sandbox.disconnect();
    await shop.engine.syncNow();
    expect(shop.entry()).toMatchObject({ phase: 'waiting', attempts: 0 });
    await shop.sandbox.reconnect();
    shop.sandbox.state.setPassword('ana', 'otra');
    await shop.engine.syncNow();
    expect(shop.entry()).toMatchObject({ phase: 'waiting', attempts: 0 });
    expect(shop.engine.status().queue).toBe('signIn');
  });

  it.each([
    { name: 'dropAfter' },
    { name: 'http', status: 503 },
    { name: 'tooMany' },
    { name: 'htmlPage' },
    { name: 'hang' },
  ])('T6: after $name its outcome is unknown and it backs off', async (given) => {
    const shop = await scene();
    toGandia(shop);
    fault(shop, 'modifycontact', given);
    // The read after the write would settle it at once.
    shop.sandbox.fault({
      fault: { name: 'http', status: 500 },
      method: 'getcontacts',
      nth: 2,
      times: 'always',
    });
    await shop.engine.syncNow();
    expect(shop.entry()).toMatchObject({ phase: 'unknown', attempts: 1 });
    expect(shop.entry()!.nextTryAt).toBeGreaterThan(shop.clock.now());
    shop.sandbox.clearFaults();
    await later(shop, 2);
    expect(shop.entry()).toBeUndefined();
    expect(shop.there()).toMatchObject({ city: 'Gandia' });
  });

  it('T7: a refusal by a code is a question with that code', async () => {
    const shop = await scene();
    toGandia(shop);
    fault(shop, 'modifycontact', { name: 'unknownCode', code: 'NOT_TODAY' });
    await shop.engine.syncNow();
    expect(shop.entry()?.question).toMatchObject({ kind: 'notUnderstood', code: 'NOT_TODAY' });
  });

  it('T8: what was on its way when the process ended is unknown at the next opening', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.store.outbox.setPhase(shop.entry()!.id, 'sending');
    shop.sandbox.fault({
      fault: { name: 'http', status: 500 },
      method: 'getcontacts',
      times: 'always',
    });
    const again = await shop.restart();
    expect(again.store.outbox.ofContact(shop.ana)[0]).toMatchObject({ phase: 'unknown' });
  });

  it('T9: what this machine failed to write down is unknown at the next replay of its group', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.store.outbox.setPhase(shop.entry()!.id, 'sending');
    await shop.engine.syncNow();
    expect(shop.entry()).toBeUndefined();
    expect(shop.there()).toMatchObject({ city: 'Gandia' });
  });

  it('T10: a creation without a clear id is asked about and never sent again by itself', async () => {
    const shop = await scene({ dialect: { createGroup: 'nothing' } });
    createGroup(shop.store, { name: 'Nuevo', type: 'mobile', columns: [], country: null });
    await shop.engine.syncNow();
    await later(shop, 3);
    expect(shop.entry()?.question).toMatchObject({ kind: 'createdUnknown' });
    const sent = shop.sandbox.requests.filter(({ method }) => method === 'creategroup');
    expect(sent).toHaveLength(1);
  });

  it('T11: what a read shows to be there is acknowledged', async () => {
    const shop = await scene();
    toGandia(shop);
    fault(shop, 'modifycontact', { name: 'dropAfter' });
    await shop.engine.syncNow();
    expect(shop.entry()).toBeUndefined();
    const writes = shop.sandbox.requests.filter(({ method }) => method === 'modifycontact');
    expect(writes).toHaveLength(1);
  });

  it('T12: what a read shows not to be there, with the base as it was, is sent again', async () => {
    const shop = await scene();
    toGandia(shop);
    fault(shop, 'modifycontact', { name: 'dropBefore' });
    await shop.engine.syncNow();
    expect(shop.entry()).toMatchObject({ phase: 'waiting', attempts: 1 });
    await later(shop);
    expect(shop.there()).toMatchObject({ city: 'Gandia' });
  });

  it('T13: after eight tries the user is asked', async () => {
    const shop = await scene();
    toGandia(shop);
    fault(shop, 'modifycontact', { name: 'http', status: 503 }, 'always');
    await later(shop, 9);
    expect(shop.entry()?.question).toMatchObject({ kind: 'noProgress', attempts: 8 });
  });

  it('T14: another value than was sent is told', async () => {
    const shop = await scene({ dialect: { mainFieldChange: 'ignored' } });
    editContact(shop.store, shop.ana, { mobile: '34600000009' }, 'modify');
    await shop.engine.syncNow();
    expect(shop.entry()?.question).toEqual({
      kind: 'storedDifferently',
      fields: [{ column: 'mobile', sent: '34600000009', stored: ana.mobile }],
    });
  });

  it('T15: an add that a list left out in silence is sent once more alone, for a code', async () => {
    const shop = await scene({ dialect: { contactKey: 'normalised' } });
    // The server takes both spellings for one and skips the row without a word.
    shop.sandbox.state.addContact(shop.serverGroup, { mobile: '+34600000007', name: 'Dorotea' });
    await shop.engine.pull(shop.groupId);
    const dora = addContact(shop.store, shop.groupId, { mobile: '34600000007', name: 'Dora' });
    await shop.engine.syncNow();
    const methods = shop.sandbox.requests.map(({ method }) => method);
    expect(methods.filter((method) => method === 'addcontactlist')).toHaveLength(1);
    expect(methods.filter((method) => method === 'addcontact')).toHaveLength(1);
    expect(shop.store.outbox.ofContact(dora)[0]?.question).toEqual({
      kind: 'exists',
      theirs: { mobile: '+34600000007', name: 'Dorotea' },
    });
  });

  it('T16: the same field changed there is a conflict', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.sandbox.state.changeContact(shop.serverGroup, shop.serverId(), { city: 'Cullera' });
    await shop.engine.syncNow();
    expect(shop.entry()?.question?.kind).toBe('conflict');
    expect(shop.there()).toMatchObject({ city: 'Cullera' });
  });

  it('T17: an entry of the group itself is asked about after eight tries', async () => {
    const shop = await scene();
    assignCountry(shop.store, shop.groupId, 'ESP');
    fault(shop, 'assigncountrytogroup', { name: 'http', status: 503 }, 'always');
    await later(shop, 9);
    expect(shop.entry()?.question).toMatchObject({ kind: 'noProgress' });
  });

  it('T18: entries of a group that is not ours stand before the user with that reason', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.sandbox.state.removeGroup(shop.serverGroup);
    await shop.engine.syncNow();
    expect(shop.entry()?.question).toMatchObject({ kind: 'groupGone' });
  });

  it('T19: a contact that is gone there and edited here is asked about', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.sandbox.state.removeContact(shop.serverGroup, shop.serverId());
    await shop.engine.syncNow();
    expect(shop.entry()?.question).toEqual({ kind: 'deletedThere' });
  });

  it('T20: an add of a main field that stands there is asked about, its equal is adopted', async () => {
    const shop = await scene();
    const other = addContact(shop.store, shop.groupId, { mobile: '34600000007', name: 'Dora' });
    const same = addContact(shop.store, shop.groupId, { mobile: '34600000008', name: 'Eva' });
    shop.sandbox.state.addContacts(shop.serverGroup, [
      { mobile: '34600000007', name: 'Dorotea' },
      { mobile: '34600000008', name: 'Eva' },
    ]);
    await shop.engine.syncNow();
    expect(shop.store.outbox.ofContact(other)[0]?.question).toMatchObject({ kind: 'exists' });
    expect(shop.store.outbox.ofContact(same)).toHaveLength(0);
    expect(shop.store.contacts.get(same)?.serverId).not.toBeNull();
  });

  it('T21: what the text form cannot carry is asked about before it is sent', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.sandbox.state.changeContact(shop.serverGroup, shop.serverId(), {
      name: 'Ana, la de Gandia',
    });
    await shop.engine.syncNow();
    expect(shop.entry()?.question).toEqual({
      kind: 'cannotCarry',
      fields: [{ column: 'name', obstacle: 'comma' }],
    });
    expect(shop.there()).toMatchObject({ name: 'Ana, la de Gandia', city: 'Valencia' });
  });

  it('T22: what the user settles waits again, or goes with a line in the history', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.sandbox.state.changeContact(shop.serverGroup, shop.serverId(), { city: 'Cullera' });
    await shop.engine.syncNow();
    settleEntry(shop.store, shop.entry()!.id, { kind: 'theirs' });
    expect(shop.entry()).toBeUndefined();
    expect(shop.store.contacts.get(shop.ana)?.fields).toMatchObject({ city: 'Cullera' });
    expect(shop.store.history.ofContact(shop.ana)[0]).toMatchObject({
      outcome: 'settled',
      code: 'conflict:theirs',
    });
  });

  it('T23: a question that healed by itself is sent or acknowledged', async () => {
    const shop = await scene();
    toGandia(shop);
    shop.sandbox.state.changeContact(shop.serverGroup, shop.serverId(), { city: 'Cullera' });
    await shop.engine.syncNow();
    expect(shop.entry()?.phase).toBe('needsYou');
    shop.sandbox.state.changeContact(shop.serverGroup, shop.serverId(), { city: 'Valencia' });
    await shop.engine.syncNow();
    await shop.engine.syncNow();
    expect(shop.entry()).toBeUndefined();
    expect(shop.there()).toMatchObject({ city: 'Gandia' });
  });

  it('T24: what the user discards goes with a line in the history', async () => {
    const shop = await scene();
    toGandia(shop);
    discardEntry(shop.store, shop.entry()!.id);
    deleteContacts(shop.store, [shop.ana]);
    discardEntry(shop.store, shop.entry()!.id);
    expect(shop.entry()).toBeUndefined();
    expect(shop.store.contacts.get(shop.ana)).toMatchObject({ fields: ana, tombstone: false });
    const outcomes = shop.store.history.ofContact(shop.ana).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['discarded', 'saved', 'discarded', 'saved']);
  });
});

describe('a list that lacks too much', () => {
  const people = Array.from({ length: 30 }, (_, index) => ({
    mobile: String(34600300001 + index),
    name: `Persona ${index}`,
    city: `Ciudad ${index}`,
  }));

  async function crowd(): Promise<Scene & { readonly remove: (count: number) => void }> {
    const shop = await scene();
    const { groupId, serverGroup } = await pulledGroup(shop, people);
    const remove = (count: number): void => {
      for (const { id } of shop.sandbox.state.contactsOf(serverGroup).slice(0, count)) {
        shop.sandbox.state.removeContact(serverGroup, id);
      }
    };
    return { ...shop, groupId, serverGroup, remove };
  }

  const held = (shop: Scene) => shop.store.groups.get(shop.groupId)?.held ?? null;
  const mobilesThere = (shop: Scene): string[] => [...shop.onServer(shop.serverGroup).keys()];
  const addsSent = (shop: Scene): number =>
    shop.sandbox.requests
      .filter(({ method }) => method === 'addcontactlist')
      .flatMap(({ parameters }) => JSON.parse(parameters['contacts'] ?? '[]') as unknown[]).length;

  it('T25: is held with its counts, and nothing is applied', async () => {
    const shop = await crowd();
    shop.remove(10);
    expect(await shop.engine.pull(shop.groupId)).toEqual({ applied: false });
    expect(held(shop)).toMatchObject({
      reason: 'manyRemoved',
      removed: 10,
      of: 30,
      decision: null,
    });
    expect(shop.store.contacts.count(shop.groupId)).toBe(30);
    expect(shop.engine.status().held).toBe(1);
  });

  it('T26: the decision is kept, offline and over a restart, until a read can carry it out', async () => {
    const shop = await crowd();
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    await shop.sandbox.disconnect();
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.syncNow();
    expect(held(shop)).toMatchObject({ decision: 'keep' });
    expect(shop.engine.status().held).toBe(0);
    expect(shop.store.history.ofGroup(shop.groupId)[0]).toMatchObject({
      outcome: 'settled',
      code: 'held:keep',
    });
    const again = { ...shop, ...(await shop.restart()) };
    expect(held(again)).toMatchObject({ decision: 'keep' });
    await again.sandbox.reconnect();
    await again.engine.syncNow();
    expect(held(again)).toBeNull();
    expect(mobilesThere(again)).toHaveLength(30);
  });

  it('T27: what is kept is added again, with what was queued for it, and nothing twice', async () => {
    const shop = await crowd();
    const first = shop.store.contacts.byMainKey(shop.groupId, people[0]!.mobile)[0]!.id;
    editContact(shop.store, first, { city: 'Gandia' }, 'modify');
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    // Two of them come back in the meantime, one of them as another contact of the same values.
    shop.sandbox.state.addContacts(shop.serverGroup, [people[1]!, people[2]!]);
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toBeNull();
    expect(shop.store.contacts.get(first)).toMatchObject({ serverId: null, base: null });
    expect(shop.store.history.ofContact(first)[0]).toMatchObject({
      outcome: 'saved',
      code: 'kept',
      intent: { kind: 'addContact' },
    });
    const adds = shop.store.outbox.ofGroup(shop.groupId);
    expect(adds.map(({ intent, phase }) => `${intent.kind} ${phase}`)).toEqual(
      Array.from({ length: 8 }, () => 'addContact waiting'),
    );
    await shop.engine.syncNow();
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(mobilesThere(shop).sort()).toEqual(people.map(({ mobile }) => mobile));
    expect(shop.sandbox.state.contactsOf(shop.serverGroup)).toHaveLength(30);
    expect(shop.onServer(shop.serverGroup).get(people[0]!.mobile)).toEqual({
      ...people[0],
      city: 'Gandia',
    });
    expect(addsSent(shop)).toBe(8);
  });

  it('T28: a lost column that is kept is added again, and its values behind it', async () => {
    const shop = await scene();
    editContact(shop.store, shop.ana, { city: 'Gandia', name: 'Anna' }, 'modify');
    deleteContacts(shop.store, [shop.store.contacts.byMainKey(shop.groupId, berta.mobile)[0]!.id]);
    shop.sandbox.state.addContacts(shop.serverGroup, [
      { mobile: '34600000003', name: 'Carla', city: 'Dénia, Marina' },
    ]);
    await shop.sandbox.disconnect();
    await shop.engine.pull(shop.groupId).catch(() => undefined);
    await shop.sandbox.reconnect();
    await shop.engine.pull(shop.groupId);
    shop.sandbox.state.deleteColumn(shop.serverGroup, 'city');
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'columnLost', columns: ['city'], values: 2 });
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toBeNull();
    const [column] = shop.store.outbox.ofGroup(shop.groupId).filter((one) => !one.contactId);
    expect(column).toMatchObject({ intent: { kind: 'addColumn', column: 'city' } });
    const carla = shop.store.contacts.byMainKey(shop.groupId, '34600000003')[0]!.id;
    expect(shop.store.contacts.get(carla)?.fields['city']).toBe('Dénia, Marina');
    await shop.engine.syncNow();
    expect(shop.there()).toEqual({ ...ana, name: 'Anna', city: 'Gandia' });
    // The text form cannot carry it: asked about like any edit.
    const [asked] = shop.store.outbox.ofContact(carla);
    expect(asked?.question?.kind).toBe('cannotCarry');
    settleEntry(shop.store, asked!.id, { kind: 'recreate' });
    await later(shop, 2);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(shop.onServer(shop.serverGroup)).toEqual(
      new Map([
        [ana.mobile, { ...ana, name: 'Anna', city: 'Gandia' }],
        ['34600000003', { mobile: '34600000003', name: 'Carla', city: 'Dénia, Marina' }],
      ]),
    );
  });

  it('T29: what is to be applied is applied; edits of contacts that went are asked about', async () => {
    const shop = await crowd();
    const first = shop.store.contacts.byMainKey(shop.groupId, people[0]!.mobile)[0]!.id;
    editContact(shop.store, first, { city: 'Gandia' }, 'modify');
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    decideHeld(shop, shop.groupId, 'apply');
    await shop.engine.syncNow();
    expect(held(shop)).toBeNull();
    expect(shop.store.contacts.count(shop.groupId)).toBe(21);
    expect(shop.store.outbox.ofContact(first)[0]?.question).toEqual({ kind: 'deletedThere' });
    expect(addsSent(shop)).toBe(0);
  });

  it.each(['apply', 'keep'] as const)(
    'T30: asks again where more is missing than was shown: %s',
    async (decision) => {
      const shop = await crowd();
      shop.remove(10);
      await shop.engine.pull(shop.groupId);
      decideHeld(shop, shop.groupId, decision);
      shop.remove(5);
      await shop.engine.syncNow();
      expect(held(shop)).toMatchObject({ removed: 15, of: 30, decision: null });
      expect(shop.store.contacts.count(shop.groupId)).toBe(30);
      expect(shop.store.outbox.counts().waiting).toBe(0);
      shop.sandbox.state.deleteColumn(shop.serverGroup, 'city');
      decideHeld(shop, shop.groupId, decision);
      await shop.engine.syncNow();
      expect(held(shop)).toMatchObject({ reason: 'columnLost', decision: null });
      expect(shop.store.contacts.count(shop.groupId)).toBe(30);
    },
  );

  it('T31: a list that is whole again ends it by itself', async () => {
    const shop = await crowd();
    const there = shop.sandbox.state.contactsOf(shop.serverGroup);
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0.5 });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'manyRemoved', removed: 15 });
    await shop.engine.syncNow();
    expect(held(shop)).toBeNull();
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0 });
    await shop.engine.pull(shop.groupId);
    expect(held(shop)).toMatchObject({ reason: 'emptied', removed: 30 });
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.syncNow();
    expect(held(shop)).toBeNull();
    expect(shop.sandbox.state.contactsOf(shop.serverGroup)).toEqual(there);
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    expect(addsSent(shop)).toBe(0);
  });

  it('T32: a decision can be taken back until it is carried out', async () => {
    const shop = await crowd();
    shop.remove(10);
    await shop.engine.pull(shop.groupId);
    decideHeld(shop, shop.groupId, 'apply');
    decideHeld(shop, shop.groupId, null);
    await shop.engine.syncNow();
    expect(held(shop)).toMatchObject({ removed: 10, decision: null });
    expect(shop.store.contacts.count(shop.groupId)).toBe(30);
    decideHeld(shop, shop.groupId, 'keep');
    await shop.engine.syncNow();
    expect(mobilesThere(shop)).toHaveLength(30);
  });

  it('T33: a value waits for its column', async () => {
    const shop = await scene();
    addColumn(shop.store, shop.groupId, 'shoe');
    editContact(shop.store, shop.ana, { shoe: '39' }, 'modify');
    const dora = addContact(shop.store, shop.groupId, { mobile: '34600000007', shoe: '41' });
    fault(shop, 'addcolumntogroup', { name: 'unknownCode', code: 'NOT_TODAY' });
    await shop.engine.syncNow();
    const entries = shop.store.outbox.ofGroup(shop.groupId);
    expect(entries.map(({ phase }) => phase)).toEqual(['needsYou', 'waiting', 'waiting']);
    const views = entryViews(shop.store, entries);
    expect(views.map(({ state }) => state.kind)).toEqual(['needsYou', 'blocked', 'blocked']);
    settleEntry(shop.store, entries[0]!.id, { kind: 'retry' });
    await shop.engine.syncNow();
    expect(shop.there()).toMatchObject({ shoe: '39' });
    expect(shop.store.contacts.get(dora)?.serverId).not.toBeNull();
    expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
  });

  describe('moved to another group', () => {
    async function moved(): Promise<
      Scene & { other: number; otherId: GroupId; arriving: ContactId }
    > {
      const shop = await scene();
      const { groupId: otherId, serverGroup: other } = await pulledGroup(shop, [berta]);
      const arriving = moveContact(shop.store, shop.store.contacts.get(shop.ana)!, otherId, ana);
      return { ...shop, other, otherId, arriving };
    }

    it('T34: a contact goes where it was only once it has arrived where it shall be', async () => {
      const shop = await moved();
      fault(shop, 'addcontactlist', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toContain(ana.mobile);
      expect(shop.entry()).toMatchObject({ phase: 'waiting' });
      const add = shop.store.outbox.ofContact(shop.arriving)[0]!;
      expect(add).toMatchObject({ phase: 'needsYou' });
      expect(entryViews(shop.store, [shop.entry()!])[0]?.state).toEqual({
        kind: 'blocked',
        by: add.id,
      });
      const { label } = shop.store.groups.get(shop.groupId)!;
      expect(entryViews(shop.store, [add])[0]).toMatchObject({ movedFrom: label });
      settleEntry(shop.store, add.id, { kind: 'retry' });
      await shop.engine.syncNow();
      expect(shop.onServer(shop.other).get(ana.mobile)).toMatchObject(ana);
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([berta.mobile]);
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    });

    it('T35: given up before it arrived, it stays where it was', async () => {
      const shop = await moved();
      fault(shop, 'addcontactlist', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      discardEntry(shop.store, shop.store.outbox.ofContact(shop.arriving)[0]!.id);
      expect(shop.store.contacts.get(shop.ana)).toMatchObject({ tombstone: false, fields: ana });
      expect(shop.store.history.ofContact(shop.ana)[0]).toMatchObject({
        outcome: 'discarded',
        code: 'successorDiscarded',
      });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([ana.mobile, berta.mobile]);
      expect([...shop.onServer(shop.other).keys()]).toEqual([berta.mobile]);
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    });

    it.each([
      [
        'its new group is taken away',
        (shop: Awaited<ReturnType<typeof moved>>) => deleteGroup(shop.store, shop.otherId),
      ],
    ])('stays where it was when %s', async (_, change) => {
      const shop = await moved();
      change(shop);
      expect(shop.store.contacts.get(shop.ana)).toMatchObject({ tombstone: false, fields: ana });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([ana.mobile, berta.mobile]);
    });

    it('and moved on before it arrived, it goes where it was once it is in the third', async () => {
      const shop = await moved();
      const { groupId: thirdId, serverGroup: third } = await pulledGroup(shop, []);
      const last = moveContact(shop.store, shop.store.contacts.get(shop.arriving)!, thirdId, ana);
      fault(shop, 'addcontactlist', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toContain(ana.mobile);
      settleEntry(shop.store, shop.store.outbox.ofContact(last)[0]!.id, { kind: 'retry' });
      await shop.engine.syncNow();
      expect(shop.onServer(third).get(ana.mobile)).toMatchObject(ana);
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([berta.mobile]);
      expect([...shop.onServer(shop.other).keys()]).toEqual([berta.mobile]);
    });

    it('and moved back before it left, it is there once', async () => {
      const shop = await moved();
      editContact(shop.store, shop.arriving, { city: 'Gandia' }, 'modify');
      const arriving = shop.store.contacts.get(shop.arriving)!;
      expect(moveContact(shop.store, arriving, shop.groupId, arriving.fields)).toBe(shop.ana);
      const { id } = shop.sandbox.state.contactsOf(shop.serverGroup)[0]!;
      await shop.engine.syncNow();
      expect(shop.there()).toMatchObject({ ...ana, city: 'Gandia' });
      expect(shop.serverId()).toBe(id);
      expect([...shop.onServer(shop.other).keys()]).toEqual([berta.mobile]);
      expect(shop.store.outbox.counts()).toEqual({ waiting: 0, needsYou: 0 });
    });

    it('into one that stands there already, it goes where it was once the values are with that one', async () => {
      const shop = await moved();
      shop.sandbox.state.addContact(shop.other, { mobile: ana.mobile, name: 'Anna', city: '' });
      await shop.engine.syncNow();
      const add = shop.store.outbox.ofContact(shop.arriving)[0]!;
      expect(add.question?.kind).toBe('exists');
      settleEntry(shop.store, add.id, { kind: 'mine' });
      fault(shop, 'modifycontact', { name: 'unknownCode', code: 'NOT_TODAY' });
      await shop.engine.syncNow();
      expect([...shop.onServer(shop.serverGroup).keys()]).toContain(ana.mobile);
      settleEntry(shop.store, shop.store.outbox.page('needsYou', 0, 1)[0]!.id, { kind: 'retry' });
      await shop.engine.syncNow();
      expect(shop.onServer(shop.other).get(ana.mobile)).toMatchObject(ana);
      expect([...shop.onServer(shop.serverGroup).keys()]).toEqual([berta.mobile]);
    });
  });
});

it('every transition of the document has a test that names it, and the other way round', () => {
  const here = import.meta.dirname;
  const document = readFileSync(join(here, '../../electron/sync/README.md'), 'utf8');
  const tests = readFileSync(join(here, 'transitions.test.ts'), 'utf8');
  const written = [...document.matchAll(/^\| (T\d+) /gmu)].map(([, id]) => id);
  const tested = [...tests.matchAll(/^ +(?:it\(|\]\)\()?'((?:T\d+(?:, )?)+):/gmu)].flatMap(
    ([, ids]) => ids!.split(', '),
  );
  expect(written.length).toBeGreaterThan(20);
  expect([...tested].sort()).toEqual([...written].sort());
});
