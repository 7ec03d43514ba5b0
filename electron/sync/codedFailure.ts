/** A failure of the API in the coded terms that the window turns into a sentence. */
import type { CodedError, ErrorCode } from '#shared/ipc/errors.ts';
import type { ApiFailure } from '../afilnet/client.ts';

export function codedFailure(failure: ApiFailure): CodedError {
  return {
    code: errorCodeOf(failure),
    serverCode: failure.code,
    ...(failure.raw === undefined ? {} : { raw: failure.raw }),
  };
}

function errorCodeOf(failure: ApiFailure): ErrorCode {
  switch (failure.class) {
    case 'offline':
      return failure.code === 'certificate' ? 'certificate' : 'serverUnreachable';
    case 'transient':
      return transientCode(failure.code);
    case 'signIn':
      return failure.code === 'no-password' ? 'passwordNeeded' : 'wrongPassword';
    case 'groupGone':
      return 'groupNotYours';
    case 'contactGone':
      return 'contactGone';
    case 'exists':
      return 'mainFieldTaken';
    case 'rejected':
      return 'rejectedByServer';
    case 'notUnderstood':
      return isClearRefusal(failure) ? 'rejectedByServer' : 'replyNotUnderstood';
    case 'refusedHere':
      return failure.code === 'request-too-long' ? 'requestTooLong' : 'cannotCarry';
    case 'cancelled':
      return 'cancelled';
  }
}

/** An error with a code that no document names was read well enough: nothing was done, and the code says why. */
function isClearRefusal({ applied, code }: ApiFailure): boolean {
  return applied === 'no' && code !== 'no-code';
}

function transientCode(code: string): ErrorCode {
  switch (code) {
    case 'timeout':
      return 'timeout';
    case 'html':
      return 'htmlInstead';
    case 'http-429':
      return 'tooManyRequests';
    case 'redirect':
      return 'redirected';
    case 'empty-reply':
    case 'unreadable-reply':
      return 'replyNotUnderstood';
    default:
      return code.startsWith('http-') ? 'serverFault' : 'serverUnreachable';
  }
}
