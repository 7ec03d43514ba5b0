/** What must hold when a run has healed. Each broken promise is one sentence. */
import { sameFields, withoutEmpty } from '#shared/domain/contact.ts';
import { fold } from '#shared/domain/fold.ts';
import { foundInFiles, secret, type Actor, type World } from './world.ts';

export function verdict(world: World): string[] {
  return [
    ...lostEdits(world),
    ...doubles(world),
    ...overwritten(world),
    ...world.watch.goneTooEarly.map((mobile) => `${mobile} went before it had arrived`),
    ...world.ledger.needless,
    ...world.ledger.notBack().map((values) => `kept, and not there again: ${values}`),
    ...world.actors.flatMap((actor) => [...disagreements(world, actor), ...damage(actor)]),
    ...secrets(world),
  ];
}

/** What holds at every moment: the user sees what the server confirmed with their own queued edits laid over it. */
export function unseenEdits({ actors }: World): string[] {
  return actors.flatMap(({ store, user }) =>
    store.groups.all().flatMap(({ id: groupId }) => {
      const query = {
        scope: { kind: 'group', groupId },
        search: '',
        sort: null,
        onlyUnsent: false,
      } as const;
      return store.list.window(query, 0, 500).flatMap(({ id, base, fields }) => {
        const intents = store.outbox.ofContact(id).map(({ intent }) => intent);
        return sameFields(fold(base, intents).fields, fields)
          ? []
          : [`${user} does not see their own edit: ${JSON.stringify(fields)}`];
      });
    }),
  );
}

/** Every value that was reported as saved stood on the server, or the user knows why not. */
function lostEdits({ ledger }: World): string[] {
  return ledger.values
    .filter(({ token }) => !ledger.delivered.has(token) && !ledger.released.has(token))
    .map(({ token, column, before }) => `lost: ${column} = ${token} (it was ${before || 'empty'})`);
}

function doubles({ sandbox, watch, ledger }: World): string[] {
  const groups = [...watch.created].flatMap(([name, ids]) =>
    ids.size > ledger.creationsOf(name) ? [`group ${name} was created ${ids.size} times`] : [],
  );
  const contacts = ['ana', 'pau'].flatMap((user) =>
    sandbox.state.groupsOf(user).flatMap((group) => {
      const mobiles = group.contacts().map(({ fields }) => fields['mobile'] ?? '');
      return mobiles
        .filter((mobile, index) => mobiles.indexOf(mobile) !== index)
        .map((mobile) => `contact ${mobile} stands twice in ${group.name}`);
    }),
  );
  return [...groups, ...contacts];
}

/** What someone else wrote went only where the user had seen it, with its whole column, or stands on the server again. */
function overwritten({ ledger, sandbox }: World): string[] {
  return ledger.overwrites
    .filter(({ theirs }) => !ledger.seen.has(theirs))
    .filter(({ group, column }) => sandbox.state.group(group)?.columns().includes(column) !== false)
    .map(({ theirs, ours }) => `overwritten unseen: ${theirs} by ${ours || 'nothing'}`);
}

/** Mirror and server agree, contact by contact. */
function disagreements({ sandbox }: World, { store, user }: Actor): string[] {
  return store.groups.all().flatMap((group) => {
    if (group.serverId === null) return [];
    const there = sandbox.state.group(group.serverId);
    if (there === null) return [];
    const query = {
      scope: { kind: 'group', groupId: group.id },
      search: '',
      sort: null,
      onlyUnsent: false,
    } as const;
    const here = store.list.window(query, 0, 500);
    const byId = new Map(there.contacts().map(({ id, fields }) => [String(id), fields]));
    const wrong = here.flatMap(({ serverId, fields }) => {
      const remote = serverId === null ? undefined : byId.get(serverId);
      if (remote === undefined)
        return [`${user} sees ${JSON.stringify(fields)}, which the server does not have`];
      return sameFields(withoutEmpty(fields), withoutEmpty(remote))
        ? []
        : [`${user} sees ${JSON.stringify(fields)}, the server has ${JSON.stringify(remote)}`];
    });
    return here.length === byId.size
      ? wrong
      : [
          ...wrong,
          `${user} sees ${here.length} contacts in ${group.label}, the server has ${byId.size}`,
        ];
  });
}

function damage({ store, user }: Actor): string[] {
  const integrity = store.inspect.integrity();
  return [
    ...(integrity === 'ok' ? [] : [`integrity of ${user}: ${integrity}`]),
    ...(store.inspect.foreignKeys().length === 0 ? [] : [`foreign keys of ${user}`]),
  ];
}

function secrets(world: World): string[] {
  return world.actors
    .flatMap(({ user }) => [secret(user, 0), world.sandbox.state.account(user)?.password ?? ''])
    .filter((password) => foundInFiles(world, password))
    .map(() => 'a password stands in a file');
}
