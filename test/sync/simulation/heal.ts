/** The end of a run: the network heals, the password is right, and the user settles whatever is asked. */
import type { Group } from '../../../electron/store/groups.ts';
import { settleHeld, settleOne } from './settle.ts';
import { givePassword, goOnline } from './act.ts';
import type { Actor, World } from './world.ts';

/** More rounds than any honest recovery needs. */
const mostRounds = 40;

/** Answers what would not heal, or null when both queues are empty. */
export async function heal(world: World): Promise<string | null> {
  world.sandbox.clearFaults();
  await goOnline(world);
  // Not in turn: two questions that lead to each other would be answered alike for ever.
  const choice = (): number => world.random.below(1000);
  for (const actor of world.actors) {
    await givePassword(world, actor);
    let rounds = 0;
    for (;;) {
      await actor.engine.syncNow();
      for (const { id } of undone(actor)) {
        settleHeld(world, actor, id, choice());
      }
      const asked = actor.store.outbox.page('needsYou', 0, 1000);
      for (const entry of asked) {
        const fresh = actor.store.outbox.get(entry.id);
        if (fresh !== null) settleOne(world, actor, fresh, choice());
      }
      const { waiting, needsYou } = actor.store.outbox.counts();
      const { held } = actor.engine.status();
      if (waiting === 0 && needsYou === 0 && held === 0 && undone(actor).length === 0) break;
      rounds += 1;
      if (rounds > mostRounds) {
        return `the queue of ${actor.user} does not empty: ${JSON.stringify([...actor.store.outbox.page('all', 0, 3), ...undone(actor)])}`;
      }
      world.clock.advance(301_000);
      await actor.engine.idle();
    }
    await actor.engine.syncNow();
  }
  return null;
}

/** Groups whose list is held. */
function undone({ store }: Actor): readonly Group[] {
  return store.groups.all().filter(({ held }) => held !== null);
}
