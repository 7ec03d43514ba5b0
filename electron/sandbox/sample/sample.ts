/** The practice account: an invented small business, the same at every start from the same seed. */
import { mainFieldOf, type GroupType } from '#shared/domain/group.ts';
import { emptyData, type ContactData } from '../data.ts';
import { createState, type SandboxState } from '../state.ts';
import { drawPerson } from './person.ts';
import { createDraw } from './random.ts';

/** How to sign in to the practice server. No secret: the server is on this machine and holds invented people. */
export const practiceAccount = { user: 'demo', password: 'demo' } as const;

export interface SampleGroup {
  /** Its id on the practice server. */
  readonly id: number;
  readonly name: string;
  readonly type: GroupType;
  readonly columns: readonly string[];
  readonly size: number;
}

/** Afilnet cannot list groups, so whoever signs in to the practice account registers these. */
export const sampleGroups: readonly SampleGroup[] = [
  {
    id: 1001,
    name: 'Clientes Valencia',
    type: 'mobile',
    columns: [
      'mobile',
      'name',
      'surname',
      'company',
      'address',
      'city',
      'postcode',
      'email',
      'birthday',
      'notes',
    ],
    size: 5_000,
  },
  {
    id: 1002,
    name: 'Socios del club',
    type: 'mobile',
    columns: ['mobile', 'name', 'surname', 'member', 'birthday', 'language', 'notes'],
    size: 420,
  },
  {
    id: 1003,
    name: 'Boletín de novedades',
    type: 'email',
    columns: ['email', 'name', 'surname', 'city', 'language'],
    size: 650,
  },
  {
    id: 1004,
    name: 'Pedidos de la tienda',
    type: 'email',
    columns: [
      'email',
      'name',
      'surname',
      'company',
      'address',
      'city',
      'postcode',
      'mobile',
      'notes',
    ],
    size: 180,
  },
  {
    id: 1005,
    name: 'Proveedores y colaboradores',
    type: 'mobile',
    columns: ['mobile', 'name', 'company', 'email', 'notes'],
    size: 38,
  },
];

/** A state with the practice account and its groups. */
export function sampleState(
  { user, password }: { user: string; password: string } = practiceAccount,
  seed = 20_260_101,
): SandboxState {
  const draw = createDraw(seed);
  let nextContactId = 10_001;
  const groups = sampleGroups.map(({ id, name, type, columns, size }) => {
    const taken = new Set<string>();
    const contacts: ContactData[] = [];
    while (contacts.length < size) {
      const person = drawPerson(draw, nextContactId - 10_000);
      const main = person[mainFieldOf(type)] ?? '';
      if (taken.has(main)) continue;
      taken.add(main);
      const fields = columns.map((column) => [column, person[column] ?? ''] as const);
      contacts.push({ id: nextContactId++, fields: Object.fromEntries(fields) });
    }
    return { id, owner: user, name, type, columns: [...columns], country: 'ESP', contacts };
  });
  const nextGroupId = Math.max(...groups.map(({ id }) => id)) + 1;
  const accounts = [{ user, password, balance: '125.50' }];
  return createState({ ...emptyData(), nextGroupId, nextContactId, accounts, groups });
}
