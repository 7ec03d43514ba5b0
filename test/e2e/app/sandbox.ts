/** The Afilnet-compatible server in a process of its own, driven by its control addresses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Dialect } from '../../../electron/sandbox/dialect.ts';
import type { FaultRule } from '../../../electron/sandbox/fault.ts';
import type { RecordedRequest } from '../../../electron/sandbox/requestLog.ts';
import { projectRoot } from '../../shell/prepare.ts';

export type Fields = Readonly<Record<string, string>>;
export interface StoredContact {
  readonly id: number;
  readonly fields: Fields;
}
export interface StoredGroup {
  readonly id: number;
  readonly name: string;
  readonly owner: string;
  readonly columns: readonly string[];
  readonly country: string | null;
  readonly contacts: readonly StoredContact[];
}

export interface SandboxProcess {
  /** The server address to sign in to. */
  readonly origin: string;
  readonly addAccount: (user: string, password: string) => Promise<void>;
  readonly setPassword: (user: string, password: string) => Promise<void>;
  /** Adds a group with contacts and answers its id. */
  readonly addGroup: (owner: string, group: NewGroup) => Promise<number>;
  readonly addContacts: (group: number, rows: readonly Fields[]) => Promise<number[]>;
  readonly changeContact: (group: number, contact: number, fields: Fields) => Promise<void>;
  readonly removeContact: (group: number, contact: number) => Promise<void>;
  readonly removeGroup: (group: number) => Promise<void>;
  readonly contacts: (group: number) => Promise<StoredContact[]>;
  readonly groups: (owner: string) => Promise<StoredGroup[]>;
  /** Requests that change something, carried out or not, in the order they came. */
  readonly writes: () => Promise<RecordedRequest[]>;
  readonly requests: () => Promise<RecordedRequest[]>;
  readonly fault: (rule: FaultRule) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  readonly dialect: (changes: Partial<Dialect>) => Promise<void>;
  readonly disconnect: () => Promise<void>;
  readonly reconnect: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface NewGroup {
  readonly name?: string;
  readonly type?: 'mobile' | 'email';
  readonly columns?: readonly string[];
  readonly contacts?: readonly Fields[];
}

const readyLine = z.object({ origin: z.string(), control: z.string() });

/** Starts an empty server and waits until it listens. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const script = join(projectRoot, 'electron', 'sandbox', 'serve.ts');
  const child = spawn(process.execPath, [script, '--control', '--empty'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { origin, control } = readyLine.parse(JSON.parse(line));

  async function act<T>(action: string, input: unknown = {}): Promise<T> {
    const response = await fetch(`${control}/__sandbox/${action}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
    const reply = (await response.json()) as { result: T; error?: string };
    if (!response.ok) throw new Error(`The sandbox refused ${action}: ${reply.error}`);
    return reply.result;
  }

  const requests = async (): Promise<RecordedRequest[]> =>
    (await act<{ requests: RecordedRequest[] }>('requests')).requests;
  const addContacts = (group: number, rows: readonly Fields[]): Promise<number[]> =>
    act('addContacts', { group, rows });

  return {
    origin,
    addAccount: (user, password) => act('addAccount', { user, password }),
    setPassword: (user, password) => act('setPassword', { user, password }),
    async addGroup(owner, { contacts = [], ...group }) {
      const id = await act<number>('addGroup', { owner, ...group });
      await addContacts(id, contacts);
      return id;
    },
    addContacts,
    changeContact: (group, contact, fields) => act('changeContact', { group, contact, fields }),
    removeContact: (group, contact) => act('removeContact', { group, contact }),
    removeGroup: (group) => act('removeGroup', { group }),
    contacts: (group) => act('contacts', { group }),
    groups: async (owner) =>
      (await act<{ groups: StoredGroup[] }>('data')).groups.filter(
        (group) => group.owner === owner,
      ),
    requests,
    writes: async () => (await requests()).filter(({ kind }) => kind === 'write'),
    fault: (rule) => act('fault', rule),
    clearFaults: () => act('clearFaults'),
    dialect: (changes) => act('dialect', changes),
    disconnect: () => act('disconnect'),
    reconnect: () => act('reconnect'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
