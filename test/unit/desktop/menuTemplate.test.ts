import type { MenuItemConstructorOptions as Item } from 'electron';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, shortcutIds, type ShortcutId } from '#shared/domain/shortcuts.ts';
import { menuTemplate, type Page } from '../../../electron/desktop/menuTemplate.ts';
import { texts } from '../../../electron/desktop/texts.ts';

const languages = ['en', 'es'] as const;
const platforms = ['linux', 'win32', 'darwin'] as const;
const situations = languages.flatMap((language) =>
  platforms.map((platform) => ({ language, platform })),
);

function build(language: 'en' | 'es', platform: NodeJS.Platform, developerTools = false) {
  const went: (Page | ShortcutId | 'afilnet' | 'undo' | 'redo')[] = [];
  const template = menuTemplate(
    texts[language].menu,
    {
      goTo: (page) => went.push(page),
      press: (id) => went.push(id),
      openAfilnet: () => went.push('afilnet'),
      undo: (direction) => went.push(direction),
    },
    { platform, developerTools },
  );
  return { template, went };
}

const children = (item: Item): Item[] => (Array.isArray(item.submenu) ? item.submenu : []);
const every = (items: Item[]): Item[] => items.flatMap((item) => [item, ...every(children(item))]);
const click = (item: Item) => (item.click as (() => void) | undefined)?.();

describe.each(situations)('the menu in $language on $platform', ({ language, platform }) => {
  const { template, went } = build(language, platform);
  const items = every(template);

  it('names every entry, and every entry does something', () => {
    for (const item of items.filter(({ type }) => type !== 'separator')) {
      expect(item.label).toBeTruthy();
      expect(item.role ?? item.click ?? item.submenu).toBeDefined();
    }
  });

  it('goes where its entries say', () => {
    for (const id of ['groups', 'pending', 'settings', 'afilnet', 'undo', 'redo']) {
      items.filter((item) => item.id === id).forEach(click);
    }
    expect(went).toEqual(['groups', 'pending', 'settings', 'afilnet', 'undo', 'redo']);
  });

  it('does for each key of the window what the window does, by the same key', () => {
    const pressed = shortcutIds.flatMap((id) =>
      items.filter((item) => item.id === id).map((item) => [id, item.accelerator]),
    );
    expect(pressed).toEqual(shortcutIds.map((id) => [id, acceleratorOf(id)]));
    went.length = 0;
    for (const id of ['newContact', 'palette', 'shortcuts'] as const)
      items.filter((item) => item.id === id).forEach(click);
    expect(went).toEqual(['newContact', 'palette', 'shortcuts']);
  });

  it('gives no shortcut twice', () => {
    const shortcuts = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(shortcuts.length).toBeGreaterThan(0);
  });

  it('gives no mnemonic twice in one menu, and none on macOS', () => {
    for (const menu of [template, ...template.map(children)]) {
      const keys = menu.flatMap(({ label }) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? []);
      expect(new Set(keys).size, keys.join()).toBe(keys.length);
      if (platform === 'darwin') expect(keys).toEqual([]);
      else expect(keys.length).toBeGreaterThan(0);
    }
  });

  it('offers the developer tools only where asked', () => {
    const roles = (all: Item[]) => every(all).map(({ role }) => role);
    expect(roles(template)).not.toContain('toggleDevTools');
    expect(roles(build(language, platform, true).template)).toContain('toggleDevTools');
  });
});

it('speaks Spanish in Spanish: no text is left in English but the names', () => {
  const flat = (value: object): string[] =>
    Object.values(value).flatMap((entry: unknown) =>
      typeof entry === 'string'
        ? [entry]
        : typeof entry === 'function'
          ? [1, 2].map((count) => (entry as (count: number) => string)(count))
          : flat(entry as object),
    );
  const english = new Set(flat(texts.en));
  expect(flat(texts.es).filter((text) => english.has(text))).toEqual([]);
  expect(flat(texts.es)).toHaveLength(flat(texts.en).length);
});
