/**
 * contextBridge between the two worlds of a page. Each world has one end. They talk by synchronous
 * CustomEvents whose detail Chromium clones across worlds; functions and promises travel as ids.
 * This file and its neighbours run inside the page: they import nothing at run time.
 */
export type Travelling =
  | { readonly kind: 'clone'; readonly value: unknown }
  | { readonly kind: 'function' | 'promise'; readonly id: number }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'array'; readonly items: readonly Travelling[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Travelling])[] };

type Outcome =
  | { readonly ok: true; readonly value: Travelling }
  | { readonly ok: false; readonly message: string };

type BridgeMessage =
  | { readonly kind: 'expose'; readonly key: string; readonly value: Travelling }
  | {
      readonly kind: 'call';
      readonly target: number;
      readonly call: number;
      readonly args: readonly Travelling[];
    }
  | { readonly kind: 'return'; readonly call: number; readonly outcome: Outcome }
  | {
      readonly kind: 'settle';
      readonly promise: number;
      readonly ok: boolean;
      readonly value: Travelling;
    };

type AnyFunction = (...args: unknown[]) => unknown;

interface Settle {
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

export interface Bridge {
  /** Hands an API to the other world under a name on its `window`. */
  expose(key: string, api: unknown): void;
}

const REFUSED = 'An object could not be cloned.';
const NO_EXCEPTION = 'An error occurred, but a valid exception was not thrown.';

/** One end of the bridge. `onExpose` receives what the other world exposes. */
export function createBridge(
  sendTo: string,
  receiveAs: string,
  onExpose: (key: string, api: unknown) => void,
): Bridge {
  const functions: AnyFunction[] = [];
  const promises = new Map<number, Settle>();
  const returned = new Map<number, Outcome>();
  let lastPromise = 0;
  let lastCall = 0;

  const send = (message: BridgeMessage): void =>
    void window.dispatchEvent(new CustomEvent(sendTo, { detail: message }));

  const messageOf = (error: unknown): string =>
    error instanceof Error ? error.message : NO_EXCEPTION;

  function pack(value: unknown): Travelling {
    if (typeof value === 'function') {
      return { kind: 'function', id: functions.push(value as AnyFunction) - 1 };
    }
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'symbol') throw new Error(REFUSED);
      return { kind: 'clone', value };
    }
    if (value instanceof Promise) return packPromise(value);
    if (value instanceof Error) return { kind: 'error', message: value.message };
    try {
      return { kind: 'clone', value: structuredClone(value) };
    } catch (error) {
      // A proxy refuses to be cloned at once; an object that only holds functions does not.
      const reason = error instanceof Error ? error.message : '';
      if (/#<(?!Promise>)[^>]*> could not be cloned/.test(reason)) throw new Error(REFUSED);
    }
    if (Array.isArray(value)) return { kind: 'array', items: value.map(pack) };
    if (Object.prototype.toString.call(value) !== '[object Object]') throw new Error(REFUSED);
    const entries = Object.entries(value).map(([key, entry]) => [key, pack(entry)] as const);
    return { kind: 'object', entries };
  }

  function packPromise(promise: Promise<unknown>): Travelling {
    const id = (lastPromise += 1);
    const settle = (ok: boolean, value: unknown): void => {
      try {
        send({ kind: 'settle', promise: id, ok, value: pack(value) });
      } catch (error) {
        send({ kind: 'settle', promise: id, ok: false, value: pack(error) });
      }
    };
    promise.then(
      (value) => settle(true, value),
      (reason: unknown) => settle(false, reason),
    );
    return { kind: 'promise', id };
  }

  function unpack(travelling: Travelling): unknown {
    switch (travelling.kind) {
      case 'clone':
        return travelling.value;
      case 'function':
        return (...args: unknown[]) => callOther(travelling.id, args);
      case 'promise':
        return new Promise((resolve, reject) => {
          promises.set(travelling.id, { resolve, reject });
        });
      case 'error':
        return new Error(travelling.message);
      case 'array':
        return travelling.items.map(unpack);
      case 'object':
        return Object.fromEntries(travelling.entries.map(([key, entry]) => [key, unpack(entry)]));
    }
  }

  function callOther(target: number, args: readonly unknown[]): unknown {
    const call = (lastCall += 1);
    send({ kind: 'call', target, call, args: args.map(pack) });
    const outcome = returned.get(call);
    returned.delete(call);
    if (outcome === undefined) throw new Error('The other world of this page did not answer.');
    if (!outcome.ok) throw new Error(outcome.message);
    return unpack(outcome.value);
  }

  function answer(target: number, args: readonly Travelling[]): Outcome {
    try {
      const callee = functions[target];
      if (callee === undefined) throw new Error('No such function was handed over.');
      return { ok: true, value: pack(callee(...args.map(unpack))) };
    } catch (error) {
      return { ok: false, message: messageOf(error) };
    }
  }

  window.addEventListener(receiveAs, (event) => {
    const message = (event as CustomEvent<BridgeMessage>).detail;
    switch (message.kind) {
      case 'expose':
        onExpose(message.key, unpack(message.value));
        break;
      case 'call':
        send({ kind: 'return', call: message.call, outcome: answer(message.target, message.args) });
        break;
      case 'return':
        returned.set(message.call, message.outcome);
        break;
      case 'settle': {
        const waiting = promises.get(message.promise);
        promises.delete(message.promise);
        if (message.ok) waiting?.resolve(unpack(message.value));
        else waiting?.reject(unpack(message.value));
        break;
      }
    }
  });

  return { expose: (key, api) => send({ kind: 'expose', key, value: pack(api) }) };
}
