/** What an error of the connection tells, by when it came. */

export type ConnectionFailure =
  /** No connection: refused, unreachable, no such name, a failed handshake. */
  | 'network'
  /** The server's certificate is not to be trusted. */
  | 'certificate'
  | 'timeout'
  /** The connection broke after the request had left. */
  | 'connection-lost'
  /** What came back is not HTTP. */
  | 'unreadable-reply'
  | 'reply-too-long'
  | 'cancelled';

const certificateCode =
  /CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|CRL/u;

/** `left`: whether any of the request had been handed to an open connection. */
export function connectionFailure(error: Error, left: boolean): ConnectionFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (left) return code.startsWith('HPE_') ? 'unreadable-reply' : 'connection-lost';
  return certificateCode.test(code) ? 'certificate' : 'network';
}
