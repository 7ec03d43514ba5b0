/** One group in memory: its columns, its contacts, and the count of its main-field keys. */
import type { ContactFields } from '#shared/domain/contact.ts';
import { withoutEmpty } from '#shared/domain/contact.ts';
import { mainFieldOf, type GroupType } from '#shared/domain/group.ts';
import { contactKey, createKeyCounts, type KeyRule } from './contactKey.ts';
import type { ContactData, GroupData } from './data.ts';

export interface GroupRecord {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly type: GroupType;
  readonly mainField: string;
  country: string | null;
  columns(): readonly string[];
  /** The column as the group spells it; letter case does not matter. */
  columnNamed(name: string): string | null;
  addColumn(name: string): void;
  /** Removes the column and every value in it. */
  deleteColumn(name: string): void;
  contact(id: number): ContactFields | null;
  contacts(): ContactData[];
  /** Writes a contact under its id; values of unknown columns are dropped. */
  put(id: number, fields: ContactFields): void;
  delete(id: number): boolean;
  /** Whether a contact other than `except` has this main field. */
  holds(value: string, rule: KeyRule, except?: number): boolean;
  data(): GroupData;
}

export function createGroupRecord(data: GroupData): GroupRecord {
  const mainField = mainFieldOf(data.type);
  const contacts = new Map<number, ContactFields>();
  const keys = createKeyCounts(data.type);
  let columns: readonly string[] = [...data.columns];

  const columnNamed = (name: string): string | null => {
    const wanted = name.trim().toLowerCase();
    return columns.find((column) => column.toLowerCase() === wanted) ?? null;
  };
  const mainOf = (fields: ContactFields): string => fields[mainField] ?? '';

  const group: GroupRecord = {
    id: data.id,
    owner: data.owner,
    name: data.name,
    type: data.type,
    mainField,
    country: data.country,
    columns: () => columns,
    columnNamed,
    addColumn(name) {
      columns = [...columns, name];
    },
    deleteColumn(name) {
      columns = columns.filter((column) => column !== name);
      for (const [id, { [name]: _erased, ...rest }] of contacts) contacts.set(id, rest);
    },
    contact: (id) => contacts.get(id) ?? null,
    contacts: () => Array.from(contacts, ([id, fields]) => ({ id, fields })),
    put(id, fields) {
      const known: [string, string][] = [];
      for (const [name, value] of Object.entries(fields)) {
        const column = columnNamed(name);
        if (column !== null) known.push([column, value]);
      }
      const stored = withoutEmpty(Object.fromEntries(known));
      const before = contacts.get(id);
      if (before !== undefined) keys.remove(mainOf(before));
      contacts.set(id, stored);
      keys.add(mainOf(stored));
    },
    delete(id) {
      const before = contacts.get(id);
      if (before === undefined) return false;
      keys.remove(mainOf(before));
      return contacts.delete(id);
    },
    holds(value, rule, except) {
      const own = except === undefined ? undefined : contacts.get(except);
      const same =
        own !== undefined &&
        contactKey(data.type, mainOf(own), rule) === contactKey(data.type, value, rule);
      return keys.count(value, rule) > (same ? 1 : 0);
    },
    data: () => ({
      id: data.id,
      owner: data.owner,
      name: data.name,
      type: data.type,
      columns: [...columns],
      country: group.country,
      contacts: group.contacts().map(({ id, fields }) => ({ id, fields: { ...fields } })),
    }),
  };
  for (const { id, fields } of data.contacts) group.put(id, fields);
  return group;
}
