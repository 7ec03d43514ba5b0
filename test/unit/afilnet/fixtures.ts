/** What the tests of the client share: settings, ids and a client on a reply server. */
import { onTestFinished } from 'vitest';
import { serverIdSchema } from '#shared/domain/ids.ts';
import type { ApiFailure, ApiResult, ClientSettings } from '../../../electron/afilnet/client.ts';
import {
  createAfilnetClient,
  type ClientEnvironment,
  type ClosableAfilnetClient,
} from '../../../electron/afilnet/createClient.ts';
import { startReplyServer, type ReplyServer, type Responder } from './replyServer.ts';

export const group = serverIdSchema.parse('1000');
export const contact = serverIdSchema.parse('77');

export const settingsFor = (
  server: string,
  some: Partial<ClientSettings> = {},
): ClientSettings => ({
  server,
  transport: 'post',
  user: 'ana@example.com',
  password: () => 's3cret & más',
  timeoutMs: 10_000,
  ...some,
});

/** A client that is closed when the test ends. */
export function clientOf(
  settings: ClientSettings,
  environment?: ClientEnvironment,
): ClosableAfilnetClient {
  const client = createAfilnetClient(settings, environment);
  onTestFinished(() => client.close());
  return client;
}

export interface Bench {
  readonly server: ReplyServer;
  readonly client: ClosableAfilnetClient;
}

/** A reply server that answers like this, and a client that talks to it. */
export async function bench(
  respond: Responder,
  some: Partial<ClientSettings> = {},
  environment?: ClientEnvironment,
): Promise<Bench> {
  const server = await startReplyServer();
  onTestFinished(() => server.close());
  server.respond = respond;
  return { server, client: clientOf(settingsFor(server.url, some), environment) };
}

/** The failure of a result that has to be one. */
export function failureOf(result: ApiResult<unknown>): ApiFailure {
  if (result.ok) throw new Error(`a failure was expected, not ${JSON.stringify(result.value)}`);
  return result.failure;
}

/** The value of a result that has to be a success. */
export function valueOf<Value>(result: ApiResult<Value>): Value {
  if (!result.ok) throw new Error(`a success was expected, not ${JSON.stringify(result.failure)}`);
  return result.value;
}
