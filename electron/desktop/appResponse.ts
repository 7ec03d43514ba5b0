/** Answers requests to app://libreta/ with files of the built page, and with nothing from outside their folder. */
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { isAppAddress } from '../ipc/sender.ts';
import { contentSecurityPolicy } from './contentSecurityPolicy.ts';

/** What the page is made of. A file of any other kind is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Reads from `folder` (absolute) the file that `url` names. */
export async function appResponse(
  request: { readonly method: string; readonly url: string },
  folder: string,
): Promise<Response> {
  if (request.method !== 'GET') return empty(405);
  const path = pathInFolder(request.url, folder);
  const type = path === null ? undefined : mimeTypes[extname(path)];
  if (path === null || type === undefined) return empty(404);
  try {
    const body = new Uint8Array(await readFile(path));
    return new Response(body, { headers: { ...headers, 'content-type': type } });
  } catch {
    return empty(404);
  }
}

/**
 * The file an address names, or null if it names none in the folder. Every part is checked after decoding,
 * so that neither `..` nor a separator or drive can arrive in disguise.
 */
export function pathInFolder(address: string, folder: string): string | null {
  if (!isAppAddress(address)) return null;
  const { pathname } = new URL(address);
  const parts: string[] = [];
  for (const encoded of pathname.split('/').slice(1)) {
    const part = decode(encoded);
    if (part === null || !/^[\w][\w.@-]*$/.test(part)) {
      if (part === '' && pathname === '/') break;
      return null;
    }
    parts.push(part);
  }
  const path = join(folder, ...(parts.length === 0 ? ['index.html'] : parts));
  return path.startsWith(folder + sep) ? path : null;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function empty(status: number): Response {
  return new Response(null, { status, headers });
}
