import type { Protocol, Session as Cdp } from '../chromium/connection.ts';
import { urls } from '../runtime.ts';

export interface ConsoleMessage {
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly message: string;
  readonly lineNumber: number;
  readonly sourceId: string;
}

function levelOf(type: string): ConsoleMessage['level'] {
  switch (type) {
    case 'error':
    case 'assert':
      return 'error';
    case 'warning':
      return 'warning';
    case 'debug':
    case 'verbose':
      return 'debug';
    default:
      return 'info';
  }
}

function textOf(value: Protocol.Runtime.RemoteObject): string {
  if (value.value !== undefined) return String(value.value);
  return value.description ?? value.unserializableValue ?? value.type;
}

/** What the page writes to its console, what it throws, and what the browser has to say about it. */
export function consoleMessages(page: Cdp, onMessage: (message: ConsoleMessage) => void): void {
  const report = (level: string, message: string, sourceId = '', lineNumber = 0): void =>
    onMessage({
      level: levelOf(level),
      message: urls.textToApp(message),
      lineNumber,
      sourceId: urls.toApp(sourceId),
    });
  page.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const place = stackTrace?.callFrames[0];
    report(type, args.map(textOf).join(' '), place?.url, (place?.lineNumber ?? -1) + 1);
  });
  page.on('Runtime.exceptionThrown', ({ exceptionDetails: thrown }) => {
    const message = thrown.exception?.description ?? thrown.text;
    report('error', `Uncaught ${message}`, thrown.url, thrown.lineNumber + 1);
  });
  page.on('Log.entryAdded', ({ entry }) => {
    report(entry.level, entry.text, entry.url, (entry.lineNumber ?? -1) + 1);
  });
  page.tell('Log.enable');
}
