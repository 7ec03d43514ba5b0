/**
 * Structured clone as text. Both ends first clone the value by the platform's own algorithm, which
 * refuses functions, symbols, promises and proxies as Electron does; then it is written as JSON in
 * which every array is a tagged value. Objects are numbered in the order they are met, so that
 * cycles and shared references survive.
 */
type Wire = string | number | boolean | null | Wire[] | { [key: string]: Wire };

/** Electron's own words for a value that cannot travel. */
export const NOT_CLONABLE = 'An object could not be cloned.';

const VIEWS = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
] as const;

interface Base64Bytes extends Uint8Array {
  toBase64(): string;
}

function bytesToText(bytes: Uint8Array): string {
  return typeof Buffer === 'undefined'
    ? (bytes as Base64Bytes).toBase64()
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  return typeof Buffer === 'undefined'
    ? (Uint8Array as unknown as { fromBase64(t: string): Uint8Array<ArrayBuffer> }).fromBase64(text)
    : new Uint8Array(Buffer.from(text, 'base64'));
}

function numberToWire(value: number): Wire {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : ['number', Object.is(value, -0) ? '-0' : String(value)];
}

function toWire(value: unknown, seen: Map<object, number>): Wire {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberToWire(value);
  if (typeof value === 'bigint') return ['bigint', String(value)];
  if (value === undefined) return ['undefined'];
  if (typeof value !== 'object') throw new Error(NOT_CLONABLE);
  const known = seen.get(value);
  if (known !== undefined) return ['seen', known];
  seen.set(value, seen.size);
  return objectToWire(value, (inner) => toWire(inner, seen));
}

function objectToWire(value: object, inner: (value: unknown) => Wire): Wire {
  if (Array.isArray(value)) return ['array', ...Array.from(value, inner)];
  if (value instanceof Date) return ['date', numberToWire(value.getTime())];
  if (value instanceof RegExp) return ['regexp', value.source, value.flags];
  if (value instanceof Map) return ['map', ...[...value].flat().map(inner)];
  if (value instanceof Set) return ['set', ...[...value].map(inner)];
  if (value instanceof Error) {
    const cause = 'cause' in value ? [inner(value.cause)] : [];
    return ['error', value.name, value.message, value.stack ?? '', ...cause];
  }
  if (value instanceof ArrayBuffer) return ['buffer', bytesToText(new Uint8Array(value))];
  if (ArrayBuffer.isView(value)) {
    const kind = VIEWS.findIndex((View) => value instanceof View);
    if (kind < 0) throw new Error(NOT_CLONABLE);
    return [
      'view',
      kind,
      bytesToText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
    ];
  }
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    return ['boxed', inner(value.valueOf())];
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') throw new Error(NOT_CLONABLE);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inner(entry)]));
}

/** The clone of a value as text. Throws Electron's error for what cannot be cloned. */
export function encode(value: unknown): string {
  let clone: unknown;
  try {
    clone = structuredClone(value);
  } catch {
    throw new Error(NOT_CLONABLE);
  }
  return JSON.stringify(toWire(clone, new Map()));
}

function fromWire(wire: Wire, seen: unknown[]): unknown {
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return fromTagged(wire, seen);
  const result: Record<string, unknown> = {};
  seen.push(result);
  for (const [key, entry] of Object.entries(wire)) {
    const value = fromWire(entry, seen);
    Object.defineProperty(result, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return result;
}

function remember<T>(seen: unknown[], value: T): T {
  seen.push(value);
  return value;
}

function errorFromWire([name, message, stack, ...cause]: Wire[], seen: unknown[]): Error {
  const error = remember(seen, new Error(String(message)));
  const hidden = { writable: true, enumerable: false, configurable: true };
  if (name !== 'Error') Object.defineProperty(error, 'name', { value: name, ...hidden });
  Object.defineProperty(error, 'stack', { value: stack, ...hidden });
  if (cause.length > 0) {
    Object.defineProperty(error, 'cause', { value: fromWire(cause[0] ?? null, seen), ...hidden });
  }
  return error;
}

function fromTagged([tag, ...rest]: Wire[], seen: unknown[]): unknown {
  const first = rest[0] ?? null;
  switch (tag) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(first);
    case 'bigint':
      return BigInt(String(first));
    case 'seen':
      return seen[Number(first)];
    case 'array': {
      const array: unknown[] = remember(seen, []);
      for (const item of rest) array.push(fromWire(item, seen));
      return array;
    }
    case 'date':
      return remember(seen, new Date(Number(fromWire(first, seen))));
    case 'regexp':
      return remember(seen, new RegExp(String(first), String(rest[1])));
    case 'map': {
      const map = remember(seen, new Map<unknown, unknown>());
      for (let index = 0; index < rest.length; index += 2) {
        const key = fromWire(rest[index] ?? null, seen);
        map.set(key, fromWire(rest[index + 1] ?? null, seen));
      }
      return map;
    }
    case 'set': {
      const set = remember(seen, new Set<unknown>());
      for (const item of rest) set.add(fromWire(item, seen));
      return set;
    }
    case 'error':
      return errorFromWire(rest, seen);
    case 'buffer':
      return remember(seen, textToBytes(String(first)).buffer);
    case 'view': {
      const View = (VIEWS[Number(first)] ?? Uint8Array) as new (
        bytes: ArrayBuffer,
      ) => ArrayBufferView;
      return remember(seen, new View(textToBytes(String(rest[1])).buffer));
    }
    case 'boxed':
      return remember(seen, Object(fromWire(first, seen)));
    default:
      throw new Error(`The text holds an unknown tag: ${String(tag)}`);
  }
}

/** The value that `encode` wrote. */
export function decode(text: string): unknown {
  return fromWire(JSON.parse(text) as Wire, []);
}
