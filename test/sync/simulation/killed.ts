/** Runs with a real `kill -9`: a process that edits and syncs is ended at a random moment, several times, on one file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { heal } from './heal.ts';
import { verdict } from './oracle.ts';
import { seeded } from './random.ts';
import { createWorld, kill, restart, secret, type Actor, type World } from './world.ts';

export async function killedRun(seed: number): Promise<string[]> {
  const random = seeded(seed + 77);
  const world = await createWorld(seed);
  try {
    const actor = world.actors[0]!;
    for (let life = 0; life < 3; life += 1) {
      await kill(actor);
      const said = await oneLife(world, actor, seed * 10 + life, random.below(60));
      await restart(world, 0);
      noteSaved(world, actor, said);
    }
    world.watch.look('us');
    const stuck = await heal(world);
    return [...(stuck === null ? [] : [stuck]), ...verdict(world)];
  } finally {
    await world.end();
  }
}

/** Lets a process edit until it is killed, so many milliseconds after its first word; answers its lines. */
async function oneLife(
  { sandbox }: World,
  actor: Actor,
  seed: number,
  lifeTime: number,
): Promise<string[]> {
  const args = [sandbox.origin, actor.path, String(seed), secret(actor.user, 0)];
  const victim = spawn(process.execPath, [join(import.meta.dirname, 'victim.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  victim.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  await once(victim.stdout, 'data');
  setTimeout(() => victim.kill('SIGKILL'), lifeTime);
  await once(victim, 'close');
  return said.join('').split('\n').slice(0, -1);
}

/** What was said to be saved must arrive; so must what stands in the file though the word of it was cut off. */
function noteSaved(world: World, { store }: Actor, said: readonly string[]): void {
  const lines = said.map((line) => line.split(' '));
  const confirmed = new Set(
    lines.flatMap(([word, , , token = '']) => (word === 'saved' ? [token] : [])),
  );
  for (const [word, id = '', column = '', token = ''] of lines) {
    const contactId = id as ContactId;
    const contact = store.contacts.get(contactId);
    if (word === 'saving' && (confirmed.has(token) || contact?.fields[column] !== token)) continue;
    const groupId = contact?.groupId ?? ('' as GroupId);
    world.ledger.wrote({ token, account: 0, groupId, contactId, column, before: '' });
  }
}
