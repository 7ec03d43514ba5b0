import { EventEmitter } from 'node:events';

/** Names that Node, Playwright and bundlers look up on any object, to learn what it is. */
const PROBES = new Set(['then', 'toJSON', '__esModule', 'default', 'nodeType', 'asymmetricMatch']);

/** The sentence for a part of Electron that the stand-in does not play. */
export function notPlayed(what: string): Error {
  return new Error(
    `The stand-in for Electron has no ${what}. It plays only what Libreta uses; see test/shell/README.md.`,
  );
}

/** A prototype on which reading a name that nobody defined throws instead of answering undefined. */
export function strictPrototype(owner: string, base: object = Object.prototype): object {
  return new Proxy(base, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || PROBES.has(key)) {
        return Reflect.get(target, key, receiver) as unknown;
      }
      throw notPlayed(`${owner}.${key}`);
    },
  });
}

/** An object with exactly these members. */
export function strictObject<T extends object>(owner: string, members: T): T {
  return Object.setPrototypeOf(members, strictPrototype(owner)) as T;
}

/** A class of event emitters that knows the names of its events and of its members. */
export function strictEmitter(owner: string, events: readonly string[]): typeof EventEmitter {
  const known = new Set<string | symbol>([...events, 'newListener', 'removeListener']);
  type Listener = Parameters<EventEmitter['on']>[1];
  class StrictEmitter extends EventEmitter {
    override on(event: string | symbol, listener: Listener): this {
      if (!known.has(event)) throw notPlayed(`event '${String(event)}' of ${owner}`);
      return super.on(event, listener);
    }
    override addListener(event: string | symbol, listener: Listener): this {
      return this.on(event, listener);
    }
    override once(event: string | symbol, listener: Listener): this {
      if (!known.has(event)) throw notPlayed(`event '${String(event)}' of ${owner}`);
      return super.once(event, listener);
    }
  }
  Object.setPrototypeOf(StrictEmitter.prototype, strictPrototype(owner, EventEmitter.prototype));
  return StrictEmitter as typeof EventEmitter;
}

/** The first argument of Electron's events: what happened, and a way to prevent it. */
export class ElectronEvent {
  defaultPrevented = false;
  constructor(details: object = {}) {
    Object.assign(this, details);
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
