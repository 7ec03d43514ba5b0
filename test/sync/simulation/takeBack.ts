/** The simulated user takes a step back or does it again; the ledger learns what is wanted no more, and what is wanted again. */
import type { Direction } from '#shared/domain/step.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { ContactFields } from '#shared/domain/contact.ts';
import { takeStep } from '../../../electron/store/undo/takeStep.ts';
import type { Actor, World } from './world.ts';

export async function takeBack(world: World, actor: Actor, direction: Direction): Promise<void> {
  const { ledger } = world;
  const before = sight(actor);
  const step = actor.store.undo.steps.next(direction);
  const isMove = step?.what.kind === 'bulk' && step.what.action === 'move';
  await takeStep(actor.store, direction, null, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    pause: () => Promise.resolve(),
  });
  const after = sight(actor);
  world.watch.movesNoMore(actor.user);
  if (isMove) watchMove(world, actor, before, after);
  for (const [id, fields] of before.contacts) {
    if (after.contacts.has(id)) continue;
    // The user had the contact before their eyes when they took back its addition.
    for (const value of Object.values(fields)) ledger.seen.add(value);
    ledger.contactTakenBack(id, after.tokens);
  }
  for (const token of before.tokens) if (!after.tokens.has(token)) ledger.release(token);
  for (const token of after.tokens) if (!before.tokens.has(token)) ledger.wantAgain(token);
  for (const [id, name] of before.groups) {
    if (after.groups.has(id)) continue;
    ledger.releaseGroup(id);
    ledger.releasedGroups.add(name);
  }
  for (const [id, name] of after.groups) {
    if (before.groups.has(id)) continue;
    ledger.releasedGroups.delete(name);
    const anew = actor.store.outbox.ofGroup(id).some(({ intent }) => intent.kind === 'createGroup');
    if (anew && world.watch.created.has(name)) ledger.createdAgain(name);
  }
}

/** Where a move is taken back or done again, the contact is in one of the two groups, and goes there once it is here. */
function watchMove({ watch }: World, { user }: Actor, before: Sight, after: Sight): void {
  const cameHere = [...after.contacts.keys()].some((id) => !before.contacts.has(id));
  for (const [id, { mobile = '' }] of before.contacts) {
    if (after.contacts.has(id)) continue;
    const isElsewhere = [...after.contacts.values()].some((one) => one['mobile'] === mobile);
    // Its number may have been changed since; it comes back with the one that it had.
    if (!isElsewhere && !cameHere) watch.goneTooEarly.push(mobile);
    const serverId = before.settled.get(id);
    if (isElsewhere && serverId !== undefined) watch.moves(user, serverId, { mobile });
  }
}

interface Sight {
  readonly contacts: ReadonlyMap<ContactId, ContactFields>;
  readonly groups: ReadonlyMap<GroupId, string>;
  /** Every value that the user sees as theirs, in a list or in a question. */
  readonly tokens: ReadonlySet<string>;
  /** Of contacts that Afilnet has as they are seen: its ids. */
  readonly settled: ReadonlyMap<ContactId, string>;
}

function sight({ store }: Actor): Sight {
  const groups = store.groups.all().filter(({ state }) => state !== 'deleting');
  const contacts = new Map(
    groups.flatMap(({ id: groupId }) => {
      // What stands in a column that is going is given up already.
      const kept = new Set(
        store.columns
          .of(groupId)
          .flatMap(({ name, state }) => (state === 'deleting' ? [] : [name])),
      );
      const scope = { kind: 'group', groupId } as const;
      const query = { scope, search: '', sort: null, onlyUnsent: false };
      return store.list.window(query, 0, 500).map(({ id, fields }) => {
        const values = Object.entries(fields).filter(([column]) => kept.has(column));
        return [id, Object.fromEntries(values)] as const;
      });
    }),
  );
  return {
    contacts,
    groups: new Map(groups.map(({ id, label }) => [id, label])),
    settled: new Map(
      [...contacts.keys()].flatMap((id) => {
        const serverId = store.contacts.get(id)?.serverId ?? null;
        return serverId === null || store.outbox.ofContact(id).length > 0 ? [] : [[id, serverId]];
      }),
    ),
    tokens: new Set([...contacts.values()].flatMap((fields) => Object.values(fields))),
  };
}
