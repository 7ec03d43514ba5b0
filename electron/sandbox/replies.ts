/** An outcome in the words of a dialect: the JSON text that goes over the wire. */
import type { ContactData } from './data.ts';
import type { Dialect } from './dialect.ts';
import type { Outcome } from './outcome.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** `undefined` leaves `result` out. */
type Result = Json | undefined;

/** The body of the reply: `{"status":"SUCCESS","result":…}` or `{"status":"ERROR","error":"CODE"}`. */
export function replyText(outcome: Outcome, dialect: Dialect): string {
  if (outcome.kind === 'error') return failure(outcome.code, dialect);
  if (outcome.kind === 'contacts' && outcome.contacts.length === 0) return emptyGroup(dialect);
  return success(resultOf(outcome, dialect), dialect);
}

function success(result: Result, dialect: Dialect): string {
  return JSON.stringify({ status: dialect.status, result });
}

function failure(code: string, dialect: Dialect): string {
  return JSON.stringify({ status: dialect.status === 'SUCCESS' ? 'ERROR' : 'error', error: code });
}

function emptyGroup(dialect: Dialect): string {
  switch (dialect.emptyGroup) {
    case 'array':
      return success([], dialect);
    case 'null':
      return success(null, dialect);
    case 'emptyText':
      return success('', dialect);
    case 'absent':
      return success(undefined, dialect);
    case 'error':
      return failure('NO_CONTACTS', dialect);
  }
}

function resultOf(outcome: Exclude<Outcome, { kind: 'error' }>, dialect: Dialect): Result {
  switch (outcome.kind) {
    case 'done':
      return nothing(dialect);
    case 'balance':
      return balance(outcome.balance, dialect);
    case 'groupCreated':
      return newId(outcome.id, dialect.createGroup, dialect);
    case 'columns':
      return columnsResult(outcome.columns, dialect);
    case 'contacts':
      return contactsResult(outcome.contacts, outcome.columns, dialect);
    case 'contact':
      return contactResult(outcome.contact, outcome.columns, dialect);
    case 'contactAdded':
      return newId(outcome.id, dialect.addContact, dialect);
    case 'listAdded':
      return listResult(outcome.ids, dialect);
  }
}

function nothing(dialect: Dialect): Result {
  const results = { absent: undefined, null: null, emptyText: '', emptyArray: [], true: true };
  return results[dialect.nothing];
}

function balance(amount: string, dialect: Dialect): Result {
  const value = dialect.ids === 'number' ? Number(amount) : amount;
  const results = { scalar: value, object: { balance: value }, nothing: nothing(dialect) };
  return results[dialect.balance];
}

function written(id: number, dialect: Dialect): Json {
  return dialect.ids === 'number' ? id : String(id);
}

function newId(
  id: number,
  form: Dialect['createGroup'] | Dialect['addContact'],
  dialect: Dialect,
): Result {
  switch (form) {
    case 'scalar':
      return written(id, dialect);
    case 'idgroup':
    case 'idcontact':
    case 'id':
      return { [form]: written(id, dialect) };
    case 'count':
      return written(1, dialect);
    case 'nothing':
      return nothing(dialect);
  }
}

function listResult(ids: readonly number[], dialect: Dialect): Result {
  switch (dialect.addContactList) {
    case 'ids':
      return ids.map((id) => written(id, dialect));
    case 'objects':
      return ids.map((id) => ({ [dialect.idKey]: written(id, dialect) }));
    case 'count':
      return written(ids.length, dialect);
    case 'nothing':
      return nothing(dialect);
  }
}

function columnsResult(columns: readonly string[], dialect: Dialect): Result {
  switch (dialect.columns) {
    case 'strings':
      return columns;
    case 'objects':
      return columns.map((name) => ({ name }));
    case 'keyedByNumber':
      return Object.fromEntries(columns.map((name, index) => [String(index), name]));
    case 'keyedByName':
      return Object.fromEntries(columns.map((name) => [name, name]));
    case 'wrapped':
      return [columns];
  }
}

function contactsResult(
  contacts: readonly ContactData[],
  columns: readonly string[],
  dialect: Dialect,
): Result {
  const withId = (): Json[] => contacts.map((contact) => writeContact(contact, columns, dialect));
  switch (dialect.contacts) {
    case 'array':
      return withId();
    case 'wrapped':
      return [withId()];
    case 'keyed':
      return keyed(contacts, (contact) => writeContact(contact, columns, dialect, false));
    case 'keyedWithId':
      return keyed(contacts, (contact) => writeContact(contact, columns, dialect));
  }
}

function contactResult(contact: ContactData, columns: readonly string[], dialect: Dialect): Result {
  switch (dialect.contact) {
    case 'object':
      return writeContact(contact, columns, dialect);
    case 'arrayOfOne':
      return [writeContact(contact, columns, dialect)];
    case 'keyed':
      return keyed([contact], () => writeContact(contact, columns, dialect, false));
    case 'keyedWithId':
      return keyed([contact], () => writeContact(contact, columns, dialect));
  }
}

function keyed(contacts: readonly ContactData[], write: (contact: ContactData) => Json): Json {
  return Object.fromEntries(contacts.map((contact) => [String(contact.id), write(contact)]));
}

function writeContact(
  { id, fields }: ContactData,
  columns: readonly string[],
  dialect: Dialect,
  withId = true,
): Json {
  const values: Record<string, Json> = {};
  for (const column of columns) {
    const value = fields[column] ?? '';
    if (value !== '') values[column] = writeValue(value, dialect);
    else if (dialect.emptyValues !== 'omitted')
      values[column] = dialect.emptyValues === 'null' ? null : '';
  }
  const key = withId ? { [dialect.idKey]: written(id, dialect) } : {};
  return dialect.nesting === 'fields' ? { ...key, fields: values } : { ...values, ...key };
}

/** Only whole numbers that survive the way there and back: `007` and forty digits stay text. */
function writeValue(value: string, dialect: Dialect): Json {
  const isWhole = Number.isSafeInteger(Number(value)) && String(Number(value)) === value;
  return dialect.values === 'number' && isWhole ? Number(value) : value;
}
