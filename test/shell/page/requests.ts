import type { Protocol, Session as Cdp } from '../chromium/connection.ts';
import { urls } from '../runtime.ts';
import type { RequestDetails, Session } from '../api/session.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** What the page's owner decides about the document its window is about to show. */
export interface Gate {
  readonly webContentsId: number;
  readonly session: Session;
  /** False stops the navigation. */
  mayShow(url: string, redirected: boolean): boolean;
  /** Called before the first answer of an origin reaches the page. */
  prepare(url: string): Promise<void>;
  isMainFrame(frameId: string): boolean;
}

const KINDS: Partial<Record<Protocol.Network.ResourceType, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

const NO_BODY = new Set([101, 103, 204, 205, 304]);

/** Answers every request of one page: the app's own schemes by its handlers, the rest by the network. */
export function interceptRequests(page: Cdp, gate: Gate): void {
  page.on('Fetch.requestPaused', (paused) => {
    void answer(page, gate, paused).catch((error: unknown) => {
      console.error(`Answering ${urls.toApp(paused.request.url)} failed:`, error);
      page.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' });
    });
  });
  page.tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

function kindOf(gate: Gate, paused: Paused): string {
  if (paused.resourceType !== 'Document') return KINDS[paused.resourceType] ?? 'other';
  return gate.isMainFrame(paused.frameId) ? 'mainFrame' : 'subFrame';
}

async function answer(page: Cdp, gate: Gate, paused: Paused): Promise<void> {
  const { requestId, request } = paused;
  const fail = (errorReason: Protocol.Network.ErrorReason): void =>
    page.tell('Fetch.failRequest', { requestId, errorReason });
  const url = urls.toApp(request.url + (request.urlFragment ?? ''));
  const details: RequestDetails = {
    id: Number(requestId.replace(/\D/g, '')),
    url,
    method: request.method,
    resourceType: kindOf(gate, paused),
    webContentsId: gate.webContentsId,
    referrer: urls.toApp(request.headers['Referer'] ?? ''),
  };
  if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined) {
    await passResponse(page, gate, paused, details);
    return;
  }
  if (details.resourceType === 'mainFrame') {
    if (!gate.mayShow(url, paused.redirectedRequestId !== undefined)) return fail('Aborted');
    await gate.prepare(url);
  }
  const before = await gate.session.onBeforeRequest.ask(details);
  if (before?.cancel === true) return fail('BlockedByClient');
  if (before?.redirectURL !== undefined) {
    const responseHeaders = [{ name: 'location', value: urls.toPage(before.redirectURL) }];
    return page.tell('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders });
  }
  const scheme = urls.schemeOf(url);
  if (scheme === undefined) {
    const interceptResponse = gate.session.onHeadersReceived.active;
    return page.tell('Fetch.continueRequest', { requestId, interceptResponse });
  }
  const handler = gate.session.protocol.handlers.get(scheme);
  if (!handler) return fail('AddressUnreachable');
  const response = await handler(toRequest(paused, url));
  if (response.type === 'error') return fail('Failed');
  await fulfil(page, gate, requestId, response, details);
}

function toRequest(paused: Paused, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(paused.request.headers)) {
    headers.set(name, urls.textToApp(value));
  }
  const parts = paused.request.postDataEntries?.map(({ bytes }) =>
    Buffer.from(bytes ?? '', 'base64'),
  );
  const body = parts ? { body: Buffer.concat(parts) } : {};
  return new Request(url.replace(/#.*$/s, ''), { method: paused.request.method, headers, ...body });
}

/** Headers as webRequest shows them: a list of values per name. */
function listed(headers: Iterable<readonly [string, string]>): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  for (const [name, value] of headers) (result[name] ??= []).push(value);
  return result;
}

function toPageHeaders(
  headers: Readonly<Record<string, string | readonly string[]>>,
): Protocol.Fetch.HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => {
      if (/^content-security-policy(-report-only)?$/i.test(name)) {
        return { name, value: urls.policyToPage(value) };
      }
      return { name, value: /^location$/i.test(name) ? urls.toPage(value) : value };
    }),
  );
}

async function fulfil(
  page: Cdp,
  gate: Gate,
  requestId: string,
  response: Response,
  details: RequestDetails,
): Promise<void> {
  const responseHeaders = listed(response.headers);
  const statusLine = `HTTP/1.1 ${response.status} ${response.statusText}`.trim();
  const changed = await gate.session.onHeadersReceived.ask({
    ...details,
    statusCode: response.status,
    statusLine,
    responseHeaders,
  });
  if (changed?.cancel === true) {
    page.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const body = NO_BODY.has(response.status) ? undefined : Buffer.from(await response.arrayBuffer());
  page.tell('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: toPageHeaders(changed?.responseHeaders ?? responseHeaders),
    ...(body === undefined ? {} : { body: body.toString('base64') }),
  });
}

/** The network answered, and the app wants to see the headers first. */
async function passResponse(
  page: Cdp,
  gate: Gate,
  { requestId, responseStatusCode, responseHeaders }: Paused,
  details: RequestDetails,
): Promise<void> {
  if (responseStatusCode === undefined) return page.tell('Fetch.continueRequest', { requestId });
  const headers = listed((responseHeaders ?? []).map(({ name, value }) => [name, value] as const));
  const changed = await gate.session.onHeadersReceived.ask({
    ...details,
    statusCode: responseStatusCode,
    statusLine: `HTTP/1.1 ${responseStatusCode}`,
    responseHeaders: headers,
  });
  if (changed?.cancel === true) {
    return page.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  }
  page.tell('Fetch.continueResponse', {
    requestId,
    responseCode: responseStatusCode,
    responseHeaders: toPageHeaders(changed?.responseHeaders ?? headers),
  });
}
