/** What a method did, before the dialect decides how it is written. */
import type { ContactData } from './data.ts';

export type Outcome =
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'balance'; readonly balance: string }
  | { readonly kind: 'groupCreated'; readonly id: number }
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | {
      readonly kind: 'contacts';
      readonly columns: readonly string[];
      readonly contacts: readonly ContactData[];
    }
  | { readonly kind: 'contact'; readonly columns: readonly string[]; readonly contact: ContactData }
  | { readonly kind: 'contactAdded'; readonly id: number }
  | { readonly kind: 'listAdded'; readonly ids: readonly number[] };

export const done: Outcome = { kind: 'done' };

export function refusal(code: string): Outcome {
  return { kind: 'error', code };
}
