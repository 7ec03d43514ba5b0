/** A running sandbox with one account and one group, and the ways to call it as any program could. */
import { onTestFinished } from 'vitest';
import type { SandboxTransport } from '../../../electron/sandbox/apiRequest.ts';
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../../electron/sandbox/sandbox.ts';
import { createState } from '../../../electron/sandbox/state.ts';

export const user = 'ana@example.com';
export const password = 'clave: ñ&=%+,';

export type Parameters = Readonly<Record<string, string>>;

export interface Rig {
  readonly sandbox: Sandbox;
  /** A group of the account with the columns mobile, name and address. */
  readonly group: number;
  /** The reply's text, by POST. */
  text(method: string, parameters?: Parameters): Promise<string>;
  /** The reply, parsed, by POST. */
  call(method: string, parameters?: Parameters): Promise<unknown>;
  /** The raw response by POST; rejects when the connection breaks. */
  send(method: string, parameters?: Parameters): Promise<Response>;
}

/** Ends with the test. */
export async function startRig(options: SandboxOptions = {}): Promise<Rig> {
  const state = options.state ?? createState();
  const sandbox = await startSandbox({ ...options, state });
  onTestFinished(() => sandbox.stop());
  sandbox.state.addAccount(user, password);
  const columns = ['mobile', 'name', 'address'];
  const group = sandbox.state.addGroup(user, { name: 'Clientes', columns });
  const send: Rig['send'] = (method, parameters = {}) =>
    request(sandbox.origin, 'post', {
      class: 'group',
      method,
      user,
      password,
      idgroup: String(group),
      ...parameters,
    });
  const text: Rig['text'] = async (...all) => (await send(...all)).text();
  return { sandbox, group, send, text, call: async (...all) => JSON.parse(await text(...all)) };
}

/** Sends parameters over a transport, as the document says for each. */
export function request(
  origin: string,
  transport: SandboxTransport,
  { user: name, password: secret, ...rest }: Parameters,
): Promise<Response> {
  const inBody = new URLSearchParams({
    ...(name === undefined ? {} : { user: name }),
    ...(secret === undefined ? {} : { password: secret }),
    ...rest,
  });
  const headers = {
    Authorization: `Basic ${Buffer.from(`${name ?? ''}:${secret ?? ''}`).toString('base64')}`,
  };
  const redirect = 'manual';
  const withoutSecret = new URLSearchParams(rest);
  switch (transport) {
    case 'post':
      return fetch(`${origin}/api/http/`, { method: 'POST', body: inBody, redirect });
    case 'get':
      return fetch(`${origin}/api/http/?${inBody}`, { redirect });
    case 'basicPost':
      return fetch(`${origin}/api/basic/`, {
        method: 'POST',
        body: withoutSecret,
        headers,
        redirect,
      });
    case 'basicGet':
      return fetch(`${origin}/api/basic/?${withoutSecret}`, { headers, redirect });
  }
}
