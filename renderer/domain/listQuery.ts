import type { RequestOf } from '#shared/ipc/contract.ts';

/** What the list shows and how, without the part of it that is in view. */
export type Query = Omit<RequestOf<'contacts.window'>, 'offset' | 'limit'>;
