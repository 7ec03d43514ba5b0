/** Taking back what a step did to a group itself: its existence, columns, country and what only this machine knows of it. */
import { mainFieldOf } from '#shared/domain/group.ts';
import type { Question } from '#shared/domain/entryState.ts';
import type { EntryId, GroupId } from '#shared/domain/ids.ts';
import type { Intent } from '#shared/domain/intent.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import { giveUpEntry } from '../edits/discard.ts';
import { addColumn, assignCountry, deleteColumn, deleteGroup } from '../edits/groups.ts';
import { isInFlight } from '../entry.ts';
import { plainLook } from '../groupLooks.ts';
import { stands } from './contactBack.ts';
import { imageOf, type ColumnImage, type EntryImage, type GroupImage, type Move } from './image.ts';

/** True where the group is to go, and its contacts with it. */
export function takesGroupAway(moves: readonly Move[]): boolean {
  return moves.some(
    ({ kind, to }) =>
      kind === 'group' && (to === null || imageOf('group', to)?.['state'] === 'deleting'),
  );
}

/** True of the step that took the group away, or made it: one that is gone stays away for any other. */
export function bringsGroupHere(moves: readonly Move[]): boolean {
  return moves.some(
    ({ kind, from, to }) =>
      kind === 'group' &&
      to !== null &&
      (from === null || imageOf('group', from)?.['state'] === 'deleting'),
  );
}

/** True where the step made the group, so that it is taken away with nothing but what the step put into it. */
export function madeGroup(moves: readonly Move[]): boolean {
  return moves.some(({ kind, to }) => kind === 'group' && to === null);
}

/** Columns that the step made in a group that stays. */
export function columnsMade(moves: readonly Move[]): string[] {
  if (takesGroupAway(moves) || bringsGroupHere(moves)) return [];
  return moves.flatMap(({ kind, key, from, to }) =>
    kind === 'column' && to === null && isKept(imageOf('column', from)) ? [key] : [],
  );
}

/** @throws LibretaError undoImpossible, entryInFlight, groupUnknown where the group has gone, or as the edit functions */
export function groupBack(store: AccountStore, groupId: GroupId, moves: readonly Move[]): void {
  const group = store.groups.get(groupId);
  if (takesGroupAway(moves)) {
    if (group !== null && group.state !== 'deleting') deleteGroup(store, groupId);
    return;
  }
  if (group === null) {
    if (!bringsGroupHere(moves)) throw new LibretaError('groupUnknown');
    comeBack(store, groupId, moves);
  } else if (group.state === 'deleting' && bringsBack(moves)) giveUpDeletion(store, groupId);
  else if (entriesStand(store, moves)) rewrite(store, groupId, moves);
  else queueInverse(store, groupId, moves);
  store.touch.contacts(groupId);
  store.touch.groups();
}

function bringsBack(moves: readonly Move[]): boolean {
  return moves.some(({ kind, from, to }) => kind === 'group' && from === null && to !== null);
}

/** It stands there, and its end is only queued. @throws LibretaError entryInFlight */
function giveUpDeletion(store: AccountStore, groupId: GroupId): void {
  const deletion = store.outbox
    .ofGroupItself(groupId)
    .find(({ intent }) => intent.kind === 'deleteGroup');
  if (deletion === undefined || isInFlight(deletion)) throw new LibretaError('entryInFlight');
  giveUpEntry(store, deletion);
}

/** True while all that the step did to the group is as it left it, and nothing of it has been sent. */
export function entriesStand(store: AccountStore, moves: readonly Move[]): boolean {
  return moves.every((move) => {
    if (move.kind === 'entry') return stands(store, move);
    if (move.kind !== 'column') return true;
    const now = store.undo.rows.column(move.groupId, move.key)?.state;
    // One that was kept for the end of its group stands there still while that has not left.
    const either = [move.from, move.to].map((image) => imageOf('column', image)?.state);
    return either.includes(now);
  });
}

/** Nothing has left: the rows are written as they were. */
function rewrite(store: AccountStore, groupId: GroupId, moves: readonly Move[]): void {
  const { rows } = store.undo;
  // An id that the user had named, and from which contacts have come meanwhile, is not taken away again.
  const changes = changedColumns(moves);
  if (changes.has('server_id') && rows.group(groupId)?.['pulled_at'] !== null) {
    throw new LibretaError('undoImpossible');
  }
  localBack(store, groupId, moves);
  for (const { kind, key, to } of moves) {
    if (kind === 'column') {
      const image = imageOf('column', to);
      if (image === null) rows.removeColumn(groupId, key);
      else rows.putColumn(groupId, key, image);
    } else if (kind === 'entry') {
      const image = imageOf('entry', to);
      if (image === null) store.outbox.remove(key as EntryId);
      else rows.putEntry(key as EntryId, groupId, null, image);
    }
  }
}

/** Values of the row that the step changed and that stand as it left them. */
function localBack(
  store: AccountStore,
  groupId: GroupId,
  moves: readonly Move[],
  except: ReadonlySet<string> = new Set(),
): void {
  const { rows } = store.undo;
  const now = rows.group(groupId);
  for (const [name, { from, to }] of changedColumns(moves)) {
    if (!except.has(name) && now?.[name] === from) rows.setGroup(groupId, name, to);
  }
  lookBack(store, groupId, moves);
}

