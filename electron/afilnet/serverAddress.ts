/** The one address a user may type: the root of Afilnet or of a white-label server. */

export type ServerAddress =
  | { readonly ok: true; readonly server: string }
  | { readonly ok: false; readonly code: 'invalid' | 'insecure' };

const withScheme = /^[a-z][a-z\d+.-]*:\/\//iu;

/** True for 127.0.0.0/8, `localhost` and `::1`, as the URL parser writes them. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

/**
 * The server's root (`https://www.afilnet.com`) out of what was typed or pasted.
 * A missing scheme means HTTPS; a path such as `/api/http/` is cut off, since the transports add
 * their own. `insecure`: plain HTTP to another machine, which would show the password to the network.
 */
export function parseServerAddress(text: string): ServerAddress {
  const trimmed = text.trim();
  const url = URL.parse(withScheme.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || url.hostname === '') return { ok: false, code: 'invalid' };
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'invalid' };
  switch (url.protocol) {
    case 'https:':
      return { ok: true, server: url.origin };
    case 'http:':
      return isLoopback(url.hostname)
        ? { ok: true, server: url.origin }
        : { ok: false, code: 'insecure' };
    default:
      return { ok: false, code: 'invalid' };
  }
}
