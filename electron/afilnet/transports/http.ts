/** `/api/http/`: credentials among the parameters, by POST or, where a server takes nothing else, by GET. */
import type { Parameters } from '../parameters.ts';
import {
  formEncoded,
  formRequest,
  getRequest,
  type Credentials,
  type Transport,
} from './transport.ts';

const path = '/api/http/';

/** The document's order: class, method, user, password, then the method's own. */
function withCredentials(parameters: Parameters, credentials: Credentials): Parameters {
  const { user, password } = credentials;
  return [
    ...parameters.slice(0, 2),
    ['user', user],
    ['password', password],
    ...parameters.slice(2),
  ];
}

export const postTransport: Transport = {
  basic: false,
  prepare: (server, parameters, credentials) =>
    formRequest(server + path, withCredentials(parameters, credentials), {}),
};

/** The password stands in the address, where servers and proxies log it: the settings say so. */
export const getTransport: Transport = {
  basic: false,
  prepare: (server, parameters, credentials) =>
    getRequest(`${server}${path}?${formEncoded(withCredentials(parameters, credentials))}`, {}),
};
