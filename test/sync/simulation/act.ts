/** Carries out one step. A step that finds nothing to act on does nothing; an edit that is refused is no saved edit. */
import { valueOf, withoutEmpty } from '#shared/domain/contact.ts';
import { changesWhatItReplaces } from '#shared/domain/intent.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import * as commands from '../../../electron/store/commands.ts';
import { moveContact } from '../../../electron/store/edits/move.ts';
import type { Contact } from '../../../electron/store/contacts.ts';
import type { Entry } from '../../../electron/store/entry.ts';
import type { Group } from '../../../electron/store/groups.ts';
import type { Step } from './script.ts';
import { settleHeld, settleOne } from './settle.ts';
import { takeBack } from './takeBack.ts';
import { damage, restart, secret, settled, type Actor, type World } from './world.ts';

export async function act(world: World, step: Step): Promise<void> {
  switch (step.kind) {
    case 'otherEdits':
    case 'otherAdds':
    case 'otherDeletes':
    case 'otherEmpties':
    case 'otherDeletesColumn':
      actOfSomeoneElse(world, step);
      return;
    case 'fault':
      world.sandbox.fault(step.rule);
      return;
    case 'offline':
      if (world.online) await world.sandbox.disconnect();
      world.online = false;
      return;
    case 'online':
      await goOnline(world);
      return;
    case 'time':
      world.clock.advance(step.milliseconds);
      for (const actor of world.actors) await settled(actor);
      return;
    default:
      await actOfUser(world, world.actors[step.account]!, step);
  }
}

export async function goOnline(world: World): Promise<void> {
  if (!world.online) await world.sandbox.reconnect();
  world.online = true;
}

type UserStep = Exclude<
  Step,
  { kind: SomeoneElse['kind'] | 'fault' | 'offline' | 'online' | 'time' }
>;
type SomeoneElse = Extract<
  Step,
  { kind: 'otherEdits' | 'otherAdds' | 'otherDeletes' | 'otherEmpties' | 'otherDeletesColumn' }
>;

async function actOfUser(world: World, actor: Actor, step: UserStep): Promise<void> {
  const { ledger, sandbox } = world;
  switch (step.kind) {
    case 'sync':
      await actor.engine.syncNow();
      return;
    case 'pull': {
      const group = groupAt(actor, step.group);
      if (group !== null) await actor.engine.pull(group.id).catch(expected);
      return;
    }
    case 'syncAndCrash': {
      const crashed = actor.gate.crashAfter(1 + step.after);
      await Promise.race([crashed, actor.engine.syncNow().catch(expected)]);
      await restart(world, step.account);
      return;
    }
    case 'syncAndCrashInWrite': {
      const crashed = actor.gate.crashAfterWrites(step.nth);
      await Promise.race([crashed, actor.engine.syncNow().catch(expected)]);
      await restart(world, step.account);
      return;
    }
    case 'damage':
      await damage(world, step.account, step.seed);
      return;
    case 'restart':
      await restart(world, step.account);
      return;
    case 'editWhileSyncing':
      actor.gate.onceAfter(1 + step.after, () =>
        edit(world, actor, { ...step, kind: 'edit', odd: 0 }),
      );
      await actor.engine.syncNow();
      actor.gate.disarm();
      return;
    case 'takeBack':
      await takeBack(world, actor, step.direction).catch(expected);
      actor.engine.nudge();
      return;
    case 'passwordChanges':
      sandbox.state.setPassword(actor.user, secret(actor.user, ledger.values.length + 1));
      return;
    case 'passwordGiven':
      await givePassword(world, actor);
      return;
    default:
      edit(world, actor, step);
      actor.engine.nudge();
  }
}

export async function givePassword(world: World, actor: Actor): Promise<void> {
  actor.password.current = world.sandbox.state.account(actor.user)?.password ?? '';
  await actor.engine.passwordRenewed();
  await settled(actor);
}

type EditStep = Exclude<
  UserStep,
  {
    kind:
      | 'sync'
      | 'pull'
      | 'syncAndCrash'
      | 'syncAndCrashInWrite'
      | 'damage'
      | 'restart'
      | 'editWhileSyncing'
      | 'takeBack'
      | 'passwordChanges'
      | 'passwordGiven';
  }
>;

function edit(world: World, actor: Actor, step: EditStep): void {
  try {
    attempt(world, actor, step);
  } catch (error) {
    expected(error);
  }
}

/** A coded refusal is the product's own word; anything else is a fault of the program. */
function expected(error: unknown): void {
  if (!(error instanceof LibretaError)) throw error;
}

