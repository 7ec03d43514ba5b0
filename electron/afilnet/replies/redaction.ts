/** A reply may echo what was sent. What is kept of it must not hold the credentials, in any spelling. */

const longestRaw = 4_000;
const longestCode = 100;
const mark = '•••';

const escapeRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const unpadded = (text: string): string => text.replace(/=+$/u, '');
const toAscii = (text: string): string =>
  text.replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
/** Percent and unicode escapes are written with either case of hexadecimal digits. */
const inBothCases = (text: string): string[] => [
  text,
  text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase()),
  text.replaceAll(/\\u[\da-f]{4}/g, (escape) => `\\u${escape.slice(2).toUpperCase()}`),
];
const html = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The ways in which servers and proxies spell a value that they echo. */
function spellings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const escapedHtml = html(secret);
  return [
    secret,
    json,
    toAscii(json),
    json.replaceAll('/', '\\/'),
    toAscii(json).replaceAll('/', '\\/'),
    form,
    form.replaceAll('+', '%20'),
    encodeURIComponent(secret.toWellFormed()),
    escapedHtml,
    escapedHtml.replaceAll("'", '&#039;'),
    escapedHtml.replaceAll("'", '&#39;'),
    base64(secret),
    unpadded(base64(secret)),
  ].flatMap(inBothCases);
}

export interface Redaction {
  /** What is kept of a reply: redacted, at most 4,000 characters. */
  raw(text: string): string;
  /** An error code as it may be shown. */
  code(text: string): string;
}

/** Takes these credentials out of whatever is kept of a reply. */
export function redactionOf(credentials: { user: string; password: string }): Redaction {
  const { user, password } = credentials;
  const secrets = [password, user, `${user}:${password}`].filter((secret) => secret !== '');
  const forms = [...new Set(secrets.flatMap(spellings))]
    // The longest first, so that no spelling leaves a rest of a longer one.
    .toSorted((left, right) => right.length - left.length);
  const pattern = forms.length === 0 ? null : new RegExp(forms.map(escapeRegExp).join('|'), 'gu');
  const redact = (text: string): string =>
    pattern === null ? text : text.replaceAll(pattern, mark);
  return {
    raw: (text) => redact(text).slice(0, longestRaw),
    code: (text) => redact(text).slice(0, longestCode),
  };
}
