import { shallowRef } from 'vue';

type Flags = Readonly<Record<string, string>>;

/** Null until they are here: pictures, since Windows has no letters for flags. Loaded when the first is to be shown. */
const flags = shallowRef<Flags | null>(null);
let loading: Promise<void> | null = null;

async function load(): Promise<void> {
  flags.value = await import('country-flag-icons/string/3x2');
}

/** The address of a country's flag by its alpha-2 code; null where there is none, or none yet. */
export function flagOf(iso2: string): string | null {
  loading ??= load();
  const picture = flags.value?.[iso2];
  return picture === undefined ? null : `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
