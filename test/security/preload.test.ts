import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { channels, eventChannel } from '#shared/ipc/channels.ts';
import type { LibretaBridge } from '#shared/ipc/contract.ts';
import type { AppEvent } from '#shared/ipc/events.ts';

type Pass = (event: unknown, data: unknown) => void;

/** What the preload asks of Electron, written down. */
interface Electron {
  readonly required: string[];
  readonly exposed: Record<string, unknown>;
  readonly invoked: unknown[][];
  readonly listeners: Map<string, Set<Pass>>;
}

let folder: string;
let code: string;
let electron: Electron;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'libreta-preload-'));
  await build({ mode: 'preload', logLevel: 'silent', build: { outDir: folder } });
  code = readFileSync(join(folder, 'preload.cjs'), 'utf8');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  electron = load();
});

/** Runs the built file as a sandboxed preload: `electron` is all that can be required. */
function load(): Electron {
  const seen: Electron = { required: [], exposed: {}, invoked: [], listeners: new Map() };
  const ipcRenderer = {
    invoke: (...parts: unknown[]) => {
      seen.invoked.push(parts);
      return Promise.resolve({ ok: true, value: parts[0] });
    },
    on: (channel: string, pass: Pass) => {
      seen.listeners.set(channel, (seen.listeners.get(channel) ?? new Set()).add(pass));
    },
    removeListener: (channel: string, pass: Pass) => seen.listeners.get(channel)?.delete(pass),
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => {
      seen.exposed[name] = api;
    },
  };
  const require = (name: string) => {
    seen.required.push(name);
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}`);
    return { contextBridge, ipcRenderer };
  };
  runInNewContext(code, { require, module: { exports: {} }, exports: {} });
  return seen;
}

const api = () => electron.exposed['libreta'] as LibretaBridge;

describe('the built preload', () => {
  it('is one file that needs Electron alone and carries no schemas', () => {
    expect(readdirSync(folder)).toEqual(['preload.cjs']);
    expect(electron.required).toEqual(['electron']);
    expect(code).not.toMatch(/zod|safeParse|import\(|eval\(/i);
    expect(code.length).toBeLessThan(5_000);
  });

  it('exposes one method for each channel, the subscription, and nothing else', () => {
    expect(Object.keys(electron.exposed)).toEqual(['libreta']);
    const methods = Object.entries(api()).flatMap(([area, value]) =>
      typeof value === 'function' ? [area] : Object.keys(value).map((name) => `${area}.${name}`),
    );
    expect(methods.sort()).toEqual([...channels, 'onEvent'].sort());
    for (const value of Object.values(api())) {
      for (const method of typeof value === 'function' ? [value] : Object.values(value)) {
        expect(typeof method).toBe('function');
      }
    }
  });
});

describe('a method', () => {
  it.each(channels)('%s sends its one argument on its own channel', async (channel) => {
    const [area, name] = channel.split('.') as [keyof LibretaBridge, string];
    const method = (api()[area] as unknown as Record<string, (...all: unknown[]) => unknown>)[
      name
    ]!;
    expect(await method({ of: channel }, 'more')).toEqual({ ok: true, value: channel });
    expect(electron.invoked).toEqual([[channel, { of: channel }]]);
  });
});

describe('the subscription', () => {
  const event: AppEvent = { kind: 'groupsChanged' };
  const emit = (data: unknown) => {
    for (const pass of electron.listeners.get(eventChannel) ?? []) pass({ sender: 'ipc' }, data);
  };

  it('passes the data alone, on the one event channel, until it is ended', () => {
    const got: unknown[][] = [];
    const end = api().onEvent((...parts) => got.push(parts));
    expect([...electron.listeners.keys()]).toEqual([eventChannel]);
    emit(event);
    expect(got).toEqual([[event]]);
    expect(end()).toBeUndefined();
    emit(event);
    expect(got).toHaveLength(1);
  });

  it('ends one listener without ending another', () => {
    let first = 0;
    let second = 0;
    const end = api().onEvent(() => first++);
    api().onEvent(() => second++);
    end();
    emit(event);
    expect([first, second]).toEqual([0, 1]);
  });
});
