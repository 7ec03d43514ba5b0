/** Every method over every transport, against a real server that gives every answer the document leaves open. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ContactFields } from '#shared/domain/contact.ts';
import { serverIdSchema } from '#shared/domain/ids.ts';
import { transportNames, type TransportName } from '../../../electron/afilnet/client.ts';
import {
  randomDialect,
  singleSwitchDialects,
  type Dialect,
} from '../../../electron/sandbox/dialect.ts';
import { everyFault, type Fault } from '../../../electron/sandbox/fault.ts';
import { startSandbox, type Sandbox } from '../../../electron/sandbox/sandbox.ts';
import { clientOf, failureOf, settingsFor, valueOf } from './fixtures.ts';

const user = 'ana@example.com';
const password = 'cl@ve ñ:&=+%';

async function sandboxIn(dialect: Partial<Dialect>): Promise<Sandbox> {
  const sandbox = await startSandbox({ dialect });
  onTestFinished(() => sandbox.stop());
  sandbox.state.addAccount(user, password, '12.50');
  return sandbox;
}

function clientOn(sandbox: Sandbox, transport: TransportName) {
  return clientOf(
    settingsFor(sandbox.origin, { transport, user, password: () => password, timeoutMs: 5_000 }),
  );
}

const filled = (fields: ContactFields): ContactFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

/** Goes through all methods as a person would, and checks both what is answered and what the server then holds. */
async function everyMethod(sandbox: Sandbox, transport: TransportName, dialect: Dialect) {
  const client = clientOn(sandbox, transport);
  const balance = valueOf(await client.getBalance()).balance;
  expect(balance).toBe(
    dialect.balance === 'nothing' ? null : dialect.ids === 'number' ? '12.5' : '12.50',
  );

  const columns = ['mobile', 'name', 'city'];
  const made = valueOf(await client.createGroup({ name: 'Año', type: 'mobile', columns }));
  const record = sandbox.state.groupsOf(user).at(-1)!;
  if (dialect.createGroup === 'nothing') expect(made.id).toBeNull();
  else expect(made.id).toBe(String(record.id));
  const group = serverIdSchema.parse(String(record.id));

  expect(valueOf(await client.getGroupColumns(group))).toEqual(columns);
  valueOf(await client.addColumn(group, 'Dirección'));
  valueOf(await client.deleteColumn(group, 'city'));
  expect(record.columns()).toEqual(['mobile', 'name', 'Dirección']);
  valueOf(await client.assignCountry(group, 'ESP'));
  expect(record.country?.toLowerCase()).toBe('esp');

  const empty = await client.getContacts(group);
  if (dialect.emptyGroup === 'error') {
    expect(failureOf(empty)).toMatchObject({ class: 'notUnderstood', code: 'NO_CONTACTS' });
  } else expect(valueOf(empty)).toEqual([]);

  const ana = { mobile: '34600000001', name: 'Ana Peña', Dirección: '007' };
  const added = valueOf(await client.addContact(group, ana));
  const anaId = serverIdSchema.parse(String(sandbox.state.contactsOf(group)[0]!.id));
  const tellsId = dialect.addContact !== 'count' && dialect.addContact !== 'nothing';
  expect(added.id).toBe(tellsId ? anaId : null);

  valueOf(
    await client.addContactList(group, [
      { mobile: '34600000002', name: 'Pérez, Luis: "el 2"' },
      { mobile: '34600000003', name: '🙂', Dirección: '' },
    ]),
  );
  const held = sandbox.state.contactsOf(group).map(({ id, fields }) => ({
    id: String(id),
    fields: filled(fields),
  }));
  expect(held).toHaveLength(3);
  const pulled = valueOf(await client.getContacts(group));
  expect(pulled.map(({ id, fields }) => ({ id, fields: filled(fields) }))).toEqual(held);

  valueOf(await client.modifyContact(group, anaId, { ...ana, name: 'Ana María' }));
  const one = valueOf(await client.getContact(group, anaId));
  expect({ id: one.id, fields: filled(one.fields) }).toEqual({
    id: anaId,
    fields: { ...ana, name: 'Ana María' },
  });

  expect(
    failureOf(await client.addContact(group, { mobile: '34600000001', name: 'x' })),
  ).toMatchObject({
    class: 'exists',
    applied: 'no',
  });
  valueOf(await client.deleteContact(group, anaId));
  expect(failureOf(await client.getContact(group, anaId))).toMatchObject({
    class: 'contactGone',
    applied: 'no',
  });
  valueOf(await client.deleteGroup(group));
  expect(failureOf(await client.getContacts(group))).toMatchObject({ class: 'groupGone' });

  expect(sandbox.requests.every((request) => request.transport === transport)).toBe(true);
  expect(sandbox.requests.some((request) => request.passwordInAddress)).toBe(transport === 'get');
}

