import type { Session as Cdp } from '../chromium/connection.ts';
import { ISOLATED_WORLD } from './scripts.ts';

/** What Electron tells of the place where the right button was pressed, as far as it is played. */
export interface ContextMenuParams {
  readonly x: number;
  readonly y: number;
  readonly mediaType: 'none';
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: Readonly<
    Record<
      'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canDelete' | 'canSelectAll',
      boolean
    >
  >;
}

const MENU_BINDING = '__libretaShellContextMenu';

/** Calls `onMenu` where the right button is pressed and the page does not prevent what comes of it. */
export function contextMenus(page: Cdp, onMenu: (params: ContextMenuParams) => void): void {
  page.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === MENU_BINDING) onMenu(JSON.parse(payload) as ContextMenuParams);
  });
  page.tell('Runtime.addBinding', { name: MENU_BINDING, executionContextName: ISOLATED_WORLD });
  page.tell('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${watchRightButton.toString()})((text) => globalThis.${MENU_BINDING}(text));`,
    worldName: ISOLATED_WORLD,
  });
}

/** Runs inside the page. */
function watchRightButton(tell: (text: string) => void): void {
  const paramsAt = ({ target, clientX: x, clientY: y }: MouseEvent): ContextMenuParams => {
    const field =
      target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
    const isEditable =
      field === null
        ? target instanceof HTMLElement && target.isContentEditable
        : !field.readOnly && !field.disabled;
    const selectionText =
      field === null
        ? String(getSelection())
        : field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    const canCopy = selectionText !== '' && field?.type !== 'password';
    const editFlags = {
      canUndo: document.queryCommandEnabled('undo'),
      canRedo: document.queryCommandEnabled('redo'),
      canCut: isEditable && canCopy,
      canCopy,
      canPaste: isEditable,
      canDelete: isEditable && selectionText !== '',
      canSelectAll: true,
    };
    return { x, y, mediaType: 'none', isEditable, selectionText, editFlags };
  };
  window.addEventListener(
    'contextmenu',
    (event) => {
      // When every listener of the page has had its turn.
      setTimeout(() => {
        if (!event.defaultPrevented) tell(JSON.stringify(paramsAt(event)));
      });
    },
    { capture: true },
  );
}
