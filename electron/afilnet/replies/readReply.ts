/** From an HTTP reply to the result inside it, or to the kind of failure it tells of. */
import type { ApiFailure, ApiResult } from '../client.ts';
import { classOfCode } from '../errorCodes.ts';
import type { HttpReply } from '../transports/connection.ts';
import { bodyText } from './bodyText.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import type { Redaction } from './redaction.ts';
import { retryAfterMs } from './retryAfter.ts';

export interface ReplyContext {
  /** True where the credentials travel in the Authorization header, so that 401 speaks of them. */
  readonly basic: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly redaction: Redaction;
}

/** Content-Type says nothing here: many a PHP server labels its JSON as a page. */
const looksLikeHtml = (text: string): boolean => text.startsWith('<');

/** A request that timed out, came too early or met a proxy that wants a sign-in of its own. */
const passingStatuses = new Set([407, 408, 425]);

/** What a reply without a readable envelope tells, by its status first and its body second. */
function withoutEnvelope(
  reply: HttpReply,
  text: string,
  isJson: boolean,
  context: ReplyContext,
): Pick<ApiFailure, 'class' | 'code' | 'applied'> {
  const { status } = reply;
  const http = `http-${status}`;
  if (context.basic && (status === 401 || status === 403)) {
    return { class: 'signIn', code: http, applied: 'no' };
  }
  if (status === 429) return { class: 'transient', code: http, applied: 'unknown' };
  if (looksLikeHtml(text)) return { class: 'transient', code: 'html', applied: 'unknown' };
  if (status >= 500 || passingStatuses.has(status)) {
    return { class: 'transient', code: http, applied: 'unknown' };
  }
  if (status >= 400) return { class: 'notUnderstood', code: http, applied: 'unknown' };
  if (text === '') return { class: 'transient', code: 'empty-reply', applied: 'unknown' };
  return isJson
    ? { class: 'notUnderstood', code: 'unknown-reply', applied: 'unknown' }
    : { class: 'transient', code: 'unreadable-reply', applied: 'unknown' };
}

/** A clear ERROR: whatever its code, nothing was applied. */
function refusal(
  code: string | null,
  status: number,
  redaction: Redaction,
): Pick<ApiFailure, 'class' | 'code' | 'applied'> {
  const known = code === null ? null : classOfCode(code);
  if (code !== null && known !== null) {
    return { class: known, code: code.toUpperCase(), applied: 'no' };
  }
  if (status === 429 || status >= 500) {
    return { class: 'transient', code: `http-${status}`, applied: 'no' };
  }
  return {
    class: 'notUnderstood',
    code: code === null ? 'no-code' : redaction.code(code),
    applied: 'no',
  };
}

/**
 * The result of a reply whose envelope says success; its shape is the method's own affair.
 * Every failure keeps the reply in `raw`, cut and without what was sent.
 */
export function readReply(reply: HttpReply, context: ReplyContext): ApiResult<unknown> {
  const retry = retryAfterMs(reply.retryAfter, context.now);
  const fail = (
    failure: Pick<ApiFailure, 'class' | 'code' | 'applied'>,
    raw: string,
  ): ApiResult<never> => ({
    ok: false,
    failure: {
      ...failure,
      raw: context.redaction.raw(raw),
      ...(failure.class === 'transient' && retry !== undefined ? { retryAfterMs: retry } : {}),
    },
  });
  const decoded = bodyText(reply.body, reply.contentType);
  const text = (decoded ?? new TextDecoder().decode(reply.body)).trim();
  // Never followed: a captive portal heals by itself, and credentials go to no other address.
  if (reply.status >= 300 && reply.status < 400) {
    return fail({ class: 'transient', code: 'redirect', applied: 'unknown' }, text);
  }
  if (decoded === null && reply.status < 300) {
    return fail({ class: 'notUnderstood', code: 'encoding', applied: 'unknown' }, text);
  }
  const envelope: Envelope = decoded === null ? { kind: 'notJson' } : readEnvelope(text);
  switch (envelope.kind) {
    case 'success':
      return { ok: true, value: envelope.result };
    case 'error':
      return fail(refusal(envelope.code, reply.status, context.redaction), text);
    case 'unknown':
      return fail(withoutEnvelope(reply, text, true, context), text);
    case 'notJson':
      return fail(withoutEnvelope(reply, text, false, context), text);
  }
}
