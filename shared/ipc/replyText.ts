/**
 * A reply on its way to the window, as JSON. A list is thousands of small values: Electron copies each of them between
 * the processes and once more between preload and page, while one text passes both borders as it is. Replies hold
 * nothing that JSON does not (`replyText.test.ts`); a value that is undefined is left out, which reads the same.
 */
declare const written: unique symbol;
export type ReplyText<Reply> = string & { readonly [written]: Reply };

export const writeReply = <Reply>(reply: Reply): ReplyText<Reply> =>
  JSON.stringify(reply) as ReplyText<Reply>;

/** The types of a reply were checked where it was written: it is the app's own. */
export const readReply = <Reply>(text: ReplyText<Reply>): Reply => JSON.parse(text) as Reply;
