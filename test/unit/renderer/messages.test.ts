/** Both languages say the same things, and every key of theirs is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translate, i18n } from '../../../renderer/i18n/index.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { es } from '../../../renderer/i18n/es.ts';
import type { MessageKey } from '../../../renderer/i18n/schema.ts';

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, before = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(`${before}${key}`, value);
    else for (const [inner, text] of flat(value, `${before}${key}.`)) found.set(inner, text);
  }
  return found;
}

const root = join(import.meta.dirname, '../../../renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|vue)$/u.test(path) && !path.startsWith('i18n'))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');
/** Every `t('…')`, whatever comes after the key. */
const asked = new Set([...sources.matchAll(/\bt\(\s*'([\w.]+)'/gu)].map(([, key]) => key!));
const english = flat(en);
const spanish = flat(es);
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!))].sort();
const forms = (text: string): number => text.split(' | ').length;

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are all used', () => {
    expect([...english.keys()].filter((key) => !asked.has(key))).toEqual([]);
  });

  it('are there for everything that is asked for', () => {
    expect(asked.size).toBeGreaterThan(100);
    expect([...asked].filter((key) => !english.has(key))).toEqual([]);
  });

  it('are whole sentences: none is put together from parts', () => {
    const glued = /\$\{\s*t\(|\bt\((?:[^()]|\([^()]*\))*\)\s*\+(?!\+)|\+\s*t\(/u;
    for (const line of sources.split('\n')) expect(line, line.trim()).not.toMatch(glued);
  });

  it('have the same plural forms, and no placeholder that English has not', () => {
    for (const [key, text] of english) {
      const other = spanish.get(key)!;
      expect(forms(other), key).toBe(forms(text));
      expect(
        placeholders(other).every((name) => placeholders(text).includes(name)),
        key,
      ).toBe(true);
    }
  });

  it.each(['en', 'es'])(
    'compile without eval in %s and leave no placeholder unfilled',
    (locale) => {
      const refused = (): never => {
        throw new EvalError('refused by the content security policy');
      };
      const kept = globalThis.Function;
      globalThis.Function = refused as unknown as FunctionConstructor;
      i18n.global.locale.value = locale as 'en' | 'es';
      try {
        for (const [key, text] of locale === 'en' ? english : spanish) {
          const named = Object.fromEntries(placeholders(text).map((name) => [name, `<${name}>`]));
          for (const count of [1, 2]) {
            const said = translate(key as MessageKey, named, count);
            expect(said, key).not.toBe(key);
            expect(said, key).not.toMatch(/[{}|]/u);
          }
        }
      } finally {
        globalThis.Function = kept;
        i18n.global.locale.value = 'en';
      }
    },
  );

  it('choose the plural by the count', () => {
    expect(translate('frame.waiting', { n: '1' }, 1)).toBe('1 change waiting');
    expect(translate('frame.waiting', { n: '12' }, 12)).toBe('12 changes waiting');
  });
});
