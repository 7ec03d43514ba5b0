/** The one request that tells whether a password is right, before anything is kept. */
import type { TransportName } from '../afilnet/client.ts';
import { createAfilnetClient } from '../afilnet/createClient.ts';
import type { ApiFailure } from '../afilnet/client.ts';

/** People wait for this one, so it gives up sooner than sync does. Milliseconds. */
const patience = 20_000;

/** Null when the server took the password; otherwise why not. */
export async function checkSignIn(account: {
  server: string;
  transport: TransportName;
  user: string;
  password: string;
}): Promise<ApiFailure | null> {
  const { server, transport, user, password } = account;
  const client = createAfilnetClient({
    server,
    transport,
    user,
    password: () => password,
    timeoutMs: patience,
  });
  try {
    const balance = await client.getBalance();
    return balance.ok ? null : balance.failure;
  } finally {
    client.close();
  }
}