function lookBack(store: AccountStore, groupId: GroupId, moves: readonly Move[]): void {
  const move = moves.find(({ kind }) => kind === 'look');
  if (move === undefined) return;
  const { rows } = store.undo;
  const now = rows.look(groupId) ?? plainLook;
  const from = imageOf('look', move.from) ?? plainLook;
  const to = imageOf('look', move.to) ?? plainLook;
  rows.putLook(groupId, {
    colour: now.colour === from.colour ? to.colour : now.colour,
    position: now.position === from.position ? to.position : now.position,
  });
}

type Value = string | number | null;

function changedColumns(moves: readonly Move[]): Map<string, { from: Value; to: Value }> {
  const row = moves.find(({ kind }) => kind === 'group');
  const from = imageOf('group', row?.from ?? null);
  const to = imageOf('group', row?.to ?? null);
  if (from === null || to === null) return new Map();
  return new Map(
    Object.keys(to)
      .filter((name) => from[name] !== to[name])
      .map((name) => [name, { from: from[name] ?? null, to: to[name] ?? null }]),
  );
}

/** What is on its way or done there is answered by the opposite, queued like any edit. */
function queueInverse(store: AccountStore, groupId: GroupId, moves: readonly Move[]): void {
  const group = store.groups.get(groupId);
  if (group?.state === 'deleting') throw new LibretaError('entryInFlight');
  const changes = changedColumns(moves);
  if (changes.has('server_id')) throw new LibretaError('undoImpossible');
  for (const { kind, key, from, to } of moves) {
    if (kind !== 'column') continue;
    const was = isKept(imageOf('column', from));
    const shall = isKept(imageOf('column', to));
    // One that stayed when it was to go, or has gone by itself, is where it shall be.
    const now = isKept(store.undo.rows.column(groupId, key));
    if (was === shall || now === shall) continue;
    if (shall) addColumn(store, groupId, key);
    else deleteColumn(store, groupId, key);
  }
  const country = changes.get('country');
  if (country !== undefined && group?.country === country.from) {
    // Afilnet has no way to take a country away.
    if (country.to === null) throw new LibretaError('undoImpossible');
    assignCountry(store, groupId, String(country.to));
  }
  localBack(store, groupId, moves, new Set(['server_id', 'state', 'country']));
}

function isKept(image: ColumnImage | null): boolean {
  return image !== null && image.state !== 'deleting';
}

/** The group is gone from here. What never reached the server is written as it was; what is deleted there is created anew. */
function comeBack(store: AccountStore, groupId: GroupId, moves: readonly Move[]): void {
  const row = moves.find(({ kind }) => kind === 'group');
  const image = imageOf('group', row?.to ?? null);
  if (image === null) throw new LibretaError('groupUnknown');
  const { rows } = store.undo;
  const neverThere = image['server_id'] === null && row?.from === null;
  rows.insertGroup(
    groupId,
    neverThere ? image : { ...image, server_id: null, state: 'creating', pulled_at: null },
  );
  const columns = columnsOf(moves, image);
  columns.forEach(([name, state], position) => {
    rows.putColumn(groupId, name, { position, state: neverThere ? state : 'saved' });
  });
  lookBack(store, groupId, moves);
  if (neverThere) {
    for (const { kind, key, to } of moves) {
      const entry = kind === 'entry' ? imageOf('entry', to) : null;
      if (entry === null) continue;
      const image = mayBeThere(store, groupId) ? askedAbout(entry) : entry;
      rows.putEntry(key as EntryId, groupId, null, image);
    }
    return;
  }
  createAnew(
    store,
    groupId,
    image,
    columns.map(([name]) => name),
  );
}

/** Its creation was asked about and went before the user said that it is not there; the history is all that is left of it. */
function mayBeThere(store: AccountStore, groupId: GroupId): boolean {
  const last = store.history
    .ofGroup(groupId)
    .find(
      ({ outcome, intent }) =>
        intent?.kind === 'createGroup' && (outcome === 'asked' || outcome === 'settled'),
    );
  return last?.outcome === 'asked';
}

/** A creation that may have been carried out is never sent again by itself. */
function askedAbout(entry: EntryImage): EntryImage {
  const { kind } = JSON.parse(entry.intent) as Intent;
  if (kind !== 'createGroup') return entry;
  const question: Question = { kind: 'createdUnknown', code: null, raw: null };
  return { ...entry, phase: 'needsYou', question: JSON.stringify(question) };
}

function columnsOf(moves: readonly Move[], group: GroupImage): [string, ColumnImage['state']][] {
  const kept = moves
    .flatMap(({ kind, key, to }) => {
      const image = kind === 'column' ? imageOf('column', to) : null;
      return image === null ? [] : [[key, image] as const];
    })
    .sort(([, left], [, right]) => left.position - right.position);
  const main = mainFieldOf(group['type'] === 'email' ? 'email' : 'mobile');
  const found = kept.map(([name, { state }]): [string, ColumnImage['state']] => [name, state]);
  return found.some(([name]) => name === main) ? found : [[main, 'saved'], ...found];
}

function createAnew(
  store: AccountStore,
  groupId: GroupId,
  image: GroupImage,
  columns: string[],
): void {
  const type = image['type'] === 'email' ? 'email' : 'mobile';
  const create: Intent = { kind: 'createGroup', name: String(image['label']), type, columns };
  queue(store, groupId, create);
  const country = image['country'];
  if (typeof country === 'string') {
    queue(store, groupId, { kind: 'assignCountry', country, from: null });
  }
}

function queue(store: AccountStore, groupId: GroupId, intent: Intent): void {
  store.outbox.add({ groupId, contactId: null, intent });
  store.history.add({ groupId, contactId: null, intent, outcome: 'saved' });
  store.touch.outbox();
}
