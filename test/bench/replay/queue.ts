/** The product's queue in front of a server: a store that was pulled, and an engine that sends what is queued. */
import { v7 } from 'uuid';
import type { GroupId } from '#shared/domain/ids.ts';
import type { SyncStatus } from '#shared/ipc/views.ts';
import { openAccountStore, type AccountStore } from '../../../electron/store/accountStore.ts';
import { addExistingGroup } from '../../../electron/store/edits/groups.ts';
import { systemClock } from '../../../electron/sync/clock.ts';
import { createEngine, type Engine } from '../../../electron/sync/engine.ts';
import { columns, type Server } from './server.ts';

export interface Queue {
  readonly store: AccountStore;
  readonly groupId: GroupId;
  /** Sends all that is queued and waits until every entry was acknowledged. */
  drain(): Promise<void>;
  close(): void;
}

export async function openQueue(server: Server, path: string): Promise<Queue> {
  const store = openAccountStore({
    path,
    now: Date.now,
    newId: () => v7(),
    onChange: () => undefined,
  });
  const groupId = addExistingGroup(store, {
    serverId: server.groupServerId,
    label: 'Clientes',
    columns,
  });
  await untilIdle(server, store);
  return {
    store,
    groupId,
    drain: () => untilIdle(server, store),
    close: () => store.close(),
  };
}

/** Runs an engine of its own from start to rest. */
async function untilIdle({ client }: Server, store: AccountStore): Promise<void> {
  const { promise: rested, resolve, reject } = Promise.withResolvers<null>();
  const onStatus = ({ queue, waiting, needsYou, problem }: SyncStatus): void => {
    if (queue === 'running' || !hasStarted) return;
    if (queue === 'idle' && waiting === 0 && needsYou === 0 && problem === null) resolve(null);
    else reject(new Error(`It came to rest with ${waiting} waiting and ${needsYou} questions.`));
  };
  let hasStarted = false;
  const engine: Engine = createEngine({
    store,
    client,
    clock: systemClock,
    random: Math.random,
    pause: () => new Promise((resume) => setImmediate(resume)),
    settings: () => ({ everyMinutes: 0, forcedOffline: false }),
    onStatus: (status) => {
      hasStarted ||= status.queue === 'running';
      onStatus(status);
    },
  });
  engine.start();
  try {
    await rested;
  } finally {
    await engine.stop();
  }
}
