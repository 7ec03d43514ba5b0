import type { ErrorCode } from '#shared/ipc/errors.ts';
import type { Translate } from '../i18n/index.ts';
import { errorText } from './errorText.ts';

/** The codes as a table that the compiler keeps complete; the schema itself stays out of the window. */
const known: Record<ErrorCode, true> = {
  invalidInput: true,
  serverAddressInvalid: true,
  serverAddressInsecure: true,
  columnNameInvalid: true,
  columnIsMainField: true,
  mainFieldMissing: true,
  mainFieldTaken: true,
  cannotCarry: true,
  groupNameMissing: true,
  countryUnknown: true,
  noAccount: true,
  accountUnknown: true,
  accountExists: true,
  groupUnknown: true,
  groupExists: true,
  groupHasNoServerId: true,
  contactUnknown: true,
  entryUnknown: true,
  entryInFlight: true,
  settlementDoesNotFit: true,
  unsentWork: true,
  busy: true,
  wrongPassword: true,
  passwordNeeded: true,
  offline: true,
  forcedOffline: true,
  serverUnreachable: true,
  certificate: true,
  timeout: true,
  htmlInstead: true,
  serverFault: true,
  tooManyRequests: true,
  redirected: true,
  replyNotUnderstood: true,
  groupNotYours: true,
  contactGone: true,
  rejectedByServer: true,
  requestTooLong: true,
  cancelled: true,
  noKeychain: true,
  diskFull: true,
  readOnly: true,
  databaseBusy: true,
  databaseFromNewerVersion: true,
  databaseDamaged: true,
  refusedSender: true,
  internal: true,
};

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(known, code);

/** A code that may be Libreta's own or the server's: a sentence for the first, the raw word for the second. */
export function codeText(code: string, t: Translate): string {
  return isErrorCode(code) ? errorText({ code }, t) : t('entries.retryingCode', { code });
}
