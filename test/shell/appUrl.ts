/**
 * Chromium refuses to open a scheme that it does not know, so a page of `app://host/path` is shown as
 * `http://host.app.localhost/path`. Everything in the main process sees the `app://` form.
 */
export class AppUrls {
  readonly #schemes = new Set<string>();

  /** Makes a standard scheme known, such as `app`. */
  register(scheme: string): void {
    this.#schemes.add(scheme.toLowerCase());
  }

  /** The scheme of a URL in either form, when it is one of the registered ones. */
  schemeOf(url: string): string | undefined {
    return this.#read(this.toApp(url))?.scheme;
  }

  /** `app://host/path` as the page's `http://host.app.localhost/path`; any other URL unchanged. */
  toPage(url: string): string {
    const parts = this.#read(url);
    return parts ? `http://${parts.host}.${parts.scheme}.localhost${parts.rest}` : url;
  }

  /** The page's form back to `app://`; any other URL unchanged. A blob's inner URL is mapped too. */
  toApp(url: string): string {
    if (url.startsWith('blob:')) return `blob:${this.toApp(url.slice(5))}`;
    const match = /^http:\/\/([^/?#]+)\.([^./?#]+)\.localhost(?=[/?#]|$)([\s\S]*)$/i.exec(url);
    const [, host = '', scheme = '', rest = ''] = match ?? [];
    return this.#schemes.has(scheme.toLowerCase())
      ? `${scheme.toLowerCase()}://${host}${rest}`
      : url;
  }

  /** Every URL of the page's form inside a longer text, such as a console message. */
  textToApp(text: string): string {
    return text.replace(/\bhttp:\/\/[^\s'"<>()]+\.localhost[^\s'"<>()]*/gi, (url) =>
      this.toApp(url),
    );
  }

  /** The origin of a URL as Electron serialises it: a standard scheme has one, others are "null". */
  originOf(url: string): string {
    const parts = this.#read(this.toApp(url));
    if (parts) return `${parts.scheme}://${parts.host}`;
    return URL.canParse(url) ? new URL(url).origin : 'null';
  }

  /** A content security policy whose `app:` and `app://host` sources name the page's form. */
  policyToPage(policy: string): string {
    return policy.replace(/[^\s;,]+/g, (source) => {
      const whole = /^([a-z][a-z0-9+.-]*):(?:\/\/\*?)?$/i.exec(source)?.[1]?.toLowerCase();
      if (whole !== undefined && this.#schemes.has(whole)) return `http://*.${whole}.localhost`;
      return this.toPage(source);
    });
  }

  #read(url: string): { scheme: string; host: string; rest: string } | undefined {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([\s\S]*)$/i.exec(url);
    const [, scheme = '', host = '', rest = ''] = match ?? [];
    if (!this.#schemes.has(scheme.toLowerCase()) || host === '') return undefined;
    return {
      scheme: scheme.toLowerCase(),
      host: host.toLowerCase(),
      rest: rest === '' ? '/' : rest,
    };
  }
}
