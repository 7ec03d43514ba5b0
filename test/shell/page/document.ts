import type { Session as Cdp } from '../chromium/connection.ts';
import { urls } from '../runtime.ts';

/** What a page's owner wants to hear about its document. */
export interface DocumentListener {
  onUrl(url: string): void;
  onLoad(): void;
  /** The page asked by itself to go to an address that Chromium cannot fetch. */
  onForeignScheme(url: string): void;
  /** A link was clicked in a way that asks for a tab of its own. */
  onNewTab(url: string): void;
}

/** The empty page that a window begins with. */
const isBlank = (url: string): boolean => /^(about:blank|file:)/.test(url);

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

/** Follows one page from document to document, and waits for those that the app itself asked for. */
export class DocumentTrail {
  readonly #page: Cdp;
  readonly #frameId: string;
  /** Addresses the app asked for, which are no will-navigate. */
  readonly #asked: string[] = [];
  readonly #waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  #loaded = '';
  #url = 'about:blank';

  constructor(page: Cdp, frameId: string, listener: DocumentListener) {
    this.#page = page;
    this.#frameId = frameId;
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== frameId || isBlank(frame.url)) return;
      this.#url = frame.url + (frame.urlFragment ?? '');
      listener.onUrl(urls.toApp(this.#url));
    });
    page.on('Page.navigatedWithinDocument', ({ frameId: id, url }) => {
      if (id !== frameId) return;
      this.#url = url;
      listener.onUrl(urls.toApp(url));
    });
    page.on('Page.lifecycleEvent', ({ frameId: id, loaderId, name }) => {
      if (id !== frameId) return;
      if (name === 'init') this.#giveUpBut(loaderId);
      if (name !== 'load' || isBlank(this.#url)) return;
      this.#loaded = loaderId;
      listener.onLoad();
      this.#waiting.get(loaderId)?.resolve();
      this.#waiting.delete(loaderId);
    });
    // Not when the page asks but when the browser begins: an earlier answer would be overtaken.
    page.on('Page.frameStartedNavigating', ({ frameId: id, url }) => {
      if (id !== frameId || /^(https?|about|data|file):/.test(url)) return;
      listener.onForeignScheme(urls.toApp(url));
    });
    page.on('Page.frameRequestedNavigation', ({ frameId: id, url, disposition }) => {
      if (id === frameId && disposition !== 'currentTab') listener.onNewTab(urls.toApp(url));
    });
    page.onClosed(() => this.#giveUpBut(undefined));
    page.tell('Page.enable');
    page.tell('Page.setLifecycleEventsEnabled', { enabled: true });
  }

  /** True once for each address the app asked for, and for a reload of what is shown. */
  isOwn(url: string): boolean {
    const plain = withoutFragment(urls.toPage(url));
    const index = this.#asked.indexOf(plain);
    if (index >= 0) this.#asked.splice(index, 1);
    return index >= 0 || plain === withoutFragment(this.#url) || isBlank(plain);
  }

  /** Shows an address and waits until its document has loaded. */
  async load(url: string): Promise<void> {
    const target = urls.toPage(url);
    if (/^https?:/.test(target)) this.#asked.push(withoutFragment(new URL(target).href));
    const { loaderId, errorText } = await this.#page.send('Page.navigate', { url: target });
    if (errorText !== undefined) throw loadError(errorText, url);
    if (loaderId === undefined || loaderId === this.#loaded) return;
    await new Promise<void>((resolve, reject) => this.#waiting.set(loaderId, { resolve, reject }));
  }

  get frameId(): string {
    return this.#frameId;
  }

  #giveUpBut(loaderId: string | undefined): void {
    for (const [id, { reject }] of this.#waiting) {
      if (id === loaderId) continue;
      this.#waiting.delete(id);
      reject(
        loaderId === undefined
          ? loadError('net::ERR_FAILED', urls.toApp(this.#url))
          : loadError('net::ERR_ABORTED', urls.toApp(this.#url)),
      );
    }
  }
}

function loadError(errorText: string, url: string): Error {
  const code = errorText.replace(/^net::/, '');
  return Object.assign(new Error(`${code} loading '${url}'`), { code, url });
}
