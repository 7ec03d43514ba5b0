/**
 * Everything a sandbox server holds, with what tests need to seed it, to look into it,
 * and to play the part of another person who changes a contact meanwhile. All synchronous.
 */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { GroupType } from '#shared/domain/group.ts';
import { emptyData, type AccountData, type ContactData, type SandboxData } from './data.ts';
import { createGroupRecord, type GroupRecord } from './groupRecord.ts';

/** An id as a number or as the text the API carries. */
export type AnyId = number | string;

export interface NewGroup {
  readonly name?: string;
  readonly type?: GroupType;
  /** Defaults to the main field and `name`. */
  readonly columns?: readonly string[];
  readonly country?: string;
}

export interface SandboxState {
  addAccount(user: string, password: string, balance?: string): void;
  setPassword(user: string, password: string): void;
  account(user: string): AccountData | null;
  /** Adds a group of an account and answers its id. */
  addGroup(owner: string, group?: NewGroup): number;
  /** Adds a contact past every rule of the server (it may repeat a main field) and answers its id. */
  addContact(group: AnyId, fields: ContactFields): number;
  addContacts(group: AnyId, rows: readonly ContactFields[]): number[];
  group(id: AnyId): GroupRecord | null;
  groupsOf(owner: string): GroupRecord[];
  contactsOf(group: AnyId): ContactData[];
  contact(group: AnyId, contact: AnyId): ContactFields | null;
  /** Another person changed these fields of it; the others stay. */
  changeContact(group: AnyId, contact: AnyId, fields: ContactFields): void;
  /** Writes a contact whole, under an id that exists or not. */
  putContact(group: AnyId, contact: AnyId, fields: ContactFields): void;
  /** Another person deleted it; false when it was gone already. */
  removeContact(group: AnyId, contact: AnyId): boolean;
  removeGroup(group: AnyId): boolean;
  addColumn(group: AnyId, column: string): void;
  deleteColumn(group: AnyId, column: string): void;
  setCountry(group: AnyId, country: string): void;
  /** Everything as plain data, a copy. */
  data(): SandboxData;
  /** Calls back after every change, until the returned function is called. */
  onChange(listener: () => void): () => void;
}

/** A state in memory, from data or empty. */
export function createState(data: SandboxData = emptyData()): SandboxState {
  const accounts = new Map(data.accounts.map((account) => [account.user, account]));
  const groups = new Map(data.groups.map((group) => [group.id, createGroupRecord(group)]));
  const listeners = new Set<() => void>();
  let { nextGroupId, nextContactId } = data;

  const changed = (): void => listeners.forEach((listener) => listener());
  const find = (id: AnyId): GroupRecord | null => groups.get(Number(id)) ?? null;
  const need = (id: AnyId): GroupRecord => {
    const group = find(id);
    if (group === null) throw new Error(`The sandbox has no group ${id}`);
    return group;
  };
  const insert = (group: GroupRecord, fields: ContactFields): number => {
    const id = nextContactId++;
    group.put(id, fields);
    return id;
  };

  return {
    addAccount(user, password, balance = '100.00') {
      accounts.set(user, { user, password, balance });
      changed();
    },
    setPassword(user, password) {
      const account = accounts.get(user);
      if (account === undefined) throw new Error(`The sandbox has no account ${user}`);
      accounts.set(user, { ...account, password });
      changed();
    },
    account: (user) => accounts.get(user) ?? null,
    addGroup(owner, { name = 'Grupo', type = 'mobile', columns = [type, 'name'], country } = {}) {
      const id = nextGroupId++;
      const group = { id, owner, name, type, columns: [...columns], contacts: [] };
      groups.set(id, createGroupRecord({ ...group, country: country ?? null }));
      changed();
      return id;
    },
    addContact(group, fields) {
      const id = insert(need(group), fields);
      changed();
      return id;
    },
    addContacts(group, rows) {
      const record = need(group);
      const ids = rows.map((fields) => insert(record, fields));
      changed();
      return ids;
    },
    group: find,
    groupsOf: (owner) => [...groups.values()].filter((group) => group.owner === owner),
    contactsOf: (group) => find(group)?.contacts() ?? [],
    contact: (group, contact) => find(group)?.contact(Number(contact)) ?? null,
    changeContact(group, contact, fields) {
      const record = need(group);
      const before = record.contact(Number(contact));
      if (before === null) throw new Error(`The sandbox has no contact ${contact}`);
      record.put(Number(contact), { ...before, ...fields });
      changed();
    },
    putContact(group, contact, fields) {
      need(group).put(Number(contact), fields);
      changed();
    },
    removeContact(group, contact) {
      const removed = find(group)?.delete(Number(contact)) ?? false;
      if (removed) changed();
      return removed;
    },
    removeGroup(group) {
      const removed = groups.delete(Number(group));
      if (removed) changed();
      return removed;
    },
    addColumn(group, column) {
      need(group).addColumn(column);
      changed();
    },
    deleteColumn(group, column) {
      const record = need(group);
      record.deleteColumn(record.columnNamed(column) ?? column);
      changed();
    },
    setCountry(group, country) {
      need(group).country = country;
      changed();
    },
    data: () => ({
      version: 1,
      nextGroupId,
      nextContactId,
      accounts: [...accounts.values()],
      groups: [...groups.values()].map((group) => group.data()),
    }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
