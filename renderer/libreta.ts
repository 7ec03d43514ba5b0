import type { LibretaApi } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/errors.ts';

/** The main process, as the preload offers it. Read at each call, so that nothing runs on import. */
export const libreta = (): LibretaApi => window.libreta;

/** A call's envelope, also when the border itself broke: a promise that fails becomes a coded error. */
export async function envelope<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call();
  } catch (error) {
    const raw = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { code: 'internal', raw } };
  }
}
