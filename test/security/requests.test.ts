import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels, type ChannelName } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { wire } from '../unit/ipc/wiring.ts';

const id = '019330a0-0000-7000-8000-000000000001';
const secret = 'hunter2';
const long = secret.repeat(2_000);

const anything = [{}, null, 0, '', [], 'text', { password: secret }];
const notAnObject = [undefined, null, 0, '', [], 'text', true];
const contact = [
  ...notAnObject,
  {},
  { contactId: 1 },
  { contactId: `${id}'--` },
  { contactId: '../x' },
];
const group = [...notAnObject, {}, { groupId: null }, { groupId: "' or 1=1" }, { groupId: [id] }];
const entry = [...notAnObject, {}, { entryId: id.toUpperCase() }, { entryId: {} }];
const account = [...notAnObject, {}, { accountId: 7 }, { accountId: `${id}/..` }];
const signIn = { user: 'u', password: secret, server: 's', transport: 'post', keep: 'session' };
const list = {
  scope: { kind: 'all' },
  search: '',
  sort: null,
  onlyUnsent: false,
  offset: 0,
  limit: 1,
};
const scope = { scope: { kind: 'all' } };
const look = { filter: null, sort: null, layout: [] };
const filtered = (filter: unknown) => ({ ...list, filter });
const page = { filter: 'all', offset: 0, limit: 1 };

/** Conditions inside conditions. */
const nested = (depth: number): unknown =>
  depth === 0
    ? { kind: 'sync', states: ['saved'], not: false }
    : { kind: 'all', of: [nested(depth - 1)] };
const selection = { kind: 'ids', contactIds: [id] };
const action = { kind: 'delete' };
const find = { find: 'a', with: 'b', pattern: false, matchCase: false };
const bulk = [
  ...notAnObject,
  {},
  { action },
  { selection },
  { action: { kind: secret }, selection },
  { action: { kind: 'setField', column: 'name', value: long }, selection },
  { action: { kind: 'setField', column: '', value: 'x' }, selection },
  { action: { kind: 'replace', columns: [], find }, selection },
  { action: { kind: 'replace', columns: ['name'], find: { ...find, find: '' } }, selection },
  { action: { kind: 'replace', columns: ['name'], find: { ...find, find: long } }, selection },
  { action: { kind: 'move', groupId: 'x', missingColumns: 'add' }, selection },
  { action: { kind: 'move', groupId: id, missingColumns: secret }, selection },
  { action, selection: { kind: 'ids', contactIds: [] } },
  { action, selection: { kind: 'ids', contactIds: [secret] } },
  { action, selection: { kind: 'query', query: { scope: { kind: 'all' } }, except: [] } },
  { action, selection: { kind: 'query', query: { ...list, search: long }, except: [] } },
];

const block = { contactIds: [id], columns: [{ kind: 'main' }], values: [['x']] };
const badBlocks = [
  ...notAnObject,
  { ...block, contactIds: [] },
  { ...block, contactIds: [id, id] },
  { ...block, columns: [{ kind: 'sync' }] },
  { ...block, values: [['x', 'y']] },
  { ...block, values: [[long]] },
];

