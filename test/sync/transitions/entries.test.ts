/** The transitions of a single entry, each by its number in electron/sync/README.md. */
import { describe, expect, it } from 'vitest';
import { addContact, deleteContacts, editContact } from '../../../electron/store/edits/contacts.ts';
import { discardEntry } from '../../../electron/store/edits/discard.ts';
import { assignCountry, createGroup } from '../../../electron/store/edits/groups.ts';
import { settleEntry } from '../../../electron/store/edits/settle.ts';
import { ana, berta, scene, toGandia, fault, later } from './scene.ts';

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

  it('what was stored instead is shown again where the question itself was lost', async () => {
    const shop = await scene();
    const dora = addContact(shop.store, shop.groupId, { mobile: '34600000007', name: 'Dora' });
    // Someone else adds the number at the same time, and the server answers that ours is there.
    shop.sandbox.state.addContact(shop.serverGroup, { mobile: '34600000007', name: 'Dorotea' });
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0.5 });
    await shop.engine.syncNow();
    const asked = shop.store.outbox.ofContact(dora)[0]!;
    expect(asked.question).toMatchObject({ kind: 'storedDifferently' });
    // As after a recovery: the journal knows what is wanted, not what was asked.
    shop.store.outbox.requeue(asked.id);
    await shop.engine.syncNow();
    expect(shop.onServer(shop.serverGroup).get('34600000007')).toMatchObject({ name: 'Dorotea' });
    expect(shop.store.outbox.ofContact(dora)[0]?.question).toEqual({
      kind: 'conflict',
      fields: [{ column: 'name', base: '', mine: 'Dora', theirs: 'Dorotea' }],
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

  it('a contact that comes back with another value is asked about by that, not as deleted', async () => {
    const shop = await scene();
    const other = shop.store.contacts.byMainKey(shop.groupId, berta.mobile)[0]!;
    editContact(shop.store, other.id, { city: 'Gandia' }, 'modify');
    // The first of the two alone, as if the other one were not there.
    fault(shop, 'getcontacts', { name: 'fewContacts', share: 0.5 }, 'always');
    await shop.engine.syncNow();
    shop.sandbox.clearFaults();
    const question = () => shop.store.outbox.ofContact(other.id)[0]?.question;
    expect(question()).toEqual({ kind: 'deletedThere' });
    const { serverId } = shop.store.contacts.get(other.id)!;
    shop.sandbox.state.changeContact(shop.serverGroup, serverId!, { city: 'Cullera' });
    await shop.engine.pull(shop.groupId);
    expect(question()).toMatchObject({
      kind: 'conflict',
      fields: [{ column: 'city', mine: 'Gandia', theirs: 'Cullera' }],
    });
  });

  it.each(['edit', 'delete'] as const)(
    'a re-creation takes along what someone else wrote, which the %s behind it is asked about',
    async (behind) => {
      const shop = await scene();
      editContact(shop.store, shop.ana, { name: 'Ana, la de Valencia' }, 'recreate');
      shop.store.outbox.setPhase(shop.entry()!.id, 'sending');
      // What comes next cannot be laid into an edit that may be on its way.
      await shop.sandbox.disconnect();
      const again = { ...shop, ...(await shop.restart()) };
      if (behind === 'edit') editContact(again.store, shop.ana, { city: 'Gandia' }, 'recreate');
      else deleteContacts(again.store, [shop.ana]);
      again.sandbox.state.changeContact(shop.serverGroup, shop.serverId(), { city: 'Cullera' });
      await again.sandbox.reconnect();
      await later(again, 3);
      expect(again.store.outbox.ofContact(shop.ana)[0]?.question).toMatchObject({
        kind: 'conflict',
        fields: [{ column: 'city', base: 'Valencia', theirs: 'Cullera' }],
      });
      expect(again.there()).toEqual({
        mobile: ana.mobile,
        name: 'Ana, la de Valencia',
        city: 'Cullera',
      });
    },
  );

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
