/** What answers a channel: a function from the parsed request to the reply. It may throw a LibretaError. */
import type { ChannelName } from '#shared/ipc/channels.ts';
import type { ParsedRequestOf, ReplyOf } from '#shared/ipc/contract.ts';

export type Handler<Channel extends ChannelName> = (
  request: ParsedRequestOf<Channel>,
) => ReplyOf<Channel> | Promise<ReplyOf<Channel>>;

export type Handlers = { readonly [Channel in ChannelName]: Handler<Channel> };
/** The handlers of some channels, so that an area can be written in a file of its own. */
export type HandlersOf<Channel extends ChannelName> = Pick<Handlers, Channel>;
