import { strictEmitter, strictObject } from './strict.ts';

/** Says on standard error what a real desktop would have shown. */
function say(what: string): void {
  process.stderr.write(`[stand-in] ${what}\n`);
}

interface MessageBox {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

/** Electron takes a window as an optional first argument. */
const optionsOf = <T>(args: readonly unknown[]): T => (args.at(-1) ?? {}) as T;

/** The button that Electron would take for a box closed without a choice. */
export function cancelledButton({ cancelId, buttons = [] }: MessageBox): number {
  const named = buttons.findIndex((label) => /^(cancel|no)$/i.test(label.replace('&', '')));
  return cancelId ?? Math.max(0, named);
}

/** Every dialog is closed without a choice, unless a test replaces the method. */
export const dialog = strictObject('dialog', {
  showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const box = optionsOf<MessageBox>(args);
    say(`message box, closed unanswered: ${[box.message, box.detail].filter(Boolean).join(' ')}`);
    return Promise.resolve({ response: cancelledButton(box), checkboxChecked: false });
  },
  showMessageBoxSync(...args: unknown[]): number {
    const box = optionsOf<MessageBox>(args);
    say(`message box, closed unanswered: ${box.message}`);
    return cancelledButton(box);
  },
  showErrorBox(title: string, content: string): void {
    say(`error box: ${title}: ${content}`);
  },
  showSaveDialog(..._args: unknown[]): Promise<{ canceled: true; filePath: '' }> {
    say('save dialog, cancelled');
    return Promise.resolve({ canceled: true, filePath: '' });
  },
  showOpenDialog(..._args: unknown[]): Promise<{ canceled: true; filePaths: [] }> {
    say('open dialog, cancelled');
    return Promise.resolve({ canceled: true, filePaths: [] });
  },
});

export const shell = strictObject('shell', {
  openExternal(url: string): Promise<void> {
    say(`would open in the browser: ${url}`);
    return Promise.resolve();
  },
});

let clipboardText = '';

/** A clipboard of its own: the system's one is neither read nor written. */
export const clipboard = strictObject('clipboard', {
  writeText(text: string): void {
    clipboardText = text;
  },
  readText(): string {
    return clipboardText;
  },
});

interface NotificationOptions {
  readonly title?: string;
  readonly body?: string;
  readonly silent?: boolean;
}

/** A notification is written to standard error. */
export class Notification extends strictEmitter('Notification', [
  'show',
  'click',
  'close',
  'action',
  'failed',
]) {
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: NotificationOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    say(`notification: ${this.title}: ${this.body}`);
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
}

class PowerMonitor extends strictEmitter('powerMonitor', [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'shutdown',
]) {}

/** The machine never sleeps here; a test may emit the events. */
export const powerMonitor = new PowerMonitor();
