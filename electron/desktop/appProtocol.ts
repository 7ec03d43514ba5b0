import { protocol, type Session } from 'electron';
import { appScheme } from '../ipc/sender.ts';
import { appResponse } from './appResponse.ts';

/** Must be called before the app is ready: makes app:// an origin of its own and a secure context. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page in `folder` at app://libreta/. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, (request) => appResponse(request, folder));
}
