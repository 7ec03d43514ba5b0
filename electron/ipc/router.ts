/**
 * The border between window and main. For each channel: who asks, is the request well formed, what does the
 * handler answer; always an envelope, never a thrown error. Knows nothing of Electron.
 */
import { channels, type ChannelName } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { LibretaError, type CodedError, type Result } from '#shared/ipc/errors.ts';
import type { Handlers } from './handler.ts';
import { isReadingChannel } from './readingChannels.ts';
import { isTrustedSender, type Sender } from './sender.ts';

/** What the desktop calls for each message. It always resolves. */
export type Listener = (sender: Sender | null, request: unknown) => Promise<Result<unknown>>;

/** Something that should not have happened on a channel. `error` may hold secrets: redact it before it is kept. */
export type ReportFault = (channel: ChannelName, error: unknown) => void;

export interface Router {
  readonly handlers: Handlers;
  /** What every call waits for: the page is loaded while the account is being opened. */
  readonly ready: Promise<void>;
  readonly register: (channel: ChannelName, listener: Listener) => void;
  readonly reportFault: ReportFault;
  /** Tells the window what has changed. Called before the reply to whoever may have changed something. */
  readonly tellChanges: () => void;
  /** Parse the replies too: in tests and in development, where a handler that breaks the contract should show. */
  readonly checkReplies: boolean;
}

/** A reply that breaks the contract; says where, not what. */
export class ReplyBreaksContract extends Error {
  constructor(channel: ChannelName, path: string) {
    super(`The reply of ${channel} breaks the contract at ${path}`);
    this.name = 'ReplyBreaksContract';
  }
}

/** What the router needs of a channel, with its types forgotten: the contract tied them when it was compiled. */
interface Route {
  readonly request: Parser;
  readonly reply: Parser;
  readonly handle: (request: unknown) => unknown;
}
interface Parser {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } };
}

/** Registers every channel of the contract, and no other. */
export function startRouter(router: Router): void {
  const { handlers, ready, register, reportFault, tellChanges, checkReplies } = router;
  /** What has been stored is answered as it is, also where the window cannot be told. */
  function tell(channel: ChannelName): void {
    if (isReadingChannel(channel)) return;
    try {
      tellChanges();
    } catch (error) {
      reportFault(channel, error);
    }
  }

  for (const channel of channels) {
    const route: Route = {
      ...contract[channel],
      handle: handlers[channel] as (request: unknown) => unknown,
    };
    register(channel, async (sender, request) => {
      if (!isTrustedSender(sender)) return refused({ code: 'refusedSender' });
      try {
        await ready;
        return await answer(channel, route, request, checkReplies);
      } catch (error) {
        if (error instanceof LibretaError) return refused(error.coded);
        reportFault(channel, error);
        return refused({ code: 'internal' });
      } finally {
        tell(channel);
      }
    });
  }
}

async function answer(
  channel: ChannelName,
  route: Route,
  request: unknown,
  checkReplies: boolean,
): Promise<Result<unknown>> {
  const parsed = route.request.safeParse(request);
  if (!parsed.success) {
    return refused({ code: 'invalidInput', detail: pathOf(parsed.error.issues) });
  }
  const value = await route.handle(parsed.data);
  if (checkReplies) {
    const checked = route.reply.safeParse(value);
    if (!checked.success) throw new ReplyBreaksContract(channel, pathOf(checked.error.issues));
  }
  return { ok: true, value };
}

/** Where the first problem is ("fields.name"), never what was there: it may be a password. */
function pathOf(issues: readonly { path: readonly PropertyKey[] }[]): string {
  const path = issues[0]?.path ?? [];
  return path.length === 0 ? 'root' : path.map(String).join('.');
}

function refused(error: CodedError): Result<never> {
  return { ok: false, error };
}
