/** Afilnet's methods over the transport that the settings name. */
import type { ContactFields } from '#shared/domain/contact.ts';
import { obstaclesIn } from '#shared/domain/contactText.ts';
import type { AfilnetClient, ApiResult, ClientSettings } from './client.ts';
import * as parameters from './parameters.ts';
import { balanceSchema } from './replies/balance.ts';
import { columnsSchema } from './replies/columns.ts';
import { contactSchema, contactsSchema } from './replies/contacts.ts';
import { addedContactSchema, createdGroupSchema, doneSchema } from './replies/written.ts';
import { asking, notSent } from './request.ts';
import { openConnection } from './transports/connection.ts';

/** A client with connections of its own; `close` ends those at rest. */
export interface ClosableAfilnetClient extends AfilnetClient {
  close(): void;
}

/** What the client takes from around it. */
export interface ClientEnvironment {
  /** Milliseconds since the epoch, for dates in Retry-After. */
  readonly now?: () => number;
  /** Longest reply that is read, in bytes. */
  readonly maxReplyBytes?: number;
  /** Certificate authorities in PEM, in place of Node's built-in ones. */
  readonly certificateAuthorities?: readonly string[];
}

const maxReplyBytes = 100 * 1024 * 1024;

/** Values that the text form cannot carry are refused by the name of what stands in the way. */
const obstacleCodes = { comma: 'comma', colon: 'colon', lineBreak: 'line-break' } as const;

function textFormRefusal(fields: ContactFields): ApiResult<never> | null {
  const [first] = obstaclesIn(fields);
  return first === undefined
    ? null
    : notSent({ class: 'refusedHere', code: obstacleCodes[first.obstacle] });
}

export function createAfilnetClient(
  settings: ClientSettings,
  environment: ClientEnvironment = {},
): ClosableAfilnetClient {
  const { certificateAuthorities } = environment;
  const connection = openConnection(settings.server, {
    maxReplyBytes: environment.maxReplyBytes ?? maxReplyBytes,
    ...(certificateAuthorities === undefined ? {} : { certificateAuthorities }),
  });
  const ask = asking(settings, connection, environment.now ?? Date.now);

  return {
    getBalance: (options) => ask(parameters.getBalance(), balanceSchema, options),
    createGroup: async ({ name, type, columns }, options) => {
      // `fields=` is a list by commas: a name with one would become two columns.
      if (columns.some((column) => column.includes(','))) {
        return notSent({ class: 'refusedHere', code: 'comma' });
      }
      return ask(parameters.createGroup(name, type, columns), createdGroupSchema, options);
    },
    getGroupColumns: (group, options) =>
      ask(parameters.getGroupColumns(group), columnsSchema, options),
    addColumn: (group, column, options) =>
      ask(parameters.addColumn(group, column), doneSchema, options),
    deleteColumn: (group, column, options) =>
      ask(parameters.deleteColumn(group, column), doneSchema, options),
    deleteGroup: (group, options) => ask(parameters.deleteGroup(group), doneSchema, options),
    assignCountry: (group, country, options) =>
      ask(parameters.assignCountry(group, country), doneSchema, options),
    getContacts: (group, options) =>
      ask(parameters.getContacts(group), contactsSchema(group), options),
    getContact: (group, contact, options) =>
      ask(parameters.getContact(group, contact), contactSchema(group, contact), options),
    addContact: async (group, fields, options) =>
      textFormRefusal(fields) ??
      ask(parameters.addContact(group, fields), addedContactSchema, options),
    addContactList: (group, contacts, options) =>
      ask(parameters.addContactList(group, contacts), doneSchema, options),
    modifyContact: async (group, contact, fields, options) =>
      textFormRefusal(fields) ??
      ask(parameters.modifyContact(group, contact, fields), doneSchema, options),
    deleteContact: (group, contact, options) =>
      ask(parameters.deleteContact(group, contact), doneSchema, options),
    close: () => connection.close(),
  };
}
