/** The practice account: a server of our own on this machine, so that everything can be tried without Afilnet and without a network. */
import { join } from 'node:path';
import { serverIdSchema } from '#shared/domain/ids.ts';
import { practiceAccount, sampleGroups, sampleState } from '../sandbox/sample/sample.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { addExistingGroup } from '../store/edits/groups.ts';

export const practiceUser = practiceAccount.user;
export const practicePassword = practiceAccount.password;

export interface PracticeServer {
  /** Starts the server if it does not run yet; answers its address. */
  readonly address: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** `dataFolder`: where practice edits are kept, so that they are there at the next start. */
export function practiceServer(dataFolder: string): PracticeServer {
  let running: Promise<Sandbox> | null = null;
  return {
    async address() {
      running ??= startSandbox({
        state: sampleState(),
        file: join(dataFolder, 'practice.json'),
        recordLimit: 0,
      });
      return (await running).origin;
    },
    async stop() {
      const server = running;
      running = null;
      await (await server)?.stop();
    },
  };
}

/** Afilnet cannot list groups, so the sample's are registered once; one that the user removed stays removed. */
export function registerSampleGroups(store: AccountStore): void {
  if (store.groups.all().length > 0) return;
  store.transaction(() => {
    for (const { id, name, columns } of sampleGroups) {
      addExistingGroup(store, { serverId: serverIdSchema.parse(String(id)), label: name, columns });
    }
  });
}
