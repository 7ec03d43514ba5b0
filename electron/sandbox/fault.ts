/** The ways a network or a server fails, by name, and the rules that say when one does. */
import { z } from 'zod';

/** Whether the request was carried out before the fault struck; the client cannot tell. */
const applied = { applied: z.boolean().optional() };

export const faultSchema = z.discriminatedUnion('name', [
  /** The connection breaks before the request is carried out. */
  z.object({ name: z.literal('dropBefore') }),
  /** It is carried out, then the connection breaks. */
  z.object({ name: z.literal('dropAfter') }),
  /** A page of the web server under this status. */
  z.object({ name: z.literal('http'), status: z.number().int().min(400).max(599), ...applied }),
  /** 429 with Retry-After in seconds, or as a date; without it when `seconds` is absent. */
  z.object({
    name: z.literal('tooMany'),
    seconds: z.number().nonnegative().optional(),
    asDate: z.boolean().optional(),
    ...applied,
  }),
  /** The login page of a Wi-Fi, with status 200. */
  z.object({ name: z.literal('htmlPage'), ...applied }),
  /** The first half of the reply, as if that were all. */
  z.object({ name: z.literal('truncatedBody'), ...applied }),
  /** The first half of the reply, then the connection breaks. */
  z.object({ name: z.literal('dropMidBody'), ...applied }),
  z.object({ name: z.literal('emptyBody'), ...applied }),
  /** The right reply, this many milliseconds late. */
  z.object({ name: z.literal('slow'), ms: z.number().nonnegative() }),
  z.object({ name: z.literal('redirect'), location: z.string(), ...applied }),
  /** An error code that no document names. */
  z.object({ name: z.literal('unknownCode'), code: z.string(), ...applied }),
  /** JSON, but in no known shape. */
  z.object({ name: z.literal('unknownShape'), ...applied }),
  /** Only this share of a group's contacts, the first ones, as if the others were not there; for `getcontacts`. */
  z.object({ name: z.literal('fewContacts'), share: z.number().min(0).max(1) }),
  /** No answer ever; the connection stays open. */
  z.object({ name: z.literal('hang'), ...applied }),
]);

export type Fault = z.infer<typeof faultSchema>;

export const faultRuleSchema = z.object({
  fault: faultSchema,
  /** Only requests of this method (`addcontactlist`); any, when absent. */
  method: z.string().optional(),
  /** Only requests on this group. */
  group: z.union([z.number(), z.string()]).optional(),
  /** Only requests that change something, or only those that do not. */
  kind: z.enum(['read', 'write']).optional(),
  /** Strikes from the nth matching request on, counted from 1; default 1. */
  nth: z.number().int().positive().optional(),
  /** How often it strikes; default once. */
  times: z.union([z.number().int().positive(), z.literal('always')]).optional(),
  /** Strikes with this probability at each match; default 1. */
  chance: z.number().min(0).max(1).optional(),
});

export type FaultRule = z.infer<typeof faultRuleSchema>;

/** Whether a request under this fault is carried out. */
export function isApplied(fault: Fault): boolean {
  switch (fault.name) {
    case 'dropBefore':
      return false;
    case 'dropAfter':
    case 'slow':
    case 'fewContacts':
      return true;
    default:
      return fault.applied ?? false;
  }
}

const eitherWay: readonly Fault[] = [
  { name: 'http', status: 500 },
  { name: 'http', status: 502 },
  { name: 'http', status: 503 },
  { name: 'tooMany' },
  { name: 'tooMany', seconds: 1 },
  { name: 'tooMany', seconds: 1, asDate: true },
  { name: 'htmlPage' },
  { name: 'truncatedBody' },
  { name: 'dropMidBody' },
  { name: 'emptyBody' },
  { name: 'redirect', location: 'http://wifi.example/login' },
  { name: 'unknownCode', code: 'SOME_NEW_CODE' },
  { name: 'unknownShape' },
  { name: 'hang' },
];

/** One of each fault, applied and not where both make sense, so that tests can go through them. */
export const everyFault: readonly Fault[] = [
  { name: 'dropBefore' },
  { name: 'dropAfter' },
  { name: 'slow', ms: 20 },
  { name: 'fewContacts', share: 0.5 },
  ...eitherWay.flatMap((fault) => [
    { ...fault, applied: false },
    { ...fault, applied: true },
  ]),
];
