/** The sandbox's state in a file: read at the start, written after changes, always whole. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { sandboxDataSchema, type SandboxData } from './data.ts';
import { createState, type SandboxState } from './state.ts';

export interface StateFile {
  /** Resolves once every change so far is in the file; rejects when it cannot be written. */
  saved(): Promise<void>;
}

/** The state of the file; `initial` where there is none. An unreadable file is set aside, never overwritten. */
export async function loadState(file: string, initial: SandboxState): Promise<SandboxState> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return initial;
  const data = parse(text);
  if (data !== null) return createState(data);
  await replace(file, `${file}.unreadable`);
  return initial;
}

function parse(text: string): SandboxData | null {
  try {
    return sandboxDataSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps `state` in `file`. Changes that come while it is being written share the next write. */
export function keepInFile(file: string, state: SandboxState): StateFile {
  let isDirty = true;
  let running: Promise<void> | null = null;
  state.onChange(() => {
    isDirty = true;
  });

  /** Written beside it, then renamed over it, so that no crash leaves half a file. */
  const writeAll = async (): Promise<void> => {
    isDirty = false;
    try {
      await writeFile(`${file}.new`, JSON.stringify(state.data()), { flush: true });
      await replace(`${file}.new`, file);
    } catch (error) {
      isDirty = true;
      throw error;
    }
  };
  return {
    async saved() {
      // A write that began before the last change does not hold it: wait for it, then write again.
      while (isDirty || running !== null) {
        running ??= writeAll().finally(() => (running = null));
        await running;
      }
    },
  };
}

/** Renames over what is there. On Windows a virus scanner may hold the file for a moment. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(
        (error as NodeJS.ErrnoException).code ?? '',
      );
      if (!isHeld || attempt === 10) throw error;
      await delay(20 * attempt);
    }
  }
}
