/**
 * What the rest of the product knows of Afilnet: twelve group methods and a login check,
 * in the product's own terms. Parameter names, reply shapes and transports stay inside this room.
 */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { GroupType } from '#shared/domain/group.ts';
import type { ServerId } from '#shared/domain/ids.ts';

/** What kind of failure it was; the kind, not the code, decides what happens next. */
export type FailureClass =
  /** No connection could be made. */
  | 'offline'
  /** 5xx, 429, timeout, a connection that broke, a page instead of a reply. */
  | 'transient'
  | 'signIn'
  | 'groupGone'
  | 'contactGone'
  | 'exists'
  /** The server refused what was sent. */
  | 'rejected'
  /** An unknown code or a reply of an unknown shape; `raw` holds it. */
  | 'notUnderstood'
  /** Refused here, before anything was sent (request too long for GET, a value the text form cannot carry). */
  | 'refusedHere'
  | 'cancelled';

/**
 * Whether the server may have applied the request.
 * `no`: it never left or was answered by a refusal. `unknown`: it left and no clear answer came.
 */
export type Applied = 'no' | 'unknown';

export interface ApiFailure {
  readonly class: FailureClass;
  /** Afilnet's code, or one of our own in lower case: `network`, `timeout`, `http-503`, `html`, `empty-reply`, `redirect`, … */
  readonly code: string;
  readonly applied: Applied;
  /** The reply as it came, at most 4,000 characters, for diagnosis; never holds what we sent. */
  readonly raw?: string;
  /** From Retry-After, in milliseconds. */
  readonly retryAfterMs?: number;
}

export type ApiResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ApiFailure };

export interface RemoteContact {
  readonly id: ServerId;
  /** Values by column, every value as text; absent and null values are left out. */
  readonly fields: ContactFields;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

/** Afilnet as the product sees it. No method throws; each answers a result. */
export interface AfilnetClient {
  /** The login check of the official SDKs (`user.getbalance`); the balance as text, null where none came. */
  getBalance(options?: RequestOptions): Promise<ApiResult<{ balance: string | null }>>;
  createGroup(
    group: { name: string; type: GroupType; columns: readonly string[] },
    options?: RequestOptions,
  ): Promise<ApiResult<{ id: ServerId | null }>>;
  getGroupColumns(group: ServerId, options?: RequestOptions): Promise<ApiResult<string[]>>;
  addColumn(group: ServerId, column: string, options?: RequestOptions): Promise<ApiResult<null>>;
  deleteColumn(group: ServerId, column: string, options?: RequestOptions): Promise<ApiResult<null>>;
  deleteGroup(group: ServerId, options?: RequestOptions): Promise<ApiResult<null>>;
  /** `country`: ISO 3166 alpha-3, any case; sent in lower case as in the document. */
  assignCountry(
    group: ServerId,
    country: string,
    options?: RequestOptions,
  ): Promise<ApiResult<null>>;
  getContacts(group: ServerId, options?: RequestOptions): Promise<ApiResult<RemoteContact[]>>;
  getContact(
    group: ServerId,
    contact: ServerId,
    options?: RequestOptions,
  ): Promise<ApiResult<RemoteContact>>;
  /** Text form: fails with `refusedHere` when a value holds a comma, a colon or a line break. */
  addContact(
    group: ServerId,
    fields: ContactFields,
    options?: RequestOptions,
  ): Promise<ApiResult<{ id: ServerId | null }>>;
  /** JSON form. A success says nothing of single rows: read back to learn what was stored. */
  addContactList(
    group: ServerId,
    contacts: readonly ContactFields[],
    options?: RequestOptions,
  ): Promise<ApiResult<null>>;
  /** Text form; send every column, since the server may replace the whole contact. */
  modifyContact(
    group: ServerId,
    contact: ServerId,
    fields: ContactFields,
    options?: RequestOptions,
  ): Promise<ApiResult<null>>;
  deleteContact(
    group: ServerId,
    contact: ServerId,
    options?: RequestOptions,
  ): Promise<ApiResult<null>>;
}

/** The three documented ways to send a request (`basicGet` and `basicPost` share an address). */
export const transportNames = ['post', 'basicPost', 'basicGet', 'get'] as const;
export type TransportName = (typeof transportNames)[number];

export interface ClientSettings {
  /** The server's root, e.g. `https://www.afilnet.com`; HTTPS, or HTTP on loopback. */
  readonly server: string;
  readonly transport: TransportName;
  readonly user: string;
  /** Asked for at each request, so that a renewed password needs no new client; null when none is at hand. */
  readonly password: () => string | null;
  readonly timeoutMs: number;
}
