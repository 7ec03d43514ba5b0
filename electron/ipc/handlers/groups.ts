import { alpha3ToAlpha2 } from 'i18n-iso-countries/index.js';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import * as commands from '../../store/commands.ts';
import * as edits from '../../store/edits/groups.ts';
import { decideHeldPull } from '../../store/edits/keep.ts';
import { plainLook } from '../../store/groupLooks.ts';
import { failureError } from '../../sync/engine.ts';
import type { HandlersOf } from '../handler.ts';
import { groupView } from './views.ts';

type Channels =
  | 'groups.list'
  | 'groups.create'
  | 'groups.addById'
  | 'groups.pull'
  | 'groups.cancelPull'
  | 'groups.settleHeldPull'
  | 'groups.addColumn'
  | 'groups.deleteColumn'
  | 'groups.assignCountry'
  | 'groups.setLook'
  | 'groups.arrange'
  | 'groups.history'
  | 'groups.forget'
  | 'groups.delete';

export function groupHandlers(desk: AccountDesk): HandlersOf<Channels> {
  return {
    'groups.list': () => {
      const { store, engine } = desk.current;
      const counts = store.outbox.countsByGroup();
      const looks = store.groupLooks.all();
      return store.groups.all().map((group) =>
        groupView(store, group, {
          counts: counts.get(group.id),
          look: looks.get(group.id) ?? plainLook,
          pulling: engine.isPulling(group.id),
        }),
      );
    },
    'groups.history': ({ groupId }) => desk.current.store.history.ofGroup(groupId),
    'groups.create': (request) => {
      const { store, engine } = desk.current;
      checkCountry(request.country);
      const { value, stepId } = commands.createGroup(store, request);
      engine.nudge();
      return { groupId: value, stepId };
    },
    'groups.addById': async ({ serverId, label }) => {
      const { store, client, engine } = desk.current;
      if (store.groups.byServerId(serverId) !== null) throw new LibretaError('groupExists');
      if (engine.status().connection === 'forcedOffline') throw new LibretaError('forcedOffline');
      const columns = await client.getGroupColumns(serverId);
      // Another account was opened meanwhile: the group belongs to neither.
      if (desk.currentOrNull?.store !== store) throw new LibretaError('cancelled');
      if (!columns.ok) throw failureError(columns.failure);
      const name = label === '' ? serverId : label;
      const groupId = edits.addExistingGroup(store, {
        serverId,
        label: name,
        columns: columns.value,
      });
      // Nobody waits for it; a failure is kept with the group and shown there.
      engine.pull(groupId).catch(() => undefined);
      return { groupId };
    },
    'groups.pull': ({ groupId }) => desk.current.engine.pull(groupId),
    'groups.cancelPull': ({ groupId }) => {
      desk.current.engine.cancelPull(groupId);
    },
    'groups.settleHeldPull': ({ groupId, heldAt, decision }) => {
      decideHeldPull(desk.current.store, groupId, { heldAt, decision });
      desk.current.engine.retryNow();
    },
    'groups.addColumn': ({ groupId, column }) => {
      const { stepId } = commands.addColumn(desk.current.store, groupId, column);
      desk.current.engine.nudge();
      return { stepId };
    },
    'groups.deleteColumn': ({ groupId, column }) => {
      const { stepId } = commands.deleteColumn(desk.current.store, groupId, column);
      desk.current.engine.nudge();
      return { stepId };
    },
    'groups.assignCountry': ({ groupId, country }) => {
      checkCountry(country);
      const { stepId } = commands.assignCountry(desk.current.store, groupId, country);
      desk.current.engine.nudge();
      return { stepId };
    },
    'groups.setLook': ({ groupId, ...look }) => {
      const { stepId } = commands.setLook(desk.current.store, groupId, look);
      return { stepId };
    },
    'groups.arrange': ({ groupIds }) => {
      commands.arrangeGroups(desk.current.store, groupIds);
    },
    'groups.forget': ({ groupId }) => {
      edits.forgetGroup(desk.current.store, groupId);
    },
    'groups.delete': ({ groupId }) => {
      const { stepId } = commands.deleteGroup(desk.current.store, groupId);
      desk.current.engine.nudge();
      return { stepId };
    },
  };
}

/** ISO 3166 alpha-3, which is what Afilnet takes. */
function checkCountry(country: string | null): void {
  if (country === null) return;
  if (alpha3ToAlpha2(country.toUpperCase()) === undefined) {
    throw new LibretaError('countryUnknown', { detail: country });
  }
}
