import type { CodedError } from '#shared/ipc/errors.ts';

/** The server's own code. Libreta's words for a failed connection are in lower case, and the sentence says them. */
export function serverWord({ serverCode }: CodedError): string | null {
  return serverCode !== undefined && /^[A-Z]/u.test(serverCode) ? serverCode : null;
}
