/** Composition root: builds the parts and ties them together. No logic. */
import { join } from 'node:path';
import { app, session } from 'electron';
import { createApplication, type Application } from './application.ts';
import { appearance } from './desktop/appearance.ts';
import { declareAppScheme, serveApp } from './desktop/appProtocol.ts';
import { followBadge, watchForAttention } from './desktop/attention.ts';
import { registerChannel } from './desktop/bridge.ts';
import { writeClipboard } from './desktop/clipboard.ts';
import { dialogs } from './desktop/dialogs.ts';
import { openExternal } from './desktop/externalLinks.ts';
import { failureLog } from './desktop/failureLog.ts';
import { endOnUncaught, offerToReload } from './desktop/faults.ts';
import { hardenEveryPage, hardenSession } from './desktop/hardening.ts';
import { keychainProcess } from './desktop/keychainProcess.ts';
import { preferredLanguages } from './desktop/language.ts';
import { dropTestVariables, readLaunchOptions } from './desktop/launchOptions.ts';
import {
  claimDataFolder,
  closeBeforeExit,
  dataFolder,
  followTheWindow,
  whenMachineWakes,
  whenStartedAgain,
} from './desktop/lifecycle.ts';
import { mainWindow } from './desktop/mainWindow.ts';
import { afilnetSite } from './desktop/navigation.ts';
import { showNotification } from './desktop/notification.ts';
import { startFailureMessage } from './desktop/startFailure.ts';
import { windowMemory } from './desktop/windowMemory.ts';
import { startRouter } from './ipc/router.ts';

// By this Windows knows whose notifications they are; the installer registers the same id.
app.setAppUserModelId('io.github.libreta.Libreta');
const options = readLaunchOptions(process.argv, process.env);
dropTestVariables(process.env, app.isPackaged);
const folder = dataFolder(options.dataFolder);
const inDevelopment = !app.isPackaged;
const languages = () => preferredLanguages(options.language, app.getPreferredSystemLanguages());

const log = failureLog(join(folder, 'logs', 'failures.log'), Date.now);
const look = appearance(
  languages,
  {
    goTo: (page) => {
      window.show({ kind: 'goTo', page });
    },
    press: (id) => {
      window.show({ kind: 'shortcut', id });
    },
    undo: (direction) => {
      window.show({ kind: 'undoAsked', direction });
    },
    openAfilnet: () => void openExternal(afilnetSite),
  },
  { platform: process.platform, developerTools: inDevelopment },
);
const dialog = dialogs(() => window.current(), options.headless);
const window = mainWindow({
  preload: join(import.meta.dirname, 'preload.cjs'),
  memory: windowMemory(folder),
  headless: options.headless,
  developerTools: inDevelopment,
  menuTexts: () => look.texts().menu,
  loadFailed: (failure) => {
    log.write('page', failure);
  },
  pageGone: offerToReload(log, dialog, look.texts),
});

endOnUncaught(log, dialog, look.texts);
declareAppScheme();
hardenEveryPage();
if (claimDataFolder()) void start();

async function start(): Promise<void> {
  await app.whenReady();
  hardenSession(session.defaultSession);
  serveApp(session.defaultSession, join(import.meta.dirname, '..', 'renderer'));
  try {
    const application = build();
    run(application);
    await application.restore();
  } catch (failure) {
    log.write('start', failure);
    dialog.tell(startFailureMessage(failure, look.texts(), folder));
    app.exit(1);
  }
}

function build(): Application {
  return createApplication({
    dataFolder: folder,
    version: app.getVersion(),
    name: process.platform,
    languages,
    defaultServer: options.defaultServer,
    startKeychain: keychainProcess(join(import.meta.dirname, 'keychain.cjs')),
    writeClipboard,
    chooseSavePath: dialog.chooseSavePath,
    applySettings: look.apply,
    reportFault: log.write,
    now: Date.now,
    random: Math.random,
  });
}

function run(application: Application): void {
  closeBeforeExit(application.close);
  startRouter({
    handlers: application.handlers,
    ready: application.restored,
    register: registerChannel,
    reportFault: log.write,
    tellChanges: application.tellChanges,
    checkReplies: inDevelopment && !options.trustReplies,
  });
  application.onEvent(window.send);
  application.onEvent(
    watchForAttention(window.hasFocus, ({ kind, count }) => {
      const { title, body } = look.texts()[kind];
      showNotification(title, body(count), () => {
        window.show({ kind: 'goTo', page: 'pending' });
      });
    }),
  );
  application.onEvent(followBadge((count) => app.setBadgeCount(count)));
  whenMachineWakes(application.wakeUp);
  whenStartedAgain(window.open);
  followTheWindow(window.open);
  // The page loads while the account is opened.
  window.open();
}
