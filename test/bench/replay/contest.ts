/** One comparison of replay with a naive loop: fresh servers and stores each time, requests counted on the server. */
import type { ContactFields } from '#shared/domain/contact.ts';
import { compare, timedUntilEnd } from '../compare.ts';
import type { Result } from '../result.ts';
import type { WorkFolder } from '../workFolder.ts';
import { openQueue, type Queue } from './queue.ts';
import { startServer, type Server } from './server.ts';

export interface Contest {
  readonly what: string;
  /** What the group holds before. */
  readonly before: readonly ContactFields[];
  /** Queues the edits, as a user without a network would; not measured. */
  readonly queue: (queue: Queue) => void;
  /** Sends the same edits one after another with the bare client and keeps nothing. */
  readonly loop: (server: Server) => Promise<void>;
  /** Throws unless the server holds every edit. */
  readonly check: (server: Server) => void;
}

export interface Conditions {
  /** How long the server takes for each answer, in milliseconds. */
  readonly delay: number;
  readonly rounds: number;
}

export async function hold(
  contest: Contest,
  { delay, rounds }: Conditions,
  folder: WorkFolder,
): Promise<Result> {
  const requests = { libreta: 0, baseline: 0 };
  const replay = async (): Promise<number> => {
    const server = await startServer(contest.before);
    const queue = await openQueue(server, folder.newFile());
    contest.queue(queue);
    const time = await measured(server, () => queue.drain());
    requests.libreta = server.sandbox.requests.length;
    queue.close();
    return finished(server, time);
  };
  const loop = async (): Promise<number> => {
    const server = await startServer(contest.before);
    const time = await measured(server, () => contest.loop(server));
    requests.baseline = server.sandbox.requests.length;
    return finished(server, time);
  };
  const measured = (server: Server, work: () => Promise<void>): Promise<number> => {
    server.sandbox.clearRequests();
    server.sandbox.setLatency(delay);
    return timedUntilEnd(work);
  };
  const finished = async (server: Server, time: number): Promise<number> => {
    contest.check(server);
    await server.stop();
    return time;
  };
  const comparison = await compare(replay, loop, rounds);
  return { what: `${contest.what}, server takes ${delay} ms`, ...comparison, requests };
}
