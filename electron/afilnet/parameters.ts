/**
 * The names that Afilnet gives to its methods and their parameters, and nowhere else:
 * each function answers what one method is sent, credentials apart.
 */
import type { ContactFields } from '#shared/domain/contact.ts';
import { contactText } from '#shared/domain/contactText.ts';
import type { GroupType } from '#shared/domain/group.ts';
import type { ServerId } from '#shared/domain/ids.ts';

export type Parameters = readonly (readonly [name: string, value: string])[];

const groupCall = (method: string, ...parameters: Parameters): Parameters => [
  ['class', 'group'],
  ['method', method],
  ...parameters,
];

export const getBalance = (): Parameters => [
  ['class', 'user'],
  ['method', 'getbalance'],
];

export const createGroup = (
  name: string,
  type: GroupType,
  columns: readonly string[],
): Parameters =>
  groupCall('creategroup', ['name', name], ['type', type], ['fields', columns.join(',')]);

export const getGroupColumns = (group: ServerId): Parameters =>
  groupCall('getgroupcolumns', ['idgroup', group]);

export const addColumn = (group: ServerId, column: string): Parameters =>
  groupCall('addcolumntogroup', ['idgroup', group], ['field', column]);

export const deleteColumn = (group: ServerId, column: string): Parameters =>
  groupCall('deletecolumnfromgroup', ['idgroup', group], ['field', column]);

export const deleteGroup = (group: ServerId): Parameters =>
  groupCall('deletegroup', ['idgroup', group]);

export const assignCountry = (group: ServerId, country: string): Parameters =>
  groupCall('assigncountrytogroup', ['idgroup', group], ['countryiso3', country.toLowerCase()]);

export const getContacts = (group: ServerId): Parameters =>
  groupCall('getcontacts', ['idgroup', group]);

export const getContact = (group: ServerId, contact: ServerId): Parameters =>
  groupCall('getcontact', ['idgroup', group], ['idcontact', contact]);

export const addContact = (group: ServerId, fields: ContactFields): Parameters =>
  groupCall('addcontact', ['idgroup', group], ['contact', contactText(fields)]);

export const addContactList = (group: ServerId, contacts: readonly ContactFields[]): Parameters =>
  groupCall('addcontactlist', ['idgroup', group], ['contacts', JSON.stringify(contacts)]);

export const modifyContact = (
  group: ServerId,
  contact: ServerId,
  fields: ContactFields,
): Parameters =>
  groupCall(
    'modifycontact',
    ['idgroup', group],
    ['idcontact', contact],
    ['contact', contactText(fields)],
  );

export const deleteContact = (group: ServerId, contact: ServerId): Parameters =>
  groupCall('deletecontact', ['idgroup', group], ['idcontact', contact]);
