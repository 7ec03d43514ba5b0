/** Each way to send by the name that settings give it. */
import type { TransportName } from '../client.ts';
import { basicGetTransport, basicPostTransport } from './basic.ts';
import { getTransport, postTransport } from './http.ts';
import type { Transport } from './transport.ts';

export const transports: Readonly<Record<TransportName, Transport>> = {
  post: postTransport,
  basicPost: basicPostTransport,
  basicGet: basicGetTransport,
  get: getTransport,
};
