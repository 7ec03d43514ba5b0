/**
 * Replaces in many values under a time limit. A pattern such as `(a+)+$` can take longer than the world lasts on a value
 * of sixty letters, and JavaScript has no limit of its own; so the replacing runs in a script of its own, which is
 * stopped from outside when its time is over. Only texts go in, and only texts come out.
 */
import { createContext, Script } from 'node:vm';
import type { Replacement } from '#shared/domain/findReplace.ts';
import { LibretaError } from '#shared/ipc/errors.ts';

/** Milliseconds for one batch of values, in which a pattern that is any good needs less than one. */
const timeLimit = 250;

const script = new Script(`{
  const expression = new RegExp(source, flags);
  JSON.stringify(JSON.parse(values).map((value) => value.replace(expression, replacement)));
}`);

/** The values after the replacing. @throws LibretaError patternTooSlow */
export function replacedIn(values: readonly string[], replacement: Replacement): string[] {
  const context = createContext({
    source: replacement.source,
    flags: replacement.flags,
    replacement: replacement.with,
    values: JSON.stringify(values),
  });
  try {
    return JSON.parse(String(script.runInContext(context, { timeout: timeLimit }))) as string[];
  } catch (error) {
    if (isTimeout(error)) throw new LibretaError('patternTooSlow');
    throw error;
  }
}

/** An error of the script's own world is no `Error` of ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
