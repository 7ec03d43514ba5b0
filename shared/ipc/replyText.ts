/**
 * A reply on its way to the window, as JSON. A list is thousands of small values: Electron copies each of them between
 * the processes and once more between preload and page, while one text passes both borders as it is. Replies hold
 * nothing that JSON does not (`replyText.test.ts`); a value that is undefined is left out, which reads the same.
 */
import type { Result } from './errors.ts';
import { readRows, writeRows, type Rows } from './rows.ts';

declare const written: unique symbol;
/** `Reply`: as it is read. */
export type ReplyText<Reply> = string & { readonly [written]: Reply };

export const writeReply = <Reply>(reply: Reply): ReplyText<Reply> =>
  JSON.stringify(reply) as ReplyText<Reply>;

/** A reply of which the rows are many: they stand behind it, a line each. */
export interface Listed {
  readonly rows: readonly object[];
}
/** The same as it is read. */
export type AsRows<Reply extends Listed> = Omit<Reply, 'rows'> & {
  readonly rows: Rows<Reply['rows'][number]>;
};

/** A list as text; a refusal is written as any other. */
export function writeList<Reply extends Listed>(
  reply: Result<Reply>,
): ReplyText<Result<AsRows<Reply>>> {
  const text = reply.ok
    ? `${JSON.stringify({ ...reply, value: { ...reply.value, rows: undefined } })}\n${writeRows(reply.value.rows)}`
    : JSON.stringify(reply);
  return text as ReplyText<Result<AsRows<Reply>>>;
}

/** What either of the two wrote. The types of a reply were checked there: it is the app's own. */
export function readReply<Reply>(text: ReplyText<Reply>): Reply {
  // JSON as it is written here has no line break of its own.
  const end = text.indexOf('\n');
  if (end < 0) return JSON.parse(text) as Reply;
  const head = JSON.parse(text.slice(0, end)) as { readonly value: object };
  return { ...head, value: { ...head.value, rows: readRows(text.slice(end + 1)) } } as Reply;
}
