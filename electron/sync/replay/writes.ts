/** One turn of writes for a group: deletes, then edits, a few at a time; then adds, alone and in lists. */
import type { ServerId } from '#shared/domain/ids.ts';
import type { ApiFailure } from '../../afilnet/client.ts';
import type { ContactEntry, Entry } from '../../store/entry.ts';
import type { Group } from '../../store/groups.ts';
import { cancelledFailure, done, stopped, type Outcome, type SyncSession } from '../session.ts';
import { sendAdds } from './addLists.ts';
import { prepare, type Prepared } from './contactWrites.ts';
import type { Plan } from './plan.ts';
import { answered, failed, mark } from './send.ts';

/** Entries that are marked together; one commit costs about as much as a request on a fast line. */
const batchSize = 40;

export interface Progress {
  readonly step: (count: number) => void;
}

export async function write(
  session: SyncSession,
  group: Group & { readonly serverId: ServerId },
  plan: Plan,
  progress: Progress,
): Promise<Outcome> {
  for (const entries of [plan.deletes, plan.edits, plan.singleAdds]) {
    const outcome = await writeEach(session, group.serverId, entries, progress);
    if (outcome.kind === 'stopped') return outcome;
  }
  const sent = await sendAdds(session, group.serverId, plan.adds);
  progress.step(plan.adds.length);
  return sent.kind === 'failed' && sent.consequence === 'stop' ? stopped(sent.failure) : done;
}

/**
 * Sends entries in batches: a batch is marked in one commit and its successes are written in one, since an answer that
 * is not written yet is no worse than one that did not come. Failures are written as they come.
 */
async function writeEach(
  session: SyncSession,
  group: ServerId,
  entries: readonly ContactEntry[],
  progress: Progress,
): Promise<Outcome> {
  const streak = { failures: 0 };
  for (let start = 0; start < entries.length; start += batchSize) {
    if (session.halted()) return stopped(cancelledFailure);
    const planned = entries.slice(start, start + batchSize);
    const batch = planned.flatMap(({ id }) => prepare(session, group, id) ?? []);
    const end = batch.length === 0 ? null : await sendBatch(session, batch, streak);
    progress.step(planned.length);
    if (end !== null) return stopped(end);
  }
  return done;
}

/** A few requests at a time; each contact has one entry here, so never two for a contact. */
async function sendBatch(
  session: SyncSession,
  batch: readonly Prepared[],
  streak: { failures: number },
): Promise<ApiFailure | null> {
  mark(session, batch);
  const unsent = new Set<Entry>(batch.map(({ entry }) => entry));
  const successes: Entry[] = [];
  const queue = batch.values();
  let end: ApiFailure | null = null;

  const worker = async (): Promise<void> => {
    for (const { entry, request } of queue) {
      if (end === null && session.halted()) end = cancelledFailure;
      if (end !== null) return;
      unsent.delete(entry);
      const result = await request();
      session.heard(result);
      if (result.ok) {
        successes.push(entry);
        streak.failures = 0;
        continue;
      }
      const { consequence } = failed(session, [entry], result.failure);
      streak.failures = result.failure.class === 'transient' ? streak.failures + 1 : 0;
      const tooMany = streak.failures >= session.limits.failuresInARow;
      if (consequence === 'stop' || tooMany) end = result.failure;
    }
  };
  // Every request is waited for, even where an answer could not be written: none may be on its way after this.
  const workers = Array.from({ length: session.limits.parallelWrites }, worker);
  const broken = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  answered(session, successes);
  takeBack(session, [...unsent]);
  if (broken?.status === 'rejected') throw broken.reason;
  return end;
}

/** What was marked and never left is as it was before. */
function takeBack({ store }: SyncSession, unsent: readonly Entry[]): void {
  if (unsent.length === 0) return;
  store.transaction(() => {
    for (const { id, step } of unsent) {
      store.outbox.setPhase(id, 'waiting');
      store.outbox.setStep(id, step);
    }
    store.touch.outbox();
  });
}
