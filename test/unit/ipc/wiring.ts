/** A router with handlers of the test's own, called the way the desktop calls it. */
import { channels, type ChannelName } from '#shared/ipc/channels.ts';
import type { Result } from '#shared/ipc/errors.ts';
import type { Handlers } from '../../../electron/ipc/handler.ts';
import { startRouter, type Listener } from '../../../electron/ipc/router.ts';
import { appOrigin, type Sender } from '../../../electron/ipc/sender.ts';

export const trusted: Sender = { url: `${appOrigin}/index.html`, mainFrame: true };

export interface Wiring {
  readonly registered: ReadonlyMap<string, Listener>;
  /** The requests that reached a handler, as the handler got them. */
  readonly reached: { channel: ChannelName; request: unknown }[];
  readonly faults: { channel: ChannelName; error: unknown }[];
  /** How often the window was told what had changed. */
  readonly told: { times: number; fails: Error | null };
  call(channel: ChannelName, request?: unknown, sender?: Sender | null): Promise<Result<unknown>>;
}

/** Every handler answers what `answer` answers. */
export function wire(
  answer: (channel: ChannelName, request: unknown) => unknown,
  checkReplies = false,
  ready: Promise<void> = Promise.resolve(),
): Wiring {
  const registered = new Map<string, Listener>();
  const reached: Wiring['reached'] = [];
  const faults: Wiring['faults'] = [];
  const told: Wiring['told'] = { times: 0, fails: null };
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (request: unknown) => {
        reached.push({ channel, request });
        return answer(channel, request);
      },
    ]),
  ) as unknown as Handlers;
  startRouter({
    handlers,
    ready,
    register: (channel, listener) => registered.set(channel, listener),
    reportFault: (channel, error) => faults.push({ channel, error }),
    tellChanges() {
      told.times += 1;
      if (told.fails !== null) throw told.fails;
    },
    checkReplies,
  });
  return {
    registered,
    reached,
    faults,
    told,
    call: (channel, request, sender = trusted) => registered.get(channel)!(sender, request),
  };
}
