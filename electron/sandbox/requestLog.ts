/** What reached the server, in the order it came. Never holds a password. */
import type { SandboxTransport } from './apiRequest.ts';
import type { Fault } from './fault.ts';

export interface RecordedRequest {
  /** 1 for the first request. */
  readonly order: number;
  readonly at: number;
  readonly transport: SandboxTransport;
  readonly className: string;
  readonly method: string;
  readonly group: string | null;
  readonly contact: string | null;
  readonly kind: 'read' | 'write';
  readonly user: string | null;
  /** Everything sent but user and password. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly passwordInAddress: boolean;
  /** Requests in flight when it came, itself among them. */
  readonly inFlight: number;
  readonly fault: Fault['name'] | null;
  /** Whether it was carried out; a refusal such as CONTACT_EXISTS is carried out, too. */
  readonly applied: boolean;
  /** `SUCCESS`, the error code, or null while or where there is none. */
  readonly outcome: string | null;
}

export interface RequestLog {
  readonly requests: readonly RecordedRequest[];
  /** The most requests that were ever in flight at once. */
  maxInFlight(): number;
  start(request: Omit<RecordedRequest, 'order' | 'inFlight' | 'applied' | 'outcome'>): RequestTrack;
  clear(): void;
}

export interface RequestTrack {
  applied(outcome: string): void;
  ended(): void;
}

/** Keeps the newest `limit` requests; 0 keeps none. */
export function createRequestLog(limit: number): RequestLog {
  const requests: RecordedRequest[] = [];
  let order = 0;
  let inFlight = 0;
  let most = 0;
  return {
    requests,
    maxInFlight: () => most,
    start(request) {
      order += 1;
      inFlight += 1;
      most = Math.max(most, inFlight);
      const record = {
        ...request,
        order,
        inFlight,
        applied: false,
        outcome: null as string | null,
      };
      requests.push(record);
      if (requests.length > limit) requests.splice(0, requests.length - limit);
      let hasEnded = false;
      return {
        applied(outcome) {
          record.applied = true;
          record.outcome = outcome;
        },
        ended() {
          if (!hasEnded) inFlight -= 1;
          hasEnded = true;
        },
      };
    },
    clear() {
      requests.length = 0;
      most = inFlight;
    },
  };
}
