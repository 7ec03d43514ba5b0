import { describe, expect, it } from 'vitest';
import {
  defaultDialect,
  dialectValues,
  randomDialect,
  singleSwitchDialects,
  type DialectSwitch,
} from '../../../electron/sandbox/dialect.ts';
import { startRig, type Parameters, type Rig } from './caller.ts';

/** The ids of two contacts of the rig's group: Ana with all values, Bea with her mobile only. */
interface Ids {
  readonly ana: number;
  readonly bea: number;
}

interface Case {
  /** What is asked; the group is the one of Ana and Bea. */
  readonly ask: (ids: Ids) => readonly [method: string, parameters?: Parameters];
  /** The raw reply under each value of the switch. */
  readonly replies: Readonly<Record<string, (ids: Ids) => unknown>>;
}

const ok = (result?: unknown) => ({
  status: 'SUCCESS',
  ...(result === undefined ? {} : { result }),
});
const code = (error: string) => ({ status: 'ERROR', error });
const values = { mobile: '34600', name: 'Ana', address: 'Aquí' };
const empty = { mobile: '007', name: '', address: '' };
const anaWith =
  (key: string) =>
  ({ ana }: Ids) =>
    ok({ [key]: String(ana), ...values });
const list = { contacts: '[{"mobile":"8"},{"mobile":"9"},{"mobile":"8"}]' };
const next = ({ bea }: Ids, more = 1) => String(bea + more);
const oneContact = ({ ana }: Ids) => ['getcontact', { idcontact: String(ana) }] as const;
const add = () => ['addcontact', { contact: 'mobile:8' }] as const;
const noContact = ['deletecontact', { idcontact: '1' }] as const;

/** Switches that show in one reply. The others, which change what is stored, are tested in storedDialects.test.ts. */
const shapes = {
  status: {
    ask: () => ['deletecontact', { idcontact: '1' }],
    replies: {
      SUCCESS: () => code('NOT_ACCESS_TO_CONTACT'),
      success: () => ({ status: 'error', error: 'NOT_ACCESS_TO_CONTACT' }),
    },
  },
  ids: {
    ask: oneContact,
    replies: {
      string: anaWith('idcontact'),
      number: ({ ana }) => ok({ idcontact: ana, ...values }),
    },
  },
  values: {
    ask: () => ['getcontacts'],
    replies: {
      string: ({ ana, bea }) =>
        ok([
          { idcontact: String(ana), ...values },
          { idcontact: String(bea), ...empty },
        ]),
      number: ({ ana, bea }) =>
        ok([
          { idcontact: String(ana), ...values, mobile: 34600 },
          { idcontact: String(bea), ...empty },
        ]),
    },
  },
  nothing: {
    ask: () => ['addcolumntogroup', { field: 'city' }],
    replies: {
      absent: () => ok(),
      null: () => ok(null),
      emptyText: () => ok(''),
      emptyArray: () => ok([]),
      true: () => ok(true),
    },
  },
  balance: {
    ask: () => ['getbalance', { class: 'user' }],
    replies: {
      scalar: () => ok('100.00'),
      object: () => ok({ balance: '100.00' }),
      nothing: () => ok(),
    },
  },
  createGroup: {
    ask: () => ['creategroup', { name: 'x', type: 'mobile', fields: 'mobile' }],
    replies: {
      scalar: () => ok('1001'),
      idgroup: () => ok({ idgroup: '1001' }),
      id: () => ok({ id: '1001' }),
      nothing: () => ok(),
    },
  },
  idKey: {
    ask: oneContact,
    replies: {
      idcontact: anaWith('idcontact'),
      id_contact: anaWith('id_contact'),
      contactid: anaWith('contactid'),
      id: anaWith('id'),
    },
  },
  nesting: {
    ask: oneContact,
    replies: {
      flat: anaWith('idcontact'),
      fields: ({ ana }) => ok({ idcontact: String(ana), fields: values }),
    },
  },
  emptyValues: {
    ask: ({ bea }) => ['getcontact', { idcontact: String(bea) }],
    replies: {
      emptyText: ({ bea }) => ok({ idcontact: String(bea), ...empty }),
      null: ({ bea }) => ok({ idcontact: String(bea), mobile: '007', name: null, address: null }),
      omitted: ({ bea }) => ok({ idcontact: String(bea), mobile: '007' }),
    },
  },
  contacts: {
    ask: () => ['getcontacts'],
    replies: {
      array: (ids) => ok(both(ids)),
      wrapped: (ids) => ok([both(ids)]),
      keyed: ({ ana, bea }) => ok({ [ana]: values, [bea]: empty }),
      keyedWithId: (ids) => ok({ [ids.ana]: both(ids)[0], [ids.bea]: both(ids)[1] }),
    },
  },
  contact: {
    ask: oneContact,
    replies: {
      object: anaWith('idcontact'),
      arrayOfOne: (ids) => ok([both(ids)[0]]),
      keyed: ({ ana }) => ok({ [ana]: values }),
      keyedWithId: (ids) => ok({ [ids.ana]: both(ids)[0] }),
    },
  },
  columns: {
    ask: () => ['getgroupcolumns'],
    replies: {
      strings: () => ok(['mobile', 'name', 'address']),
      objects: () => ok([{ name: 'mobile' }, { name: 'name' }, { name: 'address' }]),
      keyedByNumber: () => ok({ 0: 'mobile', 1: 'name', 2: 'address' }),
      keyedByName: () => ok({ mobile: 'mobile', name: 'name', address: 'address' }),
      wrapped: () => ok([['mobile', 'name', 'address']]),
    },
  },
  addContact: {
    ask: add,
    replies: {
      scalar: (ids) => ok(next(ids)),
      idcontact: (ids) => ok({ idcontact: next(ids) }),
      id: (ids) => ok({ id: next(ids) }),
      count: () => ok('1'),
      nothing: () => ok(),
    },
  },
  addContactList: {
    ask: () => ['addcontactlist', list],
    replies: {
      ids: (ids) => ok([next(ids), next(ids, 2)]),
      objects: (ids) => ok([{ idcontact: next(ids) }, { idcontact: next(ids, 2) }]),
      count: () => ok('2'),
      nothing: () => ok(),
    },
  },
  contactGoneCode: {
    ask: () => ['getcontact', { idcontact: '1' }],
    replies: {
      NOT_ACCESS_TO_CONTACT: () => code('NOT_ACCESS_TO_CONTACT'),
      ERROR_NOT_ACCESS_TO_CONTACT: () => code('ERROR_NOT_ACCESS_TO_CONTACT'),
    },
  },
  goneContact: {
    ask: () => noContact,
    replies: {
      contactGoneCode: () => code('NOT_ACCESS_TO_CONTACT'),
      otherCode: () => code('CONTACT_NOT_FOUND'),
      success: () => ok(),
    },
  },
  addExistingColumn: {
    ask: () => ['addcolumntogroup', { field: 'NAME' }],
    replies: { success: () => ok(), error: () => code('COLUMN_EXISTS') },
  },
  deleteMissingColumn: {
    ask: () => ['deletecolumnfromgroup', { field: 'colour' }],
    replies: { success: () => ok(), error: () => code('COLUMN_NOT_FOUND') },
  },
} satisfies Partial<Record<DialectSwitch, Case>>;

