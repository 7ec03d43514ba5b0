/** Where the window may go, and which addresses may be handed to the system's browser. */
import { isAppAddress } from '../ipc/sender.ts';

/** The window stays in the app, whatever a link or a redirect says. */
export function mayNavigate(address: string): boolean {
  return isAppAddress(address);
}

/** Afilnet's site, shown in the system's browser from the menu. */
export const afilnetSite = 'https://www.afilnet.com/';

const allowedHosts: ReadonlySet<string> = new Set(['www.afilnet.com', 'afilnet.com']);

/**
 * The address to give to the system's browser, or null when it may not go there: only HTTPS, only hosts
 * we link to, no port of its own and no user or password that would make another host look like ours.
 */
export function externalAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password, href } = new URL(address);
  const plain = port === '' && username === '' && password === '';
  return protocol === 'https:' && plain && allowedHosts.has(hostname) ? href : null;
}
