/** `/api/basic/`: credentials in the Authorization header, parameters without them. */
import type { HttpRequest } from './connection.ts';
import {
  formEncoded,
  formRequest,
  getRequest,
  type Credentials,
  type Refusal,
  type Transport,
} from './transport.ts';

const path = '/api/basic/';

function authorized(
  { user, password }: Credentials,
  build: (headers: Readonly<Record<string, string>>) => HttpRequest | Refusal,
): HttpRequest | Refusal {
  // The header splits at its first colon, so a user name with one would arrive cut.
  if (user.includes(':')) return { refused: 'user-has-colon' };
  const token = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
  return build({ Authorization: `Basic ${token}` });
}

export const basicPostTransport: Transport = {
  basic: true,
  prepare: (server, parameters, credentials) =>
    authorized(credentials, (headers) => formRequest(server + path, parameters, headers)),
};

export const basicGetTransport: Transport = {
  basic: true,
  prepare: (server, parameters, credentials) =>
    authorized(credentials, (headers) =>
      getRequest(`${server}${path}?${formEncoded(parameters)}`, headers),
    ),
};
