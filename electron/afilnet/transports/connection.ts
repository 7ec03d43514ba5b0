/**
 * One request over HTTP and what became of it. The point of this file is certainty about one thing:
 * whether any of the request left. Nothing is written before the connection stands, so that every
 * error up to there means "not sent", and everything after it means "outcome unknown".
 */
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { connectionFailure, type ConnectionFailure } from './connectionErrors.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  readonly body: Uint8Array;
}

export type Exchange =
  | { readonly kind: 'reply'; readonly reply: HttpReply }
  | { readonly kind: 'failed'; readonly reason: ConnectionFailure; readonly left: boolean };

export interface ConnectionSettings {
  /** Longest body that is read, in bytes. */
  readonly maxReplyBytes: number;
  /** Certificate authorities in PEM, in place of the built-in ones. */
  readonly certificateAuthorities?: readonly string[];
}

/** A pool of connections to one server. */
export interface Connection {
  /** Never rejects. `timeoutMs` is for the whole exchange, the last byte of the reply included. */
  send(
    request: HttpRequest,
    limits: { signal?: AbortSignal | undefined; timeoutMs: number },
  ): Promise<Exchange>;
  close(): void;
}

/** An idle connection is given up before the usual server does (5 s), so that a write rarely meets a closed one. */
const idleMs = 4_000;

type Attempt = Exchange | { readonly kind: 'stale' };

export function openConnection(server: string, settings: ConnectionSettings): Connection {
  const secure = server.startsWith('https:');
  const pool = { keepAlive: true, timeout: idleMs, maxFreeSockets: 4 };
  const authorities = settings.certificateAuthorities;
  const agent = secure
    ? new https.Agent({
        ...pool,
        // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED cannot turn it off.
        rejectUnauthorized: true,
        ...(authorities === undefined ? {} : { ca: [...authorities] }),
      })
    : new http.Agent(pool);
  const established = new WeakSet<Socket>();

  /** Calls back once the socket is known to stand; `reused` tells that it had served before. */
  function whenReady(socket: Socket, ready: (reused: boolean) => void): void {
    if (established.has(socket)) {
      // Two turns are one whole poll: a close that the server sent meanwhile is seen before we write.
      setImmediate(() => setImmediate(ready, true));
      return;
    }
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      established.add(socket);
      ready(false);
    });
  }

  function attempt(request: HttpRequest, stop: AbortSignal): Promise<Attempt> {
    return new Promise((resolve) => {
      let left = false;
      let reused = false;
      const options = { method: request.method, headers: request.headers, agent };
      const outgoing = (secure ? https : http).request(request.url, options);
      const fail = (reason: ConnectionFailure): void => {
        stop.removeEventListener('abort', onStop);
        resolve({ kind: 'failed', reason, left });
        outgoing.destroy();
      };
      const onStop = (): void => fail(stop.reason === 'timeout' ? 'timeout' : 'cancelled');
      stop.addEventListener('abort', onStop);

      outgoing.on('socket', (socket) => {
        reused = established.has(socket);
        whenReady(socket, () => {
          if (outgoing.destroyed || socket.destroyed) return;
          left = true;
          outgoing.end(request.body ?? undefined);
        });
      });
      outgoing.on('error', (error) => {
        // The server closed a resting connection before anything was written to it: begin anew.
        if (reused && !left && !stop.aborted) resolve({ kind: 'stale' });
        fail(connectionFailure(error, left));
      });
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > settings.maxReplyBytes) fail('reply-too-long');
        });
        incoming.on('error', (error) => fail(connectionFailure(error, left)));
        incoming.on('end', () => {
          stop.removeEventListener('abort', onStop);
          resolve({
            kind: 'reply',
            reply: {
              status: incoming.statusCode ?? 0,
              contentType: incoming.headers['content-type'] ?? '',
              retryAfter: incoming.headers['retry-after'],
              body: Buffer.concat(chunks),
            },
          });
        });
      });
    });
  }

  return {
    async send(request, { signal, timeoutMs }) {
      if (signal?.aborted === true) return { kind: 'failed', reason: 'cancelled', left: false };
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort('timeout'), timeoutMs);
      const onCancel = (): void => stop.abort('cancelled');
      signal?.addEventListener('abort', onCancel);
      try {
        for (;;) {
          const outcome = await attempt(request, stop.signal);
          // Each stale connection leaves the pool, so this ends at a fresh one.
          if (outcome.kind !== 'stale') return outcome;
        }
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onCancel);
      }
    },
    close: () => agent.destroy(),
  };
}
