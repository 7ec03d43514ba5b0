import type { LibretaApi, LibretaBridge } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/errors.ts';
import { readReply, type ReplyText } from '#shared/ipc/replyText.ts';

/** The main process, as the preload offers it, its replies read. Taken at each call, so that nothing runs on import. */
export function libreta(): LibretaApi {
  known = known?.bridge === window.libreta ? known : apiOver(window.libreta);
  return known.api;
}

let known: { readonly bridge: LibretaBridge; readonly api: LibretaApi } | null = null;

type Method = (request?: unknown) => Promise<ReplyText<unknown>>;

function apiOver(bridge: LibretaBridge): { bridge: LibretaBridge; api: LibretaApi } {
  const { onEvent, ...areas } = bridge;
  const read = Object.entries(areas).map(([name, methods]) => [
    name,
    Object.fromEntries(
      Object.entries(methods as Record<string, Method>).map(([key, method]) => [
        key,
        async (request?: unknown): Promise<unknown> => readReply(await method(request)),
      ]),
    ),
  ]);
  return { bridge, api: { ...Object.fromEntries(read), onEvent } as LibretaApi };
}

/** A call's envelope, also when the border itself broke: a promise that fails becomes a coded error. */
export async function envelope<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call();
  } catch (error) {
    const raw = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'internal', raw } };
  }
}
