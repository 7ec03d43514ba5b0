import { Notification } from 'electron';

/** Shows one of the system's notifications, where it has any; `clicked` when the user follows it. */
export function showNotification(title: string, body: string, clicked: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.once('click', clicked);
  notification.show();
}
