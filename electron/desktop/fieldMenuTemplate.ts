/** What can be done with text under the pointer, as data. Roles carry it out; the labels are those of the application menu. */
import type { ContextMenuParams, MenuItemConstructorOptions as Item } from 'electron';
import { withoutMnemonics } from './menuTemplate.ts';
import type { MenuTexts } from './texts.ts';

/** Empty where there is nothing to write and nothing chosen. */
export function fieldMenuTemplate(
  texts: MenuTexts,
  { isEditable, selectionText, editFlags }: ContextMenuParams,
  platform: NodeJS.Platform,
): Item[] {
  const copy: Item = { role: 'copy', label: texts.copy, enabled: editFlags.canCopy };
  const ofField: Item[] = [
    { role: 'undo', label: texts.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: texts.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: texts.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: texts.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: texts.selectAll, enabled: editFlags.canSelectAll },
  ];
  const ofText = selectionText.trim() === '' ? [] : [copy];
  const items = isEditable ? ofField : ofText;
  return platform === 'darwin' ? withoutMnemonics(items) : items;
}
