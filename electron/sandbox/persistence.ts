/** The sandbox's state in a file: read at the start, written after changes, always whole. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { sandboxDataSchema } from './data.ts';
import { createState, type SandboxState } from './state.ts';

export interface StateFile {
  /** Resolves once every change so far is in the file. */
  saved(): Promise<void>;
  /** Writes what is left, then writes no more. */
  close(): Promise<void>;
}

/** Many changes in a row become one write. */
const pauseMs = 100;

/** The state of the file; `initial` where there is none. An unreadable file is set aside, never overwritten. */
export async function loadState(file: string, initial: SandboxState): Promise<SandboxState> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return initial;
  const data = parse(text);
  if (data !== null) return createState(data);
  await rename(file, `${file}.unreadable`);
  return initial;
}

function parse(text: string): ReturnType<SandboxState['data']> | null {
  try {
    return sandboxDataSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps `state` in `file`: written beside it, then renamed over it, so that no crash leaves half a file. */
export function keepInFile(file: string, state: SandboxState): StateFile {
  let isDirty = true;
  let isClosing = false;
  let hurry = new AbortController();
  let running: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    isDirty = false;
    const beside = `${file}.new`;
    await writeFile(beside, JSON.stringify(state.data()), { flush: true });
    await rename(beside, file);
  };
  const run = async (): Promise<void> => {
    while (isDirty) {
      if (!isClosing) await delay(pauseMs, undefined, { signal: hurry.signal }).catch(() => null);
      await write();
    }
    running = null;
  };
  const start = (): Promise<void> => (running ??= run());
  const stopListening = state.onChange(() => {
    isDirty = true;
    // A failure (a full disk) is told to whoever waits in saved() or close(); the next change tries again.
    start().catch(() => (running = null));
  });
  const saved = async (): Promise<void> => {
    hurry.abort();
    hurry = new AbortController();
    if (isDirty || running !== null) await start();
  };
  return {
    saved,
    async close() {
      stopListening();
      isClosing = true;
      await saved();
    },
  };
}
