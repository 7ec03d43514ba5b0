/** Runs with a real `kill -9`: a process that edits and syncs is ended at a random moment, several times, on one file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { heal } from './heal.ts';
import { verdict } from './oracle.ts';
import { seeded } from './random.ts';
import { createWorld, kill, restart, secret } from './world.ts';

export async function killedRun(seed: number): Promise<string[]> {
  const random = seeded(seed + 77);
  const world = await createWorld(seed);
  try {
    const actor = world.actors[0]!;
    const said: string[] = [];
    for (let life = 0; life < 3; life += 1) {
      await kill(actor);
      const args = [world.sandbox.origin, actor.path, String(seed * 10 + life), secret('ana', 0)];
      const victim = spawn(process.execPath, [join(import.meta.dirname, 'victim.ts'), ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      victim.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
      await once(victim.stdout, 'data');
      setTimeout(() => victim.kill('SIGKILL'), random.below(60));
      await once(victim, 'close');
      await restart(world, 0);
    }
    world.watch.look('us');
    const lines = said.join('').split('\n').slice(0, -1);
    for (const line of lines) {
      const [contactId = '', column = '', token = ''] = line.split(' ');
      const contact = actor.store.contacts.get(contactId as never);
      const groupId = contact?.groupId ?? ('' as never);
      world.ledger.wrote({
        token,
        account: 0,
        groupId,
        contactId: contactId as never,
        column,
        before: '',
      });
    }
    const stuck = await heal(world);
    return [...(stuck === null ? [] : [stuck]), ...verdict(world)];
  } finally {
    await world.end();
  }
}
