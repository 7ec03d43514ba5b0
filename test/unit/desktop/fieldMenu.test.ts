import type { ContextMenuParams, MenuItemConstructorOptions as Item } from 'electron';
import { describe, expect, it } from 'vitest';
import { fieldMenuTemplate } from '../../../electron/desktop/fieldMenuTemplate.ts';
import { texts } from '../../../electron/desktop/texts.ts';

type PointedAt = Pick<ContextMenuParams, 'isEditable' | 'selectionText'>;

function build(
  { isEditable, selectionText }: PointedAt,
  language: 'en' | 'es' = 'en',
  platform: NodeJS.Platform = 'linux',
): Item[] {
  const chosen = selectionText !== '';
  const editFlags = { canUndo: true, canRedo: false, canCopy: chosen, canCut: chosen };
  const whole = { canPaste: true, canDelete: chosen, canSelectAll: true, canEditRichly: false };
  const params = { isEditable, selectionText, editFlags: { ...editFlags, ...whole } };
  return fieldMenuTemplate(texts[language].menu, params as ContextMenuParams, platform);
}

const rolesOf = (items: readonly Item[]): unknown[] => items.flatMap(({ role }) => role ?? []);

describe('the menu of the right button', () => {
  it('offers in a field what its text allows', () => {
    const items = build({ isEditable: true, selectionText: '' });
    expect(rolesOf(items)).toEqual(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']);
    expect(rolesOf(items.filter(({ enabled }) => enabled))).toEqual(['undo', 'paste', 'selectAll']);
  });

  it('offers to copy what is chosen elsewhere, and nothing where nothing is', () => {
    expect(rolesOf(build({ isEditable: false, selectionText: 'Ana' }))).toEqual(['copy']);
    expect(build({ isEditable: false, selectionText: ' ' })).toEqual([]);
  });

  it.each(['en', 'es'] as const)('shows no & on macOS, in %s', (language) => {
    const labels = build({ isEditable: true, selectionText: 'Ana' }, language, 'darwin')
      .filter(({ type }) => type !== 'separator')
      .map(({ label }) => label);
    expect(labels).toHaveLength(6);
    for (const label of labels) expect(label).toMatch(/^[^&]+$/);
  });
});