/** Requests that every channel must refuse. A new channel does not compile without some. */
const bad: Record<ChannelName, unknown[]> = {
  'app.info': anything,
  'accounts.overview': anything,
  'accounts.signIn': [
    ...notAnObject,
    {},
    { ...signIn, password: '' },
    { ...signIn, password: long },
    { ...signIn, user: ' ' },
    { ...signIn, user: long },
    { ...signIn, server: '' },
    { ...signIn, server: long },
    { ...signIn, transport: 'soap' },
    { ...signIn, keep: 'file' },
  ],
  'accounts.practice': anything,
  'accounts.switchTo': account,
  'accounts.renewPassword': [
    ...account,
    { accountId: id, password: '', keep: 'session' },
    { accountId: id, password: long, keep: 'session' },
    { accountId: id, password: secret, keep: 'disk' },
  ],
  'accounts.askKeychain': anything,
  'accounts.signOut': [...account, { accountId: id }, { accountId: id, discardUnsent: 'yes' }],
  'accounts.exportUnsent': account,
  'accounts.recoveryReport': anything,
  'accounts.dismissRecoveryReport': anything,
  'groups.list': anything,
  'groups.create': [
    ...notAnObject,
    { name: ' ', type: 'mobile', columns: [], country: null },
    { name: long, type: 'mobile', columns: [], country: null },
    { name: 'n', type: 'fax', columns: [], country: null },
    { name: 'n', type: 'mobile', columns: [long], country: null },
    { name: 'n', type: 'mobile', columns: 'a,b', country: null },
  ],
  'groups.addById': [
    ...notAnObject,
    { serverId: '', label: '' },
    { serverId: '1&method=deletegroup', label: '' },
    { serverId: '1', label: long },
  ],
  'groups.pull': group,
  'groups.cancelPull': group,
  'groups.settleHeldPull': [
    ...group,
    { groupId: id },
    { groupId: id, heldAt: 1, decision: 'maybe' },
    { groupId: id, decision: 'keep' },
  ],
  'groups.addColumn': [...group, { groupId: id }, { groupId: id, column: long }],
  'groups.deleteColumn': [...group, { groupId: id }, { groupId: id, column: long }],
  'groups.assignCountry': [
    ...group,
    { groupId: id, country: 'ES' },
    { groupId: id, country: long },
  ],
  'groups.setLook': [
    ...group,
    { groupId: id, label: 'Norte', colour: '#f00' },
    { groupId: id, label: ' ', colour: null },
    { groupId: id, label: long, colour: null },
    { groupId: 'x', label: 'Norte', colour: 'red' },
  ],
  'groups.forget': group,
  'groups.delete': group,
  'groups.history': group,
  'contacts.window': [
    ...notAnObject,
    { ...list, limit: 501 },
    { ...list, limit: 0 },
    { ...list, limit: Number.POSITIVE_INFINITY },
    { ...list, offset: -1 },
    { ...list, offset: 0.5 },
    { ...list, search: long },
    { ...list, sort: { by: { kind: 'main' }, direction: 'up; drop table contacts' } },
    { ...list, sort: { by: { kind: 'row' }, direction: 'up' } },
    { ...list, language: 'tlh' },
    filtered({ kind: 'sql', text: secret }),
    filtered({ kind: 'sync', states: [], not: false }),
    filtered({
      kind: 'value',
      column: { kind: 'main' },
      test: { kind: 'is', text: long },
      not: false,
    }),
    filtered(nested(9)),
    { ...list, scope: { kind: 'group' } },
    { ...list, scope: { kind: 'group', groupId: 'x' } },
  ],
  'contacts.ids': [...notAnObject, { ...list, limit: 10_001 }, { ...list, limit: 0 }],
  'contacts.copy': [
    ...notAnObject,
    { selection: { kind: 'ids', contactIds: [id] }, columns: [], sort: null },
    { selection: { kind: 'ids', contactIds: [] }, columns: [{ kind: 'main' }], sort: null },
  ],
  'contacts.previewPaste': badBlocks,
  'contacts.paste': badBlocks,
  'contacts.get': contact,
  'contacts.add': [
    ...group,
    { groupId: id, fields: [] },
    { groupId: id, fields: { name: 1 } },
    { groupId: id, fields: { name: { secret } } },
  ],
  'contacts.edit': [
    ...contact,
    { contactId: id, changes: {}, carry: 'guess' },
    { contactId: id, changes: { name: null }, carry: 'modify' },
  ],
  'contacts.delete': [
    ...notAnObject,
    { contactIds: [] },
    { contactIds: id },
    { contactIds: [id, secret] },
    { contactIds: Array<string>(100_001).fill(id) },
  ],
  'groups.arrange': [...notAnObject, {}, { groupIds: 'x' }, { groupIds: ['x'] }],
  'search.contacts': [
    ...notAnObject,
    {},
    { text: long, perGroup: 5 },
    { text: 'ana', perGroup: 0 },
    { text: 'ana', perGroup: 51 },
    { text: 7, perGroup: 5 },
  ],
  'contacts.history': contact,
  'lists.look': [...notAnObject, {}, { scope: 'all' }],
  'lists.setLayout': [
    ...notAnObject,
    scope,
    { ...scope, layout: [{ column: { kind: 'main' }, width: 1, hidden: false, pinned: false }] },
  ],
  'lists.saveView': [
    ...notAnObject,
    { ...scope, viewId: id, name: ' ', look },
    { ...scope, viewId: id, name: long, look },
    { ...scope, viewId: 'x', name: 'n', look },
    { ...scope, viewId: id, name: 'n', look: { ...look, filter: secret } },
  ],
  'lists.deleteView': [...notAnObject, scope, { ...scope, viewId: secret }],
  'duplicates.find': [...notAnObject, {}, { scope: { kind: 'group', groupId: secret } }],
  'duplicates.cancel': anything,
  'duplicates.dismiss': [
    ...notAnObject,
    { contactIds: [id] },
    { contactIds: [id, secret] },
    { contactIds: Array<string>(11).fill(id) },
  ],
  'duplicates.merge': [
    ...notAnObject,
    { keep: id, remove: [], fields: {}, carry: 'modify' },
    { keep: id, remove: [id], fields: { name: 1 }, carry: 'modify' },
    { keep: secret, remove: [id], fields: {}, carry: 'modify' },
    { keep: id, remove: [id], fields: {}, carry: secret },
  ],
  'bulk.preview': bulk,
  'bulk.start': bulk,
  'bulk.cancel': anything,
  'bulk.latest': anything,
  'outbox.list': [
    ...notAnObject,
    { ...page, filter: 'none' },
    { ...page, limit: 501 },
    { ...page, offset: -1 },
  ],
  'outbox.retry': entry,
  'outbox.settle': [
    ...entry,
    { entryId: id },
    { entryId: id, settlement: 'retry' },
    { entryId: id, settlement: { kind: secret } },
  ],
  'outbox.discard': entry,
  'undo.state': anything,
  'undo.take': [
    ...notAnObject,
    {},
    { direction: 'sideways', stepId: null },
    { direction: 'undo', stepId: '1' },
  ],
  'undo.cancel': anything,
  'sync.status': anything,
  'sync.now': anything,
  'sync.forceOffline': [...notAnObject, {}, { forced: 'no' }],
  'settings.get': anything,
  'settings.set': [
    ...notAnObject,
    { language: 'fr' },
    { theme: 'pink' },
    { syncEveryMinutes: -1 },
    { syncEveryMinutes: 1e9 },
    { forcedOffline: 'no' },
    { parallelWrites: 0 },
    { parallelWrites: 100 },
  ],
};

