import { shell } from 'electron';
import { externalAddress } from './navigation.ts';

/** The only way out to the system's browser. An address that is not allowed, or that no program opens, is ignored. */
export async function openExternal(address: string): Promise<void> {
  const allowed = externalAddress(address);
  if (allowed !== null) await shell.openExternal(allowed).catch(() => undefined);
}
