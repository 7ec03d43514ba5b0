/** The end of a run: the network heals, the password is right, and the user settles whatever is asked. */
import { settleOne } from './settle.ts';
import { givePassword, goOnline } from './act.ts';
import type { World } from './world.ts';

/** More rounds than any honest recovery needs. */
const mostRounds = 40;

/** Answers what would not heal, or null when both queues are empty. */
export async function heal(world: World): Promise<string | null> {
  world.sandbox.clearFaults();
  await goOnline(world);
  let choice = world.random.below(1000);
  for (const actor of world.actors) {
    await givePassword(world, actor);
    let rounds = 0;
    for (;;) {
      await actor.engine.syncNow();
      for (const group of actor.store.groups.all().filter(({ held }) => held !== null)) {
        await actor.engine.pull(group.id, true).catch(() => undefined);
      }
      const asked = actor.store.outbox.page('needsYou', 0, 1000);
      for (const entry of asked) {
        choice += 1;
        const fresh = actor.store.outbox.get(entry.id);
        if (fresh !== null) settleOne(world, actor, fresh, choice);
      }
      const { waiting, needsYou } = actor.store.outbox.counts();
      if (waiting === 0 && needsYou === 0) break;
      rounds += 1;
      if (rounds > mostRounds) {
        return `the queue of ${actor.user} does not empty: ${JSON.stringify(actor.store.outbox.page('all', 0, 3))}`;
      }
      world.clock.advance(301_000);
      await actor.engine.idle();
    }
    await actor.engine.syncNow();
    for (const group of actor.store.groups.all().filter(({ held }) => held !== null)) {
      await actor.engine.pull(group.id, true);
    }
  }
  return null;
}
