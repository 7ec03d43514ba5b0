/** One HTTP request to the API: read, recorded, carried out, answered, with the fault that strikes it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, methodOf } from './answer.ts';
import { readApiRequest, type ApiRequest } from './apiRequest.ts';
import { readBody } from './body.ts';
import type { Dialect } from './dialect.ts';
import { isApplied, type Fault } from './fault.ts';
import type { FaultBook } from './faultBook.ts';
import type { Outcome } from './outcome.ts';
import { replyText } from './replies.ts';
import type { RequestLog, RequestTrack } from './requestLog.ts';
import { sendFault, sendPage, sendReply } from './respond.ts';
import type { SandboxState } from './state.ts';

/** The document: GET requests of about 4,000 characters at most. */
const longestAddress = 4_000;
const largestBody = 50 * 1024 * 1024;

export interface ApiContext {
  readonly state: SandboxState;
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly now: () => number;
  dialect(): Dialect;
  /** Waits this many milliseconds, or until the server stops. */
  wait(ms: number): Promise<void>;
  /** Resolves once every change so far is kept; a success is never answered before. */
  saved(): Promise<void>;
  /** Milliseconds that a reply takes beyond the work itself. */
  latency(): number;
}

/** Answers a request under `/api/http/` or `/api/basic/`. */
export async function handleApi(
  context: ApiContext,
  message: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { method, headers } = message;
  if (method !== 'GET' && method !== 'POST') return sendPage(response, 405);
  if (method === 'GET' && (message.url ?? '').length > longestAddress)
    return sendPage(response, 414);
  const body = await readBody(message, largestBody);
  if (body === null) return sendPage(response, 413, { Connection: 'close' });

  const { authorization, 'content-type': contentType } = headers;
  const raw = { method, url, authorization, contentType, body } as const;
  const request = readApiRequest(raw, url.pathname === '/api/basic/');
  const { fault, track } = register(context, request);
  response.on('close', () => track.ended());

  await context.wait(context.latency() / 2);
  const reply = carryOut(context, request, fault, track);
  try {
    if (methodOf(request)?.writes === true) await context.saved();
  } catch {
    // The disk is full or the folder gone: as with any server, nobody knows what was kept.
    return sendPage(response, 500);
  }
  await context.wait(context.latency() / 2 + (fault?.name === 'slow' ? fault.ms : 0));
  const dialect = context.dialect();
  if (fault === null) sendReply(response, reply, dialect);
  else sendFault({ response, fault, body: reply, dialect, now: context.now });
}

function register(
  { faults, log, now }: ApiContext,
  request: ApiRequest,
): { fault: Fault | null; track: RequestTrack } {
  const { class: className = '', method = '', idgroup, idcontact } = request.parameters;
  const kind = methodOf(request)?.writes === true ? 'write' : 'read';
  const group = idgroup ?? null;
  const fault = faults.next({ method, group, kind });
  const { transport, user, parameters, passwordInAddress } = request;
  const sent = { transport, user, parameters, passwordInAddress, className, method, kind } as const;
  const contact = idcontact ?? null;
  const track = log.start({ ...sent, group, contact, at: now(), fault: fault?.name ?? null });
  return { fault, track };
}

/** The reply's text; under a fault that keeps the request from being carried out, what would stand there. */
function carryOut(
  { state, dialect }: ApiContext,
  request: ApiRequest,
  fault: Fault | null,
  track: RequestTrack,
): string {
  if (fault !== null && !isApplied(fault)) return replyText({ kind: 'done' }, dialect());
  const outcome = answer(request, state, dialect());
  track.applied(outcome.kind === 'error' ? outcome.code : 'SUCCESS');
  return replyText(
    fault?.name === 'fewContacts' ? thinned(outcome, fault.share) : outcome,
    dialect(),
  );
}

/** The first of the contacts, as if the others were not there. */
function thinned(outcome: Outcome, share: number): Outcome {
  if (outcome.kind !== 'contacts') return outcome;
  const { contacts } = outcome;
  return { ...outcome, contacts: contacts.slice(0, Math.floor(contacts.length * share)) };
}
