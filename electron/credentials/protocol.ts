/** What the app and the keychain process say to each other. Parsed on both sides. */
import { z } from 'zod';
import { unavailableReasons } from './reason.ts';

/** The name under which every password of the product lies in the keychain. */
export const keychainService = 'Libreta';

const account = z.string().min(1);

export const requestSchema = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('probe') }),
  z.strictObject({ operation: z.literal('read'), account }),
  z.strictObject({ operation: z.literal('write'), account, password: z.string() }),
  z.strictObject({ operation: z.literal('remove'), account }),
]);

export const answerSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('done') }),
  z.strictObject({ code: z.literal('found'), password: z.string() }),
  /** Nothing there, or nothing to be seen: a locked keyring gives the same answer. */
  z.strictObject({ code: z.literal('missing') }),
  z.strictObject({
    code: z.literal('unavailable'),
    reason: z.enum(unavailableReasons),
    /** The library's own words, for diagnosis; never holds a password. */
    detail: z.string(),
  }),
]);

export type KeychainRequest = z.infer<typeof requestSchema>;
export type KeychainAnswer = z.infer<typeof answerSchema>;
export type Unavailable = Extract<KeychainAnswer, { code: 'unavailable' }>;

/** The envelopes: an answer carries the id of its request. */
export const requestEnvelope = z.object({ id: z.number().int(), body: z.unknown() });
export const answerEnvelope = z.object({ id: z.number().int(), body: z.unknown() });
