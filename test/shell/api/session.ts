import { urls } from '../runtime.ts';
import { notPlayed, strictObject, strictPrototype } from './strict.ts';
import type { WebContents } from './webContents.ts';

type Handler = (request: Request) => Response | Promise<Response>;

interface Privileged {
  readonly scheme: string;
  readonly privileges?: { readonly standard?: boolean };
}

export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId: number;
  readonly referrer: string;
}

export interface ResponseDetails extends RequestDetails {
  readonly statusCode: number;
  readonly statusLine: string;
  readonly responseHeaders: Record<string, string[]>;
}

export interface RequestAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}

export interface ResponseAnswer {
  readonly cancel?: boolean;
  readonly responseHeaders?: Record<string, string | string[]>;
  readonly statusLine?: string;
}

type Listener<Details, Answer> = (details: Details, callback: (answer: Answer) => void) => void;
type Filter = { readonly urls: readonly string[] };

/** One hook of webRequest: at most one listener, perhaps for some addresses only. */
class Hook<Details extends RequestDetails, Answer> {
  #listener: Listener<Details, Answer> | undefined;
  #wants: (url: string) => boolean = () => true;

  readonly register = (
    first: Filter | Listener<Details, Answer> | null,
    second?: Listener<Details, Answer> | null,
  ): void => {
    const filter = typeof first === 'object' ? first : null;
    this.#listener = (typeof first === 'function' ? first : second) ?? undefined;
    const patterns = filter?.urls.map(patternToExpression) ?? [/^/];
    this.#wants = (url) => patterns.some((pattern) => pattern.test(url));
  };

  get active(): boolean {
    return this.#listener !== undefined;
  }

  /** The listener's answer, or nothing where nobody listens. */
  async ask(details: Details): Promise<Answer | undefined> {
    const listener = this.#listener;
    if (!listener || !this.#wants(details.url)) return undefined;
    return new Promise((resolve) => listener(details, resolve));
  }
}

function patternToExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/^\*:/, '[a-z]+:').replaceAll('*', '.*')}$`, 'i');
}

/** `protocol`, of one session. */
class Protocol {
  readonly handlers = new Map<string, Handler>();
  readonly handle = (scheme: string, handler: Handler): void => {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (/^(https?|file|data|blob|about)$/.test(scheme))
      throw notPlayed(`protocol.handle('${scheme}')`);
    this.handlers.set(scheme, handler);
  };
  readonly unhandle = (scheme: string): void => void this.handlers.delete(scheme);
  readonly isProtocolHandled = (scheme: string): boolean => this.handlers.has(scheme);
  readonly registerSchemesAsPrivileged = (schemes: readonly Privileged[]): void => {
    for (const { scheme, privileges } of schemes) if (privileges?.standard) urls.register(scheme);
  };
}

type Decide = (granted: boolean) => void;
type Ask = (page: WebContents, permission: string, decide: Decide, details: object) => void;
type Check = (page: WebContents, permission: string, origin: string, details: object) => boolean;

/** What a session decides about the pages that belong to it. */
export class Session {
  readonly protocol = strictObject('protocol', new Protocol());
  readonly onBeforeRequest = new Hook<RequestDetails, RequestAnswer>();
  readonly onHeadersReceived = new Hook<ResponseDetails, ResponseAnswer>();
  readonly webRequest = strictObject('session.webRequest', {
    onBeforeRequest: this.onBeforeRequest.register,
    onHeadersReceived: this.onHeadersReceived.register,
  });
  #ask: Ask | undefined;
  #check: Check | undefined;

  setPermissionRequestHandler(handler: Ask | null): void {
    this.#ask = handler ?? undefined;
  }
  setPermissionCheckHandler(handler: Check | null): void {
    this.#check = handler ?? undefined;
  }
  setDevicePermissionHandler(_handler: unknown): void {
    // Headless Chromium has no devices to offer.
  }
  setDisplayMediaRequestHandler(_handler: unknown): void {
    // Nor screens to share.
  }
  setSpellCheckerEnabled(_enabled: boolean): void {
    // Headless Chromium does not check spelling.
  }
  setSpellCheckerLanguages(_languages: readonly string[]): void {
    // See above.
  }
  setSpellCheckerDictionaryDownloadURL(_url: string): void {
    // See above.
  }

  /** What the app's handlers say to a permission, or nothing where it set none. */
  async permits(page: WebContents, permission: string, url: string): Promise<boolean | undefined> {
    if (!this.#ask && !this.#check) return undefined;
    const origin = urls.originOf(url);
    const details = { requestingUrl: url, securityOrigin: `${origin}/`, isMainFrame: true };
    if (this.#check && !this.#check(page, permission, origin, details)) return false;
    const ask = this.#ask;
    return ask ? new Promise((resolve) => ask(page, permission, resolve, details)) : true;
  }
}

Object.setPrototypeOf(Session.prototype, strictPrototype('session'));

const partitions = new Map<string, Session>();

export const session = strictObject('session', {
  defaultSession: new Session(),
  fromPartition(name: string): Session {
    const known = partitions.get(name) ?? new Session();
    partitions.set(name, known);
    return known;
  },
});
