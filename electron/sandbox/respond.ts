/** Writes a reply, whole or as a fault leaves it. */
import type { ServerResponse } from 'node:http';
import type { Dialect } from './dialect.ts';
import type { Fault } from './fault.ts';
import { errorPage, wifiLoginPage } from './pages.ts';

const contentTypes = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=UTF-8',
} as const;

export function sendReply(response: ServerResponse, body: string, dialect: Dialect): void {
  send(response, 200, contentTypes[dialect.contentType], body);
}

export function sendPage(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, contentTypes.html, errorPage(status), headers);
}

export interface FaultedReply {
  readonly response: ServerResponse;
  readonly fault: Fault;
  /** The reply that would have gone out. */
  readonly body: string;
  readonly dialect: Dialect;
  /** Milliseconds since the epoch, for Retry-After as a date. */
  readonly now: () => number;
}

export function sendFault({ response, fault, body, dialect, now }: FaultedReply): void {
  const half = body.slice(0, Math.ceil(body.length / 2));
  const type = contentTypes[dialect.contentType];
  switch (fault.name) {
    case 'dropBefore':
    case 'dropAfter':
      response.destroy();
      return;
    case 'http':
      return sendPage(response, fault.status);
    case 'tooMany':
      return sendPage(response, 429, retryAfter(fault, now()));
    case 'htmlPage':
      return send(response, 200, contentTypes.html, wifiLoginPage);
    case 'truncatedBody':
      return send(response, 200, type, half);
    case 'dropMidBody': {
      const length = String(Buffer.byteLength(body));
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': length });
      response.write(half, () => response.destroy());
      return;
    }
    case 'emptyBody':
      return send(response, 200, type, '');
    case 'slow':
    case 'fewContacts':
      return sendReply(response, body, dialect);
    case 'redirect':
      return send(response, 302, contentTypes.html, '', { Location: fault.location });
    case 'unknownCode':
      return sendReply(response, JSON.stringify({ status: 'ERROR', error: fault.code }), dialect);
    case 'unknownShape':
      return sendReply(
        response,
        JSON.stringify({ answer: { of: ['a', 'newer', 'API'] } }),
        dialect,
      );
    case 'hang':
      return;
  }
}

function retryAfter(
  { seconds, asDate }: Extract<Fault, { name: 'tooMany' }>,
  now: number,
): Record<string, string> {
  if (seconds === undefined) return {};
  const value = asDate === true ? new Date(now + seconds * 1000).toUTCString() : String(seconds);
  return { 'Retry-After': value };
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': length, ...headers });
  response.end(body);
}
