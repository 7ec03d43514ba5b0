/** Dates and numbers as the user's language writes them. Times in milliseconds since 1970. */
export interface Formats {
  readonly number: (value: number) => string;
  readonly dateTime: (at: number) => string;
  /** “5 minutes ago”, “now”: of what has been, also when the clock that says now lags behind or was put back. */
  readonly since: (at: number, now: number) => string;
  /** “in 20 seconds”, “now”: of what is to come. */
  readonly until: (at: number, now: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** “a, b or c”. */
  readonly either: (items: readonly string[]) => string;
  readonly compare: (left: string, right: string) => number;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];
const closeToNow = 5_000;

function make(locale: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const from = (distance: number): string => {
    if (Math.abs(distance) < closeToNow) return relative.format(0, 'second');
    const [unit, size] = steps.find(([, length]) => Math.abs(distance) >= length) ?? [
      'second' as const,
      1_000,
    ];
    return relative.format(Math.round(distance / size), unit);
  };
  return {
    number: (value) => number.format(value),
    dateTime: (at) => date.format(at),
    since: (at, now) => from(Math.min(at - now, 0)),
    until: (at, now) => from(Math.max(at - now, 0)),
    list: (items) => list.format(items),
    either: (items) => either.format(items),
    compare: (left, right) => collator.compare(left, right),
  };
}

const made = new Map<string, Formats>();

export function formatsFor(locale: string): Formats {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const formats = make(locale);
  made.set(locale, formats);
  return formats;
}
