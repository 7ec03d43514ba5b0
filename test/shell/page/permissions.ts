import type { Session as Cdp } from '../chromium/connection.ts';
import type { Session } from '../api/session.ts';
import type { WebContents } from '../api/webContents.ts';
import { urls } from '../runtime.ts';

/** Electron's name of each permission that a page can ask for, with Chromium's. */
const PERMISSIONS = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  media: ['camera', 'microphone'],
  'idle-detection': ['idle-detection'],
  'storage-access': ['storage-access'],
} as const;

/**
 * Chromium's prompts cannot be intercepted from outside, so the app's handlers are asked before an
 * origin is shown, and Chromium is told their answers. Without handlers Chromium's defaults stay.
 */
export async function applyPermissions(
  browser: Cdp,
  session: Session,
  page: WebContents,
  url: string,
): Promise<void> {
  if (!URL.canParse(urls.toPage(url))) return;
  const origin = new URL(urls.toPage(url)).origin;
  if (origin === 'null') return;
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const permitted = await session.permits(page, permission, url);
    if (permitted === undefined) return;
    const setting = permitted ? 'granted' : 'denied';
    for (const name of names) {
      browser.tell('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }
}
