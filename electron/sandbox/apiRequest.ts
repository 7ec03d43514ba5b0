/** One request of the API, whichever of the documented transports carried it. */
export const sandboxTransports = ['post', 'get', 'basicPost', 'basicGet'] as const;
export type SandboxTransport = (typeof sandboxTransports)[number];

export interface ApiRequest {
  readonly transport: SandboxTransport;
  /** Null where the request carries none. */
  readonly user: string | null;
  readonly password: string | null;
  /** Everything but `user` and `password`. An empty value is a missing one. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether `user` or `password` stood in the address, where logs would keep it. */
  readonly passwordInAddress: boolean;
}

export interface RawRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** Reads a request to `/api/http/` or `/api/basic/`. A POST reads its form body only, a GET its address only. */
export function readApiRequest(raw: RawRequest, basic: boolean): ApiRequest {
  const isForm = raw.contentType?.toLowerCase().startsWith('application/x-www-form-urlencoded');
  const body = new URLSearchParams(isForm === true ? raw.body : '');
  const sent = raw.method === 'GET' ? raw.url.searchParams : body;
  const { user, password, ...parameters } = Object.fromEntries(
    [...sent].filter(([, value]) => value !== ''),
  );
  const inAddress = raw.url.searchParams.has('user') || raw.url.searchParams.has('password');
  const common = { parameters, passwordInAddress: inAddress };
  if (basic) {
    const transport = raw.method === 'GET' ? 'basicGet' : 'basicPost';
    return { ...common, transport, ...readAuthorization(raw.authorization) };
  }
  const transport = raw.method === 'GET' ? 'get' : 'post';
  return { ...common, transport, user: user ?? null, password: password ?? null };
}

function readAuthorization(header: string | undefined): {
  user: string | null;
  password: string | null;
} {
  const encoded = /^basic +(\S+)$/iu.exec(header ?? '')?.[1] ?? '';
  const [, user = '', password = ''] =
    /^([^:]*):?(.*)$/su.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return { user: user === '' ? null : user, password: password === '' ? null : password };
}
