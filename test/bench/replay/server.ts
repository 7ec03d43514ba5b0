/** A sandbox with one group, and the bare client for it. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ServerId } from '#shared/domain/ids.ts';
import {
  createAfilnetClient,
  type ClosableAfilnetClient,
} from '../../../electron/afilnet/createClient.ts';
import { startSandbox, type Sandbox } from '../../../electron/sandbox/sandbox.ts';

/** Values that the text form carries, so that the naive loop can send them too. */
export const columns = ['mobile', 'name', 'surname', 'email', 'birthday'];

export interface Server {
  readonly sandbox: Sandbox;
  readonly client: ClosableAfilnetClient;
  readonly groupServerId: ServerId;
  stop(): Promise<void>;
}

export async function startServer(contacts: readonly ContactFields[]): Promise<Server> {
  const user = 'bench';
  const sandbox = await startSandbox();
  sandbox.state.addAccount(user, user);
  const group = sandbox.state.addGroup(user, { name: 'Clientes', columns });
  sandbox.state.addContacts(group, contacts);
  const client = createAfilnetClient({
    server: sandbox.origin,
    transport: 'post',
    user,
    password: () => user,
    timeoutMs: 60_000,
  });
  return {
    sandbox,
    client,
    groupServerId: String(group) as ServerId,
    async stop() {
      client.close();
      await sandbox.stop();
    },
  };
}
