/** Who may speak to main: the app's own page, in the main frame of its window, and nothing else. */

/** Where a message came from, as Electron tells it. */
export interface Sender {
  /** The frame's address. */
  readonly url: string;
  /** Whether it is the top frame of its window. */
  readonly mainFrame: boolean;
}

export const appScheme = 'app';
export const appHost = 'libreta';
export const appOrigin = `${appScheme}://${appHost}`;

/**
 * Whether an address belongs to the app. The parts are compared one by one, because `URL.origin` is
 * "null" for every scheme of one's own and a prefix test would take `app://libreta.example`.
 */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}

/** `null` is a frame that has already gone. */
export function isTrustedSender(sender: Sender | null): boolean {
  return sender !== null && sender.mainFrame && isAppAddress(sender.url);
}
