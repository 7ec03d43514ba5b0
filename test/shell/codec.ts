/**
 * Structured clone as text. Both ends first clone the value by the platform's own algorithm, which
 * refuses functions, symbols, promises and proxies as Electron does; then it is written as JSON in
 * which every array is a tagged value. Objects are numbered in the order they are met, so that
 * cycles and shared references survive. Longer texts and the keys of objects are numbered too and
 * written once: a list of like things travels far slower than Electron's binary clone otherwise.
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

/** What the writer has met so far, by the order in which it was met. */
interface Met {
  readonly objects: Map<object, number>;
  readonly texts: Map<string, number>;
  /** The keys of plain objects, by themselves as JSON. */
  readonly shapes: Map<string, number>;
}

/** A shorter text is written again: it is hardly longer than its number. */
const shortText = 12;

function textToWire(text: string, { texts }: Met): Wire {
  if (text.length <= shortText) return text;
  const known = texts.get(text);
  if (known !== undefined) return ['same', known];
  texts.set(text, texts.size);
  return text;
}

function toWire(value: unknown, met: Met): Wire {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return textToWire(value, met);
  if (typeof value === 'number') return numberToWire(value);
  if (typeof value === 'bigint') return ['bigint', String(value)];
  if (value === undefined) return ['undefined'];
  if (typeof value !== 'object') throw new Error(NOT_CLONABLE);
  const known = met.objects.get(value);
  if (known !== undefined) return ['seen', known];
  met.objects.set(value, met.objects.size);
  return objectToWire(value, met, (inner) => toWire(inner, met));
}

function objectToWire(value: object, met: Met, inner: (value: unknown) => Wire): Wire {
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
  return plainToWire(value as Record<string, unknown>, met, inner);
}

function plainToWire(
  value: Record<string, unknown>,
  { shapes }: Met,
  inner: (value: unknown) => Wire,
): Wire {
  const keys = Object.keys(value);
  const shape = JSON.stringify(keys);
  const known = shapes.get(shape);
  if (known !== undefined) return ['like', known, ...keys.map((key) => inner(value[key]))];
  shapes.set(shape, shapes.size);
  return Object.fromEntries(keys.map((key) => [key, inner(value[key])]));
}

/** Before a value that is a text and nothing else: it travels as it is, for JSON never begins so. */
const bare = "'";

/** The clone of a value as text. Throws Electron's error for what cannot be cloned. */
export function encode(value: unknown): string {
  if (typeof value === 'string') return bare + value;
  let clone: unknown;
  try {
    clone = structuredClone(value);
  } catch {
    throw new Error(NOT_CLONABLE);
  }
  const met: Met = { objects: new Map(), texts: new Map(), shapes: new Map() };
  return JSON.stringify(toWire(clone, met));
}

const plainProperty = { writable: true, enumerable: true, configurable: true };

/** As `Met`, for the reader. */
interface Read {
  readonly objects: unknown[];
  readonly texts: string[];
  readonly shapes: string[][];
}

function fromWire(wire: Wire, read: Read): unknown {
  if (typeof wire === 'string' && wire.length > shortText) read.texts.push(wire);
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return fromTagged(wire, read);
  const keys = Object.keys(wire);
  read.shapes.push(keys);
  return plainFromWire(keys, (_, key) => wire[key] ?? null, read);
}

function plainFromWire(
  keys: readonly string[],
  wireAt: (index: number, key: string) => Wire,
  read: Read,
): Record<string, unknown> {
  const result: Record<string, unknown> = remember(read, {});
  for (const [index, key] of keys.entries()) {
    const value = fromWire(wireAt(index, key), read);
    // As plain an object as Electron's; only this name would be taken for something else.
    if (key !== '__proto__') result[key] = value;
    else Object.defineProperty(result, key, { ...plainProperty, value });
  }
  return result;
}

function remember<T>({ objects }: Read, value: T): T {
  objects.push(value);
  return value;
}

function errorFromWire([name, message, stack, ...cause]: Wire[], read: Read): Error {
  const error = remember(read, new Error(String(message)));
  const hidden = { writable: true, enumerable: false, configurable: true };
  if (name !== 'Error') Object.defineProperty(error, 'name', { value: name, ...hidden });
  Object.defineProperty(error, 'stack', { value: stack, ...hidden });
  if (cause.length > 0) {
    Object.defineProperty(error, 'cause', { value: fromWire(cause[0] ?? null, read), ...hidden });
  }
  return error;
}

function fromTagged([tag, ...rest]: Wire[], read: Read): unknown {
  const first = rest[0] ?? null;
  switch (tag) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(first);
    case 'bigint':
      return BigInt(String(first));
    case 'seen':
      return read.objects[Number(first)];
    case 'same':
      return read.texts[Number(first)];
    case 'like':
      return plainFromWire(
        read.shapes[Number(first)] ?? [],
        (index) => rest[index + 1] ?? null,
        read,
      );
    case 'array': {
      const array: unknown[] = remember(read, []);
      for (const item of rest) array.push(fromWire(item, read));
      return array;
    }
    case 'date':
      return remember(read, new Date(Number(fromWire(first, read))));
    case 'regexp':
      return remember(read, new RegExp(String(first), String(rest[1])));
    case 'map': {
      const map = remember(read, new Map<unknown, unknown>());
      for (let index = 0; index < rest.length; index += 2) {
        const key = fromWire(rest[index] ?? null, read);
        map.set(key, fromWire(rest[index + 1] ?? null, read));
      }
      return map;
    }
    case 'set': {
      const set = remember(read, new Set<unknown>());
      for (const item of rest) set.add(fromWire(item, read));
      return set;
    }
    case 'error':
      return errorFromWire(rest, read);
    case 'buffer':
      return remember(read, textToBytes(String(first)).buffer);
    case 'view': {
      const View = (VIEWS[Number(first)] ?? Uint8Array) as new (
        bytes: ArrayBuffer,
      ) => ArrayBufferView;
      return remember(read, new View(textToBytes(String(rest[1])).buffer));
    }
    case 'boxed':
      return remember(read, Object(fromWire(first, read)));
    default:
      throw new Error(`The text holds an unknown tag: ${String(tag)}`);
  }
}

/** The value that `encode` wrote. */
export function decode(text: string): unknown {
  if (text.startsWith(bare)) return text.slice(bare.length);
  return fromWire(JSON.parse(text) as Wire, { objects: [], texts: [], shapes: [] });
}
