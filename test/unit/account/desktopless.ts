/** The application as main builds it, in plain Node: real files, real HTTP, a real keychain process, called by its channels. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import type { ChannelName } from '#shared/ipc/channels.ts';
import type { ReplyOf, RequestOf } from '#shared/ipc/contract.ts';
import type { CodedError, Result } from '#shared/ipc/errors.ts';
import type { AppEvent } from '#shared/ipc/events.ts';
import type { ContactRow, GroupView, SyncStatus } from '#shared/ipc/views.ts';
import type { ContactFields } from '#shared/domain/contact.ts';
import { createApplication } from '../../../electron/application.ts';
import type {
  IsolatedProcess,
  StartProcess,
} from '../../../electron/credentials/isolatedProcess.ts';
import { startInPlainNode } from '../../../electron/credentials/plainNodeProcess.ts';
import { startRouter, type Listener } from '../../../electron/ipc/router.ts';
import { appOrigin } from '../../../electron/ipc/sender.ts';
import { startSandbox, type Sandbox } from '../../../electron/sandbox/sandbox.ts';

const trusted = { url: `${appOrigin}/index.html`, mainFrame: true };

/** No session bus: no keychain answers, as on a bare Linux. */
export const noKeychain: StartProcess = () =>
  startInPlainNode({
    file: fileURLToPath(
      new URL('../../../electron/credentials/keychainProcess.ts', import.meta.url),
    ),
    environment: {},
  });

/** One of the processes of `test/keyring`, which stand in for a keychain; each that is started is kept. */
export function scriptedKeychain(
  name: 'silentProcess' | 'openOnceProcess' | 'fileProcess',
  environment: Record<string, string> = {},
) {
  const file = fileURLToPath(new URL(`../../keyring/${name}.mjs`, import.meta.url));
  const started: IsolatedProcess[] = [];
  const startKeychain: StartProcess = () => {
    const one = startInPlainNode({ file, environment });
    started.push(one);
    return one;
  };
  return { started, startKeychain };
}

/** Waits until the keychain has answered its first test, whatever it said. */
export async function keychainKnown({ get }: App): Promise<void> {
  const kind = async () => (await get('accounts.overview', undefined)).keychain.kind;
  await expect.poll(kind, { timeout: 30_000 }).not.toBe('asking');
}

export interface App {
  readonly dataFolder: string;
  readonly events: AppEvent[];
  /** What was reported as unexpected. */
  readonly faults: unknown[];
  /** The reply, its envelope included, checked by the contract. */
  readonly ask: <Channel extends ChannelName>(
    channel: Channel,
    request: RequestOf<Channel>,
  ) => Promise<Result<ReplyOf<Channel>>>;
  /** The value of a reply that must be one. */
  readonly get: <Channel extends ChannelName>(
    channel: Channel,
    request: RequestOf<Channel>,
  ) => Promise<ReplyOf<Channel>>;
  /** The error of a reply that must be one. */
  readonly refusal: <Channel extends ChannelName>(
    channel: Channel,
    request: RequestOf<Channel>,
  ) => Promise<CodedError>;
  readonly wakeUp: () => void;
  readonly close: () => Promise<void>;
  /** Closes and starts anew on the same folder. */
  readonly restart: () => Promise<App>;
}

export interface AppOptions {
  readonly startKeychain?: StartProcess;
  /** Where the user saves a file. */
  readonly savePath?: string;
}

export async function app(options: AppOptions = {}): Promise<App> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'libreta-app-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  return openApp(dataFolder, options);
}

async function openApp(dataFolder: string, options: AppOptions): Promise<App> {
  const faults: unknown[] = [];
  const application = createApplication({
    dataFolder,
    version: '0',
    name: 'test',
    languages: () => ['en'],
    defaultServer: 'https://www.afilnet.com',
    startKeychain: options.startKeychain ?? noKeychain,
    writeClipboard: () => undefined,
    chooseSavePath: async () => options.savePath ?? null,
    applySettings: () => undefined,
    reportFault: (_where, error) => faults.push(error),
    now: Date.now,
    random: Math.random,
  });
  onTestFinished(() => application.close());
  await application.restore();
  const events: AppEvent[] = [];
  application.onEvent((event) => events.push(event));
  const listeners = new Map<ChannelName, Listener>();
  startRouter({
    handlers: application.handlers,
    ready: application.restored,
    register: (channel, listener) => listeners.set(channel, listener),
    reportFault: (_channel, error) => faults.push(error),
    tellChanges: application.tellChanges,
    checkReplies: true,
  });
  const ask: App['ask'] = async (channel, request) =>
    (await listeners.get(channel)!(trusted, request)) as never;
  return {
    dataFolder,
    events,
    faults,
    ask,
    async get(channel, request) {
      const result = await ask(channel, request);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    async refusal(channel, request) {
      const result = await ask(channel, request);
      if (result.ok) throw new Error(`${channel} was not refused`);
      return result.error;
    },
    wakeUp: application.wakeUp,
    close: application.close,
    async restart() {
      await application.close();
      return openApp(dataFolder, options);
    },
  };
}

/** A server with two accounts, `ana` and `berta`, their passwords `clave-<name>` and one group each. */
export async function server(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.stop());
  for (const user of ['ana', 'berta']) {
    sandbox.state.addAccount(user, passwordOf(user));
    const group = sandbox.state.addGroup(user, { name: user, columns: ['mobile', 'name'] });
    sandbox.state.addContacts(group, [{ mobile: '34600000001', name: `Una de ${user}` }]);
  }
  return sandbox;
}

export function passwordOf(user: string): string {
  return `clave-${user}`;
}

export async function signIn({ get }: App, { origin }: Sandbox, user: string) {
  return get('accounts.signIn', {
    user,
    password: passwordOf(user),
    server: origin,
    transport: 'post',
    keep: 'session',
  });
}

/** Adds the account's group of the server and waits until its contacts are here. */
export async function withGroup(opened: App, { state }: Sandbox, user: string): Promise<GroupView> {
  const [there] = state.groupsOf(user);
  const { groupId } = await opened.get('groups.addById', {
    serverId: String(there!.id),
    label: user,
  });
  await expect.poll(async () => (await groupOf(opened, groupId)).pulledAt).not.toBeNull();
  return groupOf(opened, groupId);
}

export async function groupOf({ get }: App, groupId: string): Promise<GroupView> {
  const found = (await get('groups.list', undefined)).find(({ id }) => id === groupId);
  if (found === undefined) throw new Error('no such group');
  return found;
}

export async function rows({ get }: App): Promise<ContactRow[]> {
  const query = {
    scope: { kind: 'all' },
    search: '',
    sort: null,
    onlyUnsent: false,
    offset: 0,
    limit: 500,
  } as const;
  return (await get('contacts.window', query)).rows;
}

export async function addTo(
  { get }: App,
  group: GroupView,
  fields: ContactFields,
): Promise<string> {
  return (await get('contacts.add', { groupId: group.id, fields })).contactId;
}

/** Waits until the status fits. */
export async function status({ get }: App, fits: Partial<SyncStatus>): Promise<void> {
  await expect.poll(() => get('sync.status', undefined), { timeout: 30_000 }).toMatchObject(fits);
}
