/** Takes away from page and session everything the app does not use. */
import { app, type Session, type WebContents } from 'electron';
import { openExternal } from './externalLinks.ts';
import { mayNavigate } from './navigation.ts';

/** No camera, no location, no clipboard reading, no devices: neither when asked nor when checked. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
}

/** Guards every page from its first moment, whoever opens it. */
export function hardenEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    hardenPage(contents);
  });
}

function hardenPage(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url);
    return { action: 'deny' };
  });
}
