/** Search in the mirror: how many there are, and the first hundred of them. */
import { compare, timed } from '../compare.ts';
import type { Result } from '../result.ts';
import type { BareMirror } from './bareMirror.ts';
import type { Mirror } from './mirror.ts';

const rounds = 9;
const repetitions = 5;
const shown = 100;

const searches = [
  {
    what: 'search: 6 texts by the index',
    texts: ['maria', '677', 'ferret', 'jose lopez', 'example.org', 'qqqq'],
  },
  { what: 'search: 2 letters, no index', texts: ['mu'] },
] as const;

export async function measureSearch({ store, group }: Mirror, bare: BareMirror): Promise<Result[]> {
  const results: Result[] = [];
  const product = (text: string) => {
    // What was counted before is kept; a person searches for the first time.
    store.list.forget();
    const query = {
      scope: { kind: 'group', groupId: group.id },
      search: text,
      sort: null,
      onlyUnsent: false,
    } as const;
    return { total: store.list.count(query), first: store.list.window(query, 0, shown) };
  };
  for (const { what, texts } of searches) {
    for (const text of texts) {
      const found = [product(text).total, bare.search(text, shown).total];
      if (found[0] !== found[1]) throw new Error(`"${text}" finds ${found.join(' and ')}.`);
    }
    const comparison = await compare(
      () => timed(() => texts.forEach(product), repetitions),
      () => timed(() => texts.forEach((text) => bare.search(text, shown)), repetitions),
      rounds,
    );
    results.push({ what, ...comparison });
  }
  return results;
}
