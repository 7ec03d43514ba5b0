/**
 * What may be written about a failure: what kind it was and where, but no message. A message can hold an
 * address with a password, a contact or a request body; the names of kinds and functions cannot.
 */
import { LibretaError } from '#shared/ipc/errors.ts';
import { ReplyBreaksContract } from '../ipc/router.ts';

const causesFollowed = 3;

/** One line for the kind, then one for each place in the code, then the same for its causes. */
export function failureText(failure: unknown): string {
  const lines = [kindOf(failure), ...placesOf(failure)];
  let current = causeOf(failure);
  for (let depth = 0; depth < causesFollowed && current !== undefined; depth++) {
    lines.push(`caused by ${kindOf(current)}`, ...placesOf(current));
    current = causeOf(current);
  }
  return lines.join('\n');
}

function causeOf(failure: unknown): unknown {
  return failure instanceof Error ? failure.cause : undefined;
}

function kindOf(failure: unknown): string {
  if (!(failure instanceof Error)) return `thrown ${failure === null ? 'null' : typeof failure}`;
  if (failure instanceof ReplyBreaksContract) return failure.message;
  if (failure instanceof LibretaError) return `LibretaError ${failure.coded.code}`;
  const { code, syscall } = failure as { code?: unknown; syscall?: unknown };
  return [failure.name, code, syscall].filter(isWord).join(' ') || 'Error';
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.$-]{1,60}$/.test(value);
}

/** The frames of the stack, cut after the message, which may itself look like one; none where the message is not found. */
function placesOf(failure: unknown): string[] {
  if (!(failure instanceof Error) || failure.stack === undefined) return [];
  const { stack, message } = failure;
  const found = stack.indexOf(message);
  if (found === -1) return [];
  return stack
    .slice(found + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
}
