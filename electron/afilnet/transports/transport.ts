/** The seam between the methods and the ways to send them: parameters in, one HTTP request out. */
import type { Parameters } from '../parameters.ts';
import type { HttpRequest } from './connection.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** A request that this way of sending cannot carry; nothing is sent. */
export interface Refusal {
  readonly refused: 'request-too-long' | 'user-has-colon';
}

export interface Transport {
  /** True where the credentials travel in the Authorization header. */
  readonly basic: boolean;
  /** `server`: the root without a slash at its end. */
  prepare(server: string, parameters: Parameters, credentials: Credentials): HttpRequest | Refusal;
}

/** `name=value&…` as forms write it. */
export function formEncoded(parameters: Parameters): string {
  const form = new URLSearchParams();
  for (const [name, value] of parameters) form.append(name, value);
  return form.toString();
}

export const commonHeaders: Readonly<Record<string, string>> = {
  Accept: 'application/json',
  'Accept-Encoding': 'identity',
  'User-Agent': 'Libreta',
};

/** The document's limit for a request by GET, in characters of its whole address. */
const longestUrl = 4_000;

/** A GET request, or its refusal where the address would be cut. */
export function getRequest(
  url: string,
  headers: Readonly<Record<string, string>>,
): HttpRequest | Refusal {
  return url.length > longestUrl
    ? { refused: 'request-too-long' }
    : { method: 'GET', url, headers: { ...commonHeaders, ...headers }, body: null };
}

/** A POST request with a form as its body. */
export function formRequest(
  url: string,
  parameters: Parameters,
  headers: Readonly<Record<string, string>>,
): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: {
      ...commonHeaders,
      'Content-Type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: formEncoded(parameters),
  };
}
