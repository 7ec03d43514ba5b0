/** Coded errors: what crosses the border instead of a thrown Error. The window turns a code into a sentence and one action. */
import { z } from 'zod';
import { obstacleSchema } from '../domain/entryState.ts';

export const errorCodes = [
  /* input */
  'invalidInput',
  'serverAddressInvalid',
  'serverAddressInsecure',
  'columnNameInvalid',
  'columnIsMainField',
  'mainFieldMissing',
  'mainFieldTaken',
  'cannotCarry',
  'groupNameMissing',
  'countryUnknown',
  'viewNameTaken',
  'patternInvalid',
  'patternTooSlow',
  /* state */
  'noAccount',
  'accountUnknown',
  'accountExists',
  'groupUnknown',
  'groupExists',
  'groupHasNoServerId',
  'contactUnknown',
  'entryUnknown',
  'viewUnknown',
  'entryInFlight',
  'settlementDoesNotFit',
  'unsentWork',
  'nothingToUndo',
  'undoImpossible',
  'undoInUse',
  'busy',
  /* Afilnet and the network */
  'wrongPassword',
  'passwordNeeded',
  'keychainAsking',
  'offline',
  'forcedOffline',
  'serverUnreachable',
  'certificate',
  'timeout',
  'htmlInstead',
  'serverFault',
  'tooManyRequests',
  'redirected',
  'replyNotUnderstood',
  'groupNotYours',
  'contactGone',
  'rejectedByServer',
  'requestTooLong',
  'cancelled',
  /* this machine */
  'noKeychain',
  'diskFull',
  'readOnly',
  'databaseBusy',
  'databaseFromNewerVersion',
  'databaseDamaged',
  /* the border itself */
  'refusedSender',
  'internal',
] as const;
export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const codedErrorSchema = z.object({
  code: errorCodeSchema,
  /** The server's own code, shown raw. */
  serverCode: z.string().optional(),
  /** The server's reply as it came, for diagnosis. */
  raw: z.string().optional(),
  /** How many things the error is about (unsent entries…). */
  count: z.number().optional(),
  /** The values that the text form cannot carry. */
  fields: z.array(obstacleSchema).optional(),
  /** Which column, problem or name the error is about. */
  detail: z.string().optional(),
});
export type CodedError = z.infer<typeof codedErrorSchema>;

/** The envelope of every reply. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: CodedError };

/** Thrown inside main by services, turned into an envelope by the router; never crosses the border itself. */
export class LibretaError extends Error {
  readonly coded: CodedError;
  constructor(code: ErrorCode, more: Omit<CodedError, 'code'> = {}) {
    super(code);
    this.name = 'LibretaError';
    this.coded = { code, ...more };
  }
}
