/** The envelope around every answer: `{"status":"SUCCESS","result":…}` or `{"status":"ERROR","error":"CODE"}`. */
import { z } from 'zod';
import { parseLosslessJson } from './losslessJson.ts';

const envelopeSchema = z.object({
  status: z.string(),
  result: z.unknown().optional(),
  error: z.unknown().optional(),
});

export type Envelope =
  | { readonly kind: 'success'; readonly result: unknown }
  /** `code` is null where the server says ERROR and does not say which. */
  | { readonly kind: 'error'; readonly code: string | null }
  /** JSON of another shape. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'notJson' };

/** Reads the envelope off a body's text; the status is compared whatever its case. */
export function readEnvelope(text: string): Envelope {
  const json = parseLosslessJson(text);
  if (json === undefined) return { kind: 'notJson' };
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success) return { kind: 'unknown' };
  const { status, result, error } = parsed.data;
  const code = typeof error === 'string' && error.trim() !== '' ? error.trim() : null;
  switch (status.trim().toUpperCase()) {
    case 'SUCCESS':
      // A success that names an error is no clear answer.
      return code === null ? { kind: 'success', result } : { kind: 'unknown' };
    case 'ERROR':
      return { kind: 'error', code };
    default:
      return { kind: 'unknown' };
  }
}