function attempt(world: World, actor: Actor, step: EditStep): void {
  const { ledger } = world;
  const { store } = actor;
  switch (step.kind) {
    case 'add': {
      const group = groupAt(actor, step.group);
      if (group === null) return;
      const fields: Record<string, string> = {
        mobile: ledger.freshMobile(),
        name: oddly(ledger.fresh('n'), step.odd),
      };
      const { value: contactId } = commands.addContact(store, group.id, fields);
      for (const [column, token] of Object.entries(fields)) {
        ledger.wrote({
          token,
          account: step.account,
          groupId: group.id,
          contactId,
          column,
          before: '',
        });
      }
      return;
    }
    case 'edit':
    case 'editMain': {
      const contact = contactAt(actor, step.contact);
      if (contact === null) return;
      const columns = store.columns
        .of(contact.groupId)
        .filter(({ name, state }) => name !== 'mobile' && state !== 'deleting');
      const column =
        step.kind === 'editMain'
          ? 'mobile'
          : columns[step.column % Math.max(1, columns.length)]?.name;
      if (column === undefined) return;
      if (column === 'mobile') world.watch.movesNoMore(actor.user);
      const token =
        column === 'mobile'
          ? ledger.freshMobile()
          : oddly(ledger.fresh('e'), step.kind === 'edit' ? step.odd : 0);
      const before = valueOf(contact.fields, column);
      try {
        commands.editContact(store, contact.id, { [column]: token }, 'modify');
      } catch (error) {
        expected(error);
        if (!(error instanceof LibretaError) || error.coded.code !== 'cannotCarry') return;
        commands.editContact(store, contact.id, { [column]: token }, 'recreate');
      }
      const { groupId, id } = contact;
      ledger.wrote({ token, account: step.account, groupId, contactId: id, column, before });
      return;
    }
    case 'delete': {
      const contact = contactAt(actor, step.contact);
      if (contact === null) return;
      sawWhole(world, contact);
      commands.deleteContacts(store, [contact.id]);
      world.watch.movesNoMore(actor.user);
      ledger.releaseContact(contact.id);
      // Values that came to it when two contacts became one.
      for (const value of Object.values(contact.fields)) ledger.release(value);
      return;
    }
    case 'move': {
      const contact = contactAt(actor, step.contact);
      const group = groupAt(actor, step.group);
      if (contact === null || group === null || group.id === contact.groupId) return;
      move(world, actor, contact, group);
      return;
    }
    case 'createGroup': {
      const name = ledger.fresh('grupo');
      const { value: groupId } = commands.createGroup(store, {
        name,
        type: 'mobile',
        columns: ['name', 'city'],
        country: null,
      });
      ledger.groupNames.add(name);
      const fields = { mobile: ledger.freshMobile(), name: ledger.fresh('n') };
      const { value: contactId } = commands.addContact(store, groupId, fields);
      for (const [column, token] of Object.entries(fields)) {
        ledger.wrote({ token, account: step.account, groupId, contactId, column, before: '' });
      }
      return;
    }
    case 'deleteGroup': {
      const group = groupAt(actor, step.group);
      if (group === null) return;
      commands.deleteGroup(store, group.id);
      world.watch.movesNoMore(actor.user);
      ledger.releaseGroup(group.id);
      ledger.releasedGroups.add(group.label);
      return;
    }
    case 'addColumn': {
      const group = groupAt(actor, step.group);
      if (group !== null) commands.addColumn(store, group.id, ledger.fresh('col'));
      return;
    }
    case 'deleteColumn': {
      const group = groupAt(actor, step.group);
      if (group === null) return;
      const columns = store.columns.of(group.id).filter(({ name }) => name !== 'mobile');
      const column = columns[step.column % Math.max(1, columns.length)]?.name;
      if (column === undefined) return;
      commands.deleteColumn(store, group.id, column);
      ledger.releaseColumn(group.id, column);
      return;
    }
    case 'assignCountry': {
      const group = groupAt(actor, step.group);
      if (group !== null) commands.assignCountry(store, group.id, step.country);
      return;
    }
    case 'discard': {
      const entry = entryAt(actor, step.entry);
      if (entry === null) return;
      commands.discard(store, entry.id);
      gaveUp(world, entry);
      return;
    }
    case 'settleHeld': {
      const group = groupAt(actor, step.group);
      if (group !== null) settleHeld(world, actor, group.id, step.choice);
      return;
    }
    case 'settle': {
      const asked = store.outbox.page('needsYou', 0, 100);
      const entry = asked[step.entry % Math.max(1, asked.length)];
      if (entry !== undefined) settleOne(world, actor, entry, step.choice);
      return;
    }
  }
}

