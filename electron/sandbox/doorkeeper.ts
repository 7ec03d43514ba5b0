/** Who may speak to a server on this machine: programs of this machine, and no web page. */
import type { IncomingMessage } from 'node:http';

const loopbackHosts = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/iu;

/**
 * False for a Host that is no loopback name (a web page that rebinds its DNS name to 127.0.0.1)
 * and for anything that carries an Origin (a web page that posts a form here).
 */
export function mayEnter({ headers }: IncomingMessage): boolean {
  return loopbackHosts.test(headers.host ?? '') && headers.origin === undefined;
}
