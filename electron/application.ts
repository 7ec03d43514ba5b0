/**
 * The application without its desktop: everything that runs in plain Node, built from what a platform offers.
 * main.ts gives it Electron's, the tests give it Node's.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { AppEvent } from '#shared/ipc/events.ts';
import type { Settings } from '#shared/ipc/views.ts';
import { AccountDesk } from './account/accountDesk.ts';
import type { ReportFault } from './account/accountSession.ts';
import { practiceServer } from './account/practice.ts';
import type { StartProcess } from './credentials/isolatedProcess.ts';
import { Keychain } from './credentials/keychain.ts';
import { Vault } from './credentials/vault.ts';
import { createEventHub } from './ipc/eventHub.ts';
import type { Handlers } from './ipc/handler.ts';
import { accountHandlers } from './ipc/handlers/accounts.ts';
import { bulkHandlers } from './ipc/handlers/bulk.ts';
import { blockHandlers } from './ipc/handlers/blocks.ts';
import { contactHandlers } from './ipc/handlers/contacts.ts';
import { duplicateHandlers } from './ipc/handlers/duplicates.ts';
import { groupHandlers } from './ipc/handlers/groups.ts';
import { listHandlers } from './ipc/handlers/lists.ts';
import { outboxHandlers } from './ipc/handlers/outbox.ts';
import { searchHandlers } from './ipc/handlers/search.ts';
import { syncHandlers } from './ipc/handlers/sync.ts';
import { undoHandlers } from './ipc/handlers/undo.ts';
import type { StoreChange } from './store/accountStore.ts';
import { openRegistry } from './store/registry.ts';

export interface Platform {
  /** The folder of everything that is kept on this machine. */
  readonly dataFolder: string;
  readonly version: string;
  readonly name: string;
  /** The system's languages, best first. */
  readonly languages: () => string[];
  /** The server address offered at sign-in. */
  readonly defaultServer: string;
  /** Starts the process that talks to the keychain. */
  readonly startKeychain: StartProcess;
  readonly writeClipboard: (text: string) => void;
  /** Asks where to save a file; null when cancelled. */
  readonly chooseSavePath: (suggestedName: string) => Promise<string | null>;
  /** Called at start and whenever settings change (theme, language). */
  readonly applySettings: (settings: Settings) => void;
  /** Writes down what should not have happened. */
  readonly reportFault: ReportFault;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
}

export interface Application {
  readonly handlers: Handlers;
  /** Opens the account that was open last. @throws LibretaError when its file cannot be opened */
  readonly restore: () => Promise<void>;
  /** Resolves once that is done: before, nothing can be asked of the handlers. */
  readonly restored: Promise<void>;
  /** Answers how to end the subscription. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /** Tells what has changed now, rather than in a moment. */
  readonly tellChanges: () => void;
  /** The machine woke up, or the network seems to be back: try now rather than at the next schedule. */
  readonly wakeUp: () => void;
  /** Stops sync, waits for what is in flight (bounded), closes files. Safe to call twice. */
  readonly close: () => Promise<void>;
}

/** Opens the registry, so that theme and language are known. @throws LibretaError when it cannot be opened */
export function createApplication(platform: Platform): Application {
  const { dataFolder, now, random } = platform;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const newId = (): string => v7();
  const hub = createEventHub();
  const registry = openRegistry({ path: join(dataFolder, 'registry.db'), now, newId });
  const vault = new Vault(new Keychain(platform.startKeychain), registry.keychainEntries);
  const practice = practiceServer(dataFolder);
  const desk = new AccountDesk({
    dataFolder,
    defaultServer: platform.defaultServer,
    registry,
    vault,
    practice,
    now,
    random,
    newId,
    onChange: (change) => tellChange(hub.emit, change),
    onStatus: (status) => hub.emit({ kind: 'statusChanged', status }),
    onBulk: (job) => hub.emit({ kind: 'bulkChanged', job }),
    onAccounts: () => hub.emit({ kind: 'accountsChanged' }),
    reportFault: platform.reportFault,
  });
  platform.applySettings(registry.settings.get());
  const { promise: restored, resolve } = Promise.withResolvers<undefined>();
  let closing: Promise<void> | null = null;

  return {
    async restore() {
      await desk.restore();
      resolve(undefined);
    },
    restored,
    handlers: {
      'app.info': () => ({
        version: platform.version,
        platform: platform.name,
        languages: platform.languages(),
        dataFolder,
      }),
      ...accountHandlers(desk, platform.chooseSavePath),
      ...groupHandlers(desk),
      ...contactHandlers(desk),
      ...blockHandlers(desk, platform.writeClipboard),
      ...listHandlers(desk),
      ...bulkHandlers(desk),
      ...duplicateHandlers(desk, hub.emit),
      ...outboxHandlers(desk),
      ...searchHandlers(desk),
      ...undoHandlers(desk, hub.emit),
      ...syncHandlers(desk, registry, { applySettings: platform.applySettings, emit: hub.emit }),
    },
    onEvent: hub.onEvent,
    tellChanges: hub.tell,
    wakeUp: () => desk.currentOrNull?.engine.wakeUp(),
    close() {
      closing ??= (async () => {
        // Whoever waits for an answer of it would hold up the end.
        const forgotten = vault.close();
        await desk.close();
        await practice.stop();
        await forgotten;
        await vault.close();
        registry.close();
        hub.close();
      })();
      return closing;
    },
  };
}

function tellChange(emit: (event: AppEvent) => void, change: StoreChange): void {
  for (const groupId of change.contactsOf) emit({ kind: 'contactsChanged', groupId });
  if (change.groups) emit({ kind: 'groupsChanged' });
  if (change.outbox) emit({ kind: 'outboxChanged' });
  if (change.undo) emit({ kind: 'undoChanged' });
}