describe.each(channels)('%s', (channel) => {
  it('refuses what does not fit its schema, and neither calls its handler nor repeats a value', async () => {
    const router = wire(() => undefined);
    for (const request of bad[channel]) {
      const reply = await router.call(channel, request);
      expect(reply, JSON.stringify(request)?.slice(0, 200)).toMatchObject({
        ok: false,
        error: { code: 'invalidInput' },
      });
      expect(JSON.stringify(reply)).not.toContain(secret);
    }
    expect(router.reached).toEqual([]);
    expect(router.faults).toEqual([]);
  });

  it('answers an envelope whatever comes, and lets through only what its schema allows', async () => {
    const router = wire(() => undefined);
    await fc.assert(
      fc.asyncProperty(
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        async (junk) => {
          const before = router.reached.length;
          const allowed = contract[channel].request.safeParse(junk).success;
          const reply = await router.call(channel, junk);
          expect(reply.ok).toBe(allowed);
          expect(router.reached.length - before).toBe(allowed ? 1 : 0);
        },
      ),
    );
  });
});

describe('a request that names a prototype', () => {
  it('changes no prototype', async () => {
    const router = wire(() => undefined);
    const changes: unknown = JSON.parse('{"__proto__":"x","constructor":"y"}');
    await router.call('contacts.edit', { contactId: id, changes, carry: 'modify' });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    for (const { request } of router.reached) {
      expect(Object.getPrototypeOf((request as { changes: object }).changes)).toBe(
        Object.prototype,
      );
    }
  });
});
