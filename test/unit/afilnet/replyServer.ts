/** A real HTTP server on loopback that answers what a test tells it to, and remembers what came. */
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly socket: Socket;
}

export type Responder = (request: SeenRequest, response: http.ServerResponse) => void;

export interface ReplyServer {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** What the next requests are answered. */
  respond: Responder;
  readonly server: http.Server;
  close(): Promise<void>;
}

/** Answers this body, as JSON unless it is text already. */
export function reply(
  body: unknown,
  status = 200,
  headers: http.OutgoingHttpHeaders = {},
): Responder {
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return (_request, response) => response.writeHead(status, headers).end(bytes);
}

export const success = (result?: unknown): Responder => reply({ status: 'SUCCESS', result });
export const error = (code: unknown, status = 200): Responder =>
  reply({ status: 'ERROR', error: code }, status);

export async function startReplyServer(): Promise<ReplyServer> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const seen: SeenRequest = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        socket: request.socket,
      };
      running.seen.push(seen);
      running.respond(seen, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const running: ReplyServer = {
    url: `http://127.0.0.1:${port}`,
    seen: [],
    respond: success(),
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return running;
}
