/**
 * What may be written about a failure: what kind it was and where, but no message. A message can hold an
 * address with a password, a contact or a request body; the names of kinds and functions cannot.
 */
import { ReplyBreaksContract } from '../ipc/router.ts';

const causesFollowed = 3;

/** One line for the kind, then one for each place in the code, then the same for its causes. */
export function failureText(failure: unknown): string {
  const lines: string[] = [];
  let current = failure;
  for (let depth = 0; depth <= causesFollowed && current !== undefined; depth++) {
    lines.push(`${depth === 0 ? '' : 'caused by '}${kindOf(current)}`, ...placesOf(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return lines.join('\n');
}

function kindOf(failure: unknown): string {
  if (!(failure instanceof Error)) return `thrown ${failure === null ? 'null' : typeof failure}`;
  if (failure instanceof ReplyBreaksContract) return failure.message;
  const { code, syscall } = failure as { code?: unknown; syscall?: unknown };
  return [failure.name, code, syscall].filter(isWord).join(' ') || 'Error';
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.$-]{1,60}$/.test(value);
}

/** The frames of the stack, cut after the message, which may itself look like one. */
function placesOf(failure: unknown): string[] {
  if (!(failure instanceof Error) || failure.stack === undefined) return [];
  const { stack, message } = failure;
  const start = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(start)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
}
