import { randomBytes } from 'node:crypto';
import type { Session as Cdp } from '../chromium/connection.ts';
import { encode } from '../codec.ts';
import { ipcMain } from '../api/ipcMain.ts';
import type { WebContents } from '../api/webContents.ts';
import type { ToPage } from './isolatedWorld.ts';
import {
  ISOLATED_WORLD,
  POST_BINDING,
  RECEIVE_FUNCTION,
  isolatedWorldScript,
  mainWorldScript,
} from './scripts.ts';
import { urls } from '../runtime.ts';

/** The way between a page's preload script and ipcMain. */
export class PageIpc {
  readonly #page: Cdp;
  /** The isolated world of the document that is shown now. */
  #contextId: number | undefined;

  constructor(page: Cdp, owner: WebContents, preload: string | undefined) {
    this.#page = page;
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const { name, id } = context;
      if (name === ISOLATED_WORLD && owner.targetId === frameOf(context.auxData))
        this.#contextId = id;
    });
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#contextId) this.#contextId = undefined;
    });
    page.on('Runtime.executionContextsCleared', () => (this.#contextId = undefined));
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== POST_BINDING) return;
      void ipcMain.receive(
        payload,
        ({ url }) => {
          // The isolated world's own word is newer than any event about the frame.
          if (executionContextId === this.#contextId) owner.mainFrame.moveTo(urls.toApp(url));
          const { mainFrame } = owner;
          return { sender: owner, senderFrame: mainFrame, processId: owner.id, frameId: 1 };
        },
        (text) => this.#deliver(text, executionContextId),
      );
    });
    page.tell('Runtime.enable');
    if (preload === undefined) return;
    const token = randomBytes(16).toString('hex');
    const { platform, versions } = process;
    const { electron = '', chrome = '', node } = versions;
    const setting = { token, platform, versions: { electron, chrome, node } };
    page.tell('Runtime.addBinding', { name: POST_BINDING, executionContextName: ISOLATED_WORLD });
    page.tell('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(token) });
    page.tell('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldScript(setting, preload),
      worldName: ISOLATED_WORLD,
    });
  }

  /** Sends an event to the preload script's listeners, if the document has any by now. */
  send(channel: string, args: unknown[]): void {
    const head: ToPage = { kind: 'event', channel };
    const text = `${JSON.stringify(head)}\n${encode(args)}`;
    if (this.#contextId !== undefined) this.#deliver(text, this.#contextId);
  }

  #deliver(text: string, executionContextId: number): void {
    // As a part of the script: an argument of its own would be written and read three times more on its way.
    const call = this.#page.send('Runtime.evaluate', {
      expression: `${RECEIVE_FUNCTION}(${quoted(text)})`,
      contextId: executionContextId,
    });
    // A document that was left meanwhile has nobody to answer.
    call.catch(() => undefined);
  }
}

/** As a script writes it. In single quotes, since the text is full of double ones and each would have to be marked. */
function quoted(text: string): string {
  // Half a character would not survive the way to the browser but as its number.
  if (!text.isWellFormed()) return JSON.stringify(text);
  const marked = text.replace(/[\\'\n\r\u2028\u2029]/g, (found) => {
    const code = found.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
  return `'${marked}'`;
}

function frameOf(auxData: unknown): unknown {
  return typeof auxData === 'object' && auxData !== null && 'frameId' in auxData
    ? auxData.frameId
    : undefined;
}