describe.each(transportNames)('over %s', (transport) => {
  it.each(singleSwitchDialects())('$name', async ({ dialect }) => {
    await everyMethod(await sandboxIn(dialect), transport, dialect);
  });

  it('a wrong password', async () => {
    const sandbox = await sandboxIn({});
    sandbox.state.setPassword(user, 'another');
    expect(failureOf(await clientOn(sandbox, transport).getBalance())).toMatchObject({
      class: 'signIn',
      applied: 'no',
    });
  });
});

it('any mixture of answers', async () => {
  const chance = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(chance, fc.constantFrom(...transportNames), async (draws, transport) => {
      const dialect = randomDialect(() => draws.next().value as number);
      const sandbox = await startSandbox({ dialect });
      try {
        sandbox.state.addAccount(user, password, '12.50');
        await everyMethod(sandbox, transport, dialect);
      } finally {
        await sandbox.stop();
      }
    }),
    { numRuns: 40 },
  );
});

/** What each fault has to be told as. */
function expectedOf(fault: Fault): object | null {
  const transient = (code: string) => ({ class: 'transient', code, applied: 'unknown' });
  switch (fault.name) {
    case 'slow':
    case 'fewContacts':
      return null;
    case 'dropBefore':
    case 'dropAfter':
    case 'dropMidBody':
      return transient('connection-lost');
    case 'http':
    case 'htmlPage':
      return transient('html');
    case 'tooMany':
      return {
        ...transient('http-429'),
        ...(fault.seconds === undefined ? {} : { retryAfterMs: fault.seconds * 1000 }),
      };
    case 'truncatedBody':
      return transient('unreadable-reply');
    case 'emptyBody':
      return transient('empty-reply');
    case 'redirect':
      return transient('redirect');
    case 'hang':
      return transient('timeout');
    case 'unknownCode':
      return { class: 'notUnderstood', code: fault.code, applied: 'no' };
    case 'unknownShape':
      return { class: 'notUnderstood', code: 'unknown-reply', applied: 'unknown' };
  }
}

describe('faults', () => {
  // On a whole second, as a date in a header has no finer unit.
  const now = () => Date.parse('2026-11-23T10:00:00Z');

  it.each(everyFault.map((fault) => [JSON.stringify(fault), fault] as const))(
    '%s',
    async (_name, fault) => {
      const sandbox = await startSandbox({ now });
      onTestFinished(() => sandbox.stop());
      sandbox.state.addAccount(user, password);
      const id = serverIdSchema.parse(String(sandbox.state.addGroup(user)));
      const settings = settingsFor(sandbox.origin, {
        user,
        password: () => password,
        timeoutMs: fault.name === 'hang' ? 150 : 5_000,
      });
      const client = clientOf(settings, { now });
      valueOf(await client.getBalance());
      sandbox.fault({ fault });
      const result = await client.addContact(id, { mobile: '34600', name: 'Ana' });
      const expected = expectedOf(fault);
      if (expected === null) valueOf(result);
      else expect(failureOf(result)).toMatchObject(expected);
      expect(sandbox.requests).toHaveLength(2);
    },
  );

  it('a server that went away and came back', async () => {
    const sandbox = await sandboxIn({});
    const client = clientOn(sandbox, 'post');
    valueOf(await client.getBalance());
    await sandbox.disconnect();
    expect(failureOf(await client.getBalance())).toEqual({
      class: 'offline',
      code: 'network',
      applied: 'no',
    });
    await sandbox.reconnect();
    valueOf(await client.getBalance());
  });
});
