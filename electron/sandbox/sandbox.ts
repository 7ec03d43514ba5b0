/**
 * An Afilnet-compatible server on 127.0.0.1: the practice account of the product, which needs no network,
 * and the server of the tests. Behaves as Afilnet's document says; what it leaves open is a dialect.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleApi, type ApiContext } from './apiHandler.ts';
import { createClock } from './clock.ts';
import { handleControl } from './control.ts';
import { defaultDialect, type Dialect } from './dialect.ts';
import { mayEnter } from './doorkeeper.ts';
import type { FaultRule } from './fault.ts';
import { createFaultBook } from './faultBook.ts';
import { keepInFile, loadState, type StateFile } from './persistence.ts';
import { createRequestLog, type RecordedRequest } from './requestLog.ts';
import { sendPage } from './respond.ts';
import { createState, type SandboxState } from './state.ts';

export interface SandboxOptions {
  /** What the server holds at first; with `file`, only until that file exists. */
  readonly state?: SandboxState;
  /** Every change is kept in this JSON file before it is answered, and read from it at the next start. */
  readonly file?: string;
  readonly dialect?: Partial<Dialect>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** From 0 up to 1; draws the faults that have a `chance`. */
  readonly random?: () => number;
  /** Opens `/__sandbox/`, by which another process drives faults and state. Never in the packaged app. */
  readonly allowControl?: boolean;
  /** Default: one the system picks. */
  readonly port?: number;
  /** How many requests are kept in `requests`; default 10,000. */
  readonly recordLimit?: number;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Where control endpoints stay reachable while the API is disconnected; null without `allowControl`. */
  readonly controlOrigin: string | null;
  readonly state: SandboxState;
  readonly requests: readonly RecordedRequest[];
  dialect(): Dialect;
  /** Changes these switches; the others stay. */
  setDialect(dialect: Partial<Dialect>): void;
  setLatency(ms: number): void;
  fault(rule: FaultRule): void;
  clearFaults(): void;
  clearRequests(): void;
  maxInFlight(): number;
  /** The network is gone: connections break and new ones are refused, until `reconnect`. */
  disconnect(): Promise<void>;
  /** Listens again, on the same port. */
  reconnect(): Promise<void>;
  /** Resolves once every change so far is in the file; at once without one. */
  saved(): Promise<void>;
  stop(): Promise<void>;
}

const host = '127.0.0.1';

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const initial = options.state ?? createState();
  const state = options.file === undefined ? initial : await loadState(options.file, initial);
  const file: StateFile | null =
    options.file === undefined ? null : keepInFile(options.file, state);
  const faults = createFaultBook(options.random ?? Math.random);
  const log = createRequestLog(options.recordLimit ?? 10_000);
  const clock = createClock();
  let dialect: Dialect = { ...defaultDialect, ...options.dialect };
  let latency = 0;

  const context: ApiContext = {
    state,
    faults,
    log,
    now: options.now ?? Date.now,
    dialect: () => dialect,
    latency: () => latency,
    wait: (ms) => clock.wait(ms),
    saved: async () => file?.saved(),
  };
  const api = listener(options.allowControl === true);
  const control = options.allowControl === true ? listener(true) : null;

  /** A server whose requests all pass the doorkeeper. */
  function listener(withControl: boolean): Server {
    // The address may be longer than Node's 16 kB, so that the refusal is ours: 414 with a page.
    const server = createServer({ maxHeaderSize: 256 * 1024, keepAliveTimeout: 60_000 });
    server.on('request', (message, response) => {
      const url = new URL(message.url ?? '/', `http://${host}`);
      if (!mayEnter(message)) sendPage(response, 403);
      else if (url.pathname === '/api/http/' || url.pathname === '/api/basic/')
        handleApi(context, message, response, url).catch(() => response.destroy());
      else if (withControl && url.pathname.startsWith('/__sandbox/'))
        handleControl(sandbox, message, response, url).catch(() => response.destroy());
      else sendPage(response, 404);
    });
    return server;
  }

  const port = await listen(api, options.port ?? 0);
  const controlPort = control === null ? null : await listen(control, 0);

  const sandbox: Sandbox = {
    origin: `http://${host}:${port}`,
    controlOrigin: controlPort === null ? null : `http://${host}:${controlPort}`,
    state,
    requests: log.requests,
    dialect: () => dialect,
    setDialect(changes) {
      dialect = { ...dialect, ...changes };
    },
    setLatency(ms) {
      latency = ms;
    },
    fault: (rule) => faults.add(rule),
    clearFaults: () => faults.clear(),
    clearRequests: () => log.clear(),
    maxInFlight: () => log.maxInFlight(),
    disconnect: () => close(api),
    async reconnect() {
      if (!api.listening) await listen(api, port);
    },
    saved: context.saved,
    async stop() {
      clock.stop();
      await Promise.all([close(api), control === null ? undefined : close(control)]);
      await context.saved();
    },
  };
  return sandbox;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
