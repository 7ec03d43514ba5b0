/** The methods on a group itself: create, columns, country, delete. */
import countries from 'i18n-iso-countries/index.js';
import { groupTypeSchema } from '#shared/domain/group.ts';
import type { GroupRecord } from './groupRecord.ts';
import type { Method, MethodCall } from './methods.ts';
import { done, refusal, type Outcome } from './outcome.ts';

/** Runs `then` on the group named by `idgroup`, if it is one of the account's. */
export function onGroup(call: MethodCall, then: (group: GroupRecord) => Outcome): Outcome {
  const group = call.state.group(call.parameter('idgroup'));
  if (group === null || group.owner !== call.account.user) return refusal('NOT_ACCESS_TO_GROUP');
  return then(group);
}

const creategroup: Method = {
  parameters: ['name', 'type', 'fields'],
  writes: true,
  run(call) {
    const type = groupTypeSchema.safeParse(call.parameter('type'));
    if (!type.success) return refusal('INCORRECT_TYPE');
    const named = call.parameter('fields').split(',');
    const columns = [...new Set(named.map((name) => name.trim()))].filter((name) => name !== '');
    if (!columns.includes(type.data)) return refusal('MISSING_MAIN_FIELD');
    const group = { name: call.parameter('name'), type: type.data, columns };
    return { kind: 'groupCreated', id: call.state.addGroup(call.account.user, group) };
  },
};

const getgroupcolumns: Method = {
  parameters: ['idgroup'],
  writes: false,
  run: (call) => onGroup(call, (group) => ({ kind: 'columns', columns: group.columns() })),
};

const addcolumntogroup: Method = {
  parameters: ['idgroup', 'field'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      const column = call.parameter('field').trim();
      if (group.columnNamed(column) !== null)
        return call.dialect.addExistingColumn === 'error' ? refusal('COLUMN_EXISTS') : done;
      call.state.addColumn(group.id, column);
      return done;
    }),
};

const deletecolumnfromgroup: Method = {
  parameters: ['idgroup', 'field'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      const column = group.columnNamed(call.parameter('field'));
      if (column === null)
        return call.dialect.deleteMissingColumn === 'error' ? refusal('COLUMN_NOT_FOUND') : done;
      if (column === group.mainField) return refusal('MISSING_MAIN_FIELD');
      call.state.deleteColumn(group.id, column);
      return done;
    }),
};

const deletegroup: Method = {
  parameters: ['idgroup'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      call.state.removeGroup(group.id);
      return done;
    }),
};

const assigncountrytogroup: Method = {
  parameters: ['idgroup', 'countryiso3'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      const country = call.parameter('countryiso3').toUpperCase();
      if (countries.alpha3ToAlpha2(country) === undefined) return refusal('COUNTRY_NOT_FOUND');
      call.state.setCountry(group.id, country);
      return done;
    }),
};

export const groupMethods: Readonly<Record<string, Method>> = {
  creategroup,
  getgroupcolumns,
  addcolumntogroup,
  deletecolumnfromgroup,
  deletegroup,
  assigncountrytogroup,
};
