/** One call from beginning to end: credentials, transport, reply, schema; every way out is a result. */
import type { z } from 'zod';
import type { ApiFailure, ApiResult, ClientSettings, RequestOptions } from './client.ts';
import type { Parameters } from './parameters.ts';
import { readReply } from './replies/readReply.ts';
import { redactionOf } from './replies/redaction.ts';
import { parseServerAddress } from './serverAddress.ts';
import type { Connection, Exchange } from './transports/connection.ts';
import { transports } from './transports/registry.ts';

/** Answers a failure before anything was sent. */
export function notSent(failure: Pick<ApiFailure, 'class' | 'code'>): ApiResult<never> {
  return { ok: false, failure: { ...failure, applied: 'no' } };
}

/** What a request without a reply means: `applied` is unknown from the moment that anything left. */
function broken({ reason, left }: Extract<Exchange, { kind: 'failed' }>): ApiResult<never> {
  const applied = left ? 'unknown' : 'no';
  const failed = (kind: ApiFailure['class']): ApiResult<never> => ({
    ok: false,
    failure: { class: kind, code: reason, applied },
  });
  switch (reason) {
    case 'cancelled':
      return failed('cancelled');
    case 'reply-too-long':
      return failed('notUnderstood');
    case 'network':
    case 'certificate':
    case 'timeout':
    case 'connection-lost':
    case 'unreadable-reply':
      return failed(left ? 'transient' : 'offline');
  }
}

export type Ask = <Value>(
  parameters: Parameters,
  schema: z.ZodType<Value>,
  options?: RequestOptions,
) => Promise<ApiResult<Value>>;

/** Sends over this connection in the way that the settings name. `now`: milliseconds since the epoch. */
export function asking(settings: ClientSettings, connection: Connection, now: () => number): Ask {
  const transport = transports[settings.transport];
  const address = parseServerAddress(settings.server);

  return async (parameters, schema, options) => {
    // The password leaves for no address that the settings page would have refused.
    if (!address.ok) return notSent({ class: 'refusedHere', code: `server-${address.code}` });
    const password = settings.password();
    if (password === null) return notSent({ class: 'signIn', code: 'no-password' });
    const credentials = { user: settings.user, password };
    const request = transport.prepare(address.server, parameters, credentials);
    if ('refused' in request) return notSent({ class: 'refusedHere', code: request.refused });

    const exchange = await connection.send(request, {
      signal: options?.signal,
      timeoutMs: settings.timeoutMs,
    });
    if (exchange.kind === 'failed') return broken(exchange);
    const redaction = redactionOf(credentials);
    const answer = readReply(exchange.reply, { basic: transport.basic, now: now(), redaction });
    if (!answer.ok) return answer;
    const parsed = schema.safeParse(answer.value);
    if (parsed.success) return { ok: true, value: parsed.data };
    const raw = redaction.raw(Buffer.from(exchange.reply.body).toString('utf8'));
    const failure = {
      class: 'notUnderstood',
      code: 'unknown-reply',
      applied: 'unknown',
      raw,
    } as const;
    return { ok: false, failure };
  };
}
