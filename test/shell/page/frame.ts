import { urls } from '../runtime.ts';
import { strictPrototype } from '../api/strict.ts';

/** WebFrameMain of a window's own document, the only frame that a preload script runs in. */
export class MainFrame {
  readonly parent = null;
  readonly top = this;
  readonly frames: readonly [] = [];
  readonly processId: number;
  readonly routingId = 1;
  #url = '';

  constructor(processId: number) {
    this.processId = processId;
  }

  get url(): string {
    return this.#url;
  }
  get origin(): string {
    return urls.originOf(this.#url);
  }
  /** For the page: its document or address changed. */
  moveTo(url: string): void {
    this.#url = url;
  }
}

Object.setPrototypeOf(MainFrame.prototype, strictPrototype('WebFrameMain'));
