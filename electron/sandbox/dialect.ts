/**
 * The open points of Afilnet's API as named switches. No source says which answer is Afilnet's own,
 * so the sandbox can give each of them and the client must be right under all.
 */

/** Every switch with every value it can take; the first value of each is the default. */
export const dialectValues = {
  /** Letter case of `status`: prose and wire disagree. */
  status: ['SUCCESS', 'success'],
  contentType: ['json', 'html'],
  /** How ids are written, wherever they stand. */
  ids: ['string', 'number'],
  /** Values that are plain whole numbers, as text or as JSON numbers. */
  values: ['string', 'number'],
  /** What `result` is where a method has nothing to say. */
  nothing: ['absent', 'null', 'emptyText', 'emptyArray', 'true'],
  balance: ['scalar', 'object', 'nothing'],
  createGroup: ['scalar', 'idgroup', 'id', 'nothing'],
  /** The name of a contact's id. */
  idKey: ['idcontact', 'id_contact', 'contactid', 'id'],
  /** A contact's values beside its id, or in `fields` under it. */
  nesting: ['flat', 'fields'],
  emptyValues: ['emptyText', 'null', 'omitted'],
  /** `keyed`: the id is the key only; `wrapped`: the list is the one element of an array. */
  contacts: ['array', 'keyed', 'keyedWithId', 'wrapped'],
  /** The contacts of a group without any; `error` answers the code NO_CONTACTS. */
  emptyGroup: ['array', 'null', 'emptyText', 'absent', 'error'],
  contact: ['object', 'arrayOfOne', 'keyed', 'keyedWithId'],
  columns: ['strings', 'objects', 'keyedByNumber', 'keyedByName', 'wrapped'],
  addContact: ['scalar', 'idcontact', 'id', 'count', 'nothing'],
  addContactList: ['ids', 'objects', 'count', 'nothing'],
  contactGoneCode: ['NOT_ACCESS_TO_CONTACT', 'ERROR_NOT_ACCESS_TO_CONTACT'],
  /** `modifycontact` and `deletecontact` on a contact that is gone. */
  goneContact: ['contactGoneCode', 'otherCode', 'success'],
  modify: ['merge', 'replace'],
  /** What `modifycontact` does with a new value of the main field. */
  mainFieldChange: ['allowed', 'ignored', 'refused'],
  /** What it does when another contact has that value. */
  mainFieldTaken: ['refused', 'stored'],
  /** What makes two main fields the same: the exact text, or its digits (e-mail: lower case). */
  contactKey: ['asSent', 'normalised'],
  addExistingColumn: ['success', 'error'],
  deleteMissingColumn: ['success', 'error'],
  /** A colon inside a value of the `contact=` form. */
  colonInText: ['keepsRest', 'cuts'],
} as const;

export type DialectSwitch = keyof typeof dialectValues;
export type Dialect = { readonly [Name in DialectSwitch]: (typeof dialectValues)[Name][number] };

/** The first value of every switch. */
export const defaultDialect: Dialect = Object.fromEntries(
  Object.entries(dialectValues).map(([name, values]) => [name, values[0]]),
) as unknown as Dialect;

/** One dialect per value of every switch, differing from the default in that value alone. */
export function singleSwitchDialects(): { name: string; dialect: Dialect }[] {
  return Object.entries(dialectValues).flatMap(([name, values]) =>
    values.map((value) => ({
      name: `${name}=${value}`,
      dialect: { ...defaultDialect, [name]: value },
    })),
  );
}

/** A dialect with every switch drawn by chance. `random` answers a number from 0 up to 1. */
export function randomDialect(random: () => number): Dialect {
  const draw = (values: readonly string[]): string =>
    values[Math.floor(random() * values.length)] ?? values[0] ?? '';
  return Object.fromEntries(
    Object.entries(dialectValues).map(([name, values]) => [name, draw(values)]),
  ) as unknown as Dialect;
}