const stored = [
  'contentType',
  'emptyGroup',
  'modify',
  'mainFieldChange',
  'mainFieldTaken',
  'contactKey',
  'colonInText',
] as const;

function both({ ana, bea }: Ids) {
  return [
    { idcontact: String(ana), ...values },
    { idcontact: String(bea), ...empty },
  ] as const;
}

async function seeded(): Promise<{ rig: Rig; ids: Ids }> {
  const rig = await startRig();
  const [ana = 0, bea = 0] = rig.sandbox.state.addContacts(rig.group, [values, { mobile: '007' }]);
  return { rig, ids: { ana, bea } };
}

describe('every switch', () => {
  it('has a test, and every value of a shape its expected reply', () => {
    expect([...Object.keys(shapes), ...stored].sort()).toEqual(Object.keys(dialectValues).sort());
    for (const [name, { replies }] of Object.entries(shapes))
      expect(Object.keys(replies).sort(), name).toEqual(
        [...dialectValues[name as DialectSwitch]].sort(),
      );
  });

  const cases = Object.entries(shapes as Record<string, Case>).flatMap(([name, { ask, replies }]) =>
    Object.entries(replies).map(([value, reply]) => ({ name, value, ask, reply })),
  );
  it.each(cases)('$name=$value', async ({ name, value, ask, reply }) => {
    const { rig, ids } = await seeded();
    rig.sandbox.setDialect({ [name]: value });
    expect(await rig.call(...ask(ids))).toEqual(reply(ids));
  });

  it('is enumerated for other tests, alone or drawn by chance', () => {
    const total = Object.values(dialectValues).reduce((sum, { length }) => sum + length, 0);
    expect(singleSwitchDialects()).toHaveLength(total);
    expect(singleSwitchDialects().at(-1)).toEqual({
      name: 'colonInText=cuts',
      dialect: { ...defaultDialect, colonInText: 'cuts' },
    });
    expect(randomDialect(() => 0)).toEqual(defaultDialect);
    expect(randomDialect(() => 0.999)).toMatchObject({ ids: 'number', colonInText: 'cuts' });
  });

  it('answers every method under every dialect with a JSON envelope', async () => {
    const { rig, ids } = await seeded();
    for (const { name, dialect } of singleSwitchDialects()) {
      rig.sandbox.setDialect(dialect);
      for (const method of ['getgroupcolumns', 'getcontacts', 'getcontact'])
        expect(await rig.call(method, { idcontact: String(ids.ana) }), `${name} ${method}`).toEqual(
          expect.objectContaining({ status: expect.stringMatching(/^success$/iu) as string }),
        );
    }
  });
});
