/** The system's clipboard, written only: what other programs put there is read by the page itself, when the user pastes. */
import { clipboard } from 'electron';

export function writeClipboard(text: string): void {
  clipboard.writeText(text);
}