/** As bulk work moves one: what the other group has columns for is added there, then it is deleted here. */
function move(world: World, { store, user }: Actor, contact: Contact, group: Group): void {
  const { ledger, watch } = world;
  const columns = new Set(
    store.columns.of(group.id).flatMap(({ name, state }) => (state === 'deleting' ? [] : [name])),
  );
  const carried = Object.entries(withoutEmpty(contact.fields)).filter(([name]) =>
    columns.has(name),
  );
  const hasQueue = store.outbox.ofContact(contact.id).length > 0;
  const step = store.undo.open({ kind: 'bulk', action: 'move', count: 1 });
  const added = step.run(() => moveContact(store, contact, group.id, Object.fromEntries(carried)));
  sawWhole(world, contact);
  ledger.moved(contact.id, { contactId: added, groupId: group.id }, new Map(carried));
  if (!hasQueue && contact.serverId !== null) watch.moves(user, contact.serverId, contact.fields);
}

/** What an entry wanted need not arrive any more, by the user's own word. */
export function gaveUp(world: World, entry: Entry): void {
  const { ledger, watch, actors } = world;
  const { intent, contactId, groupId } = entry;
  // A move among them: its contact stays, and may be changed where it is.
  for (const { user } of actors) watch.movesNoMore(user);
  switch (intent.kind) {
    case 'createGroup':
      ledger.releaseGroup(groupId);
      ledger.releasedGroups.add(intent.name);
      return;
    case 'addContact':
      // A re-creation that is given up is put back as it was: the other values of the contact still count.
      if (changesWhatItReplaces(intent)) {
        for (const value of Object.values(intent.fields)) ledger.release(value);
      } else if (contactId !== null) ledger.releaseContact(contactId);
      return;
    case 'editContact':
      for (const { to } of Object.values(intent.changes)) ledger.release(to);
      if (entry.question?.kind === 'deletedThere' && contactId !== null)
        ledger.releaseContact(contactId);
      return;
    case 'addColumn':
      ledger.releaseColumn(groupId, intent.column);
      return;
    case 'deleteContact':
    case 'deleteColumn':
    case 'deleteGroup':
    case 'assignCountry':
      return;
  }
}

export function sawWhole({ ledger }: World, contact: Contact): void {
  for (const value of Object.values({ ...contact.base })) ledger.seen.add(value);
  for (const value of Object.values(contact.fields)) ledger.seen.add(value);
}

function actOfSomeoneElse(world: World, step: SomeoneElse): void {
  const { sandbox, ledger, watch } = world;
  const groups = ['ana', 'pau'].flatMap((user) => sandbox.state.groupsOf(user));
  const group = groups[step.group % Math.max(1, groups.length)];
  if (group === undefined) return;
  if (step.kind === 'otherEmpties') {
    for (const [index, { id }] of group.contacts().entries()) {
      const stays = step.stays > 0 && index % step.stays === 0;
      if (!stays) sandbox.state.removeContact(group.id, id);
    }
  } else if (step.kind === 'otherDeletesColumn') {
    const columns = group.columns().filter((name) => name !== 'mobile');
    const column = columns[step.column % Math.max(1, columns.length)];
    if (column !== undefined) sandbox.state.deleteColumn(group.id, column);
  } else if (step.kind === 'otherAdds') {
    // Now and then the very number that one of ours is about to add.
    const ours = ledger.values.filter(({ column }) => column === 'mobile').at(-1)?.token;
    const taken = ours !== undefined && step.taken === 0 && !ledger.delivered.has(ours);
    sandbox.state.addContact(group.id, {
      mobile: taken ? ours : ledger.freshMobile(),
      name: ledger.fresh('o'),
    });
  } else {
    const contacts = group.contacts();
    const contact = contacts[step.contact % Math.max(1, contacts.length)];
    if (contact === undefined) return;
    if (step.kind === 'otherDeletes') sandbox.state.removeContact(group.id, contact.id);
    else {
      const columns = group.columns().filter((name) => name !== 'mobile');
      const column = columns[step.column % Math.max(1, columns.length)];
      if (column === undefined) return;
      sandbox.state.changeContact(group.id, contact.id, { [column]: ledger.fresh('o') });
    }
  }
  watch.look('others');
}

const oddEndings = [
  '',
  '',
  '',
  '',
  '',
  ', S.L.',
  ': dilluns',
  ' ñandú',
  ' 😀',
  ' "x"',
  " d'Or",
  ' محمد',
];

/** Values as people have them: with commas, colons, accents, emoji. */
function oddly(token: string, odd: number): string {
  return token + (oddEndings[odd] ?? '');
}

function groupAt({ store }: Actor, index: number): Group | null {
  const groups = store.groups.all().filter(({ state }) => state !== 'deleting');
  return groups[index % Math.max(1, groups.length)] ?? null;
}

function contactAt({ store }: Actor, index: number): Contact | null {
  const query = { scope: { kind: 'all' }, search: '', sort: null, onlyUnsent: false } as const;
  const total = store.list.count(query);
  return total === 0 ? null : (store.list.window(query, index % total, 1)[0] ?? null);
}

function entryAt({ store }: Actor, index: number): Entry | null {
  const entries = store.outbox.page('all', 0, 1000);
  return entries[index % Math.max(1, entries.length)] ?? null;
}
