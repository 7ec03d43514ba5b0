/** Why the system's keychain cannot hold a password now; the window turns the code into a sentence. */
export const unavailableReasons = [
  /** keytar or the library below it (libsecret on Linux) could not be loaded. */
  'noLibrary',
  /** A bus, but nothing on it that keeps secrets, or a service without any keyring to keep them in. */
  'noService',
  /** No session bus to reach the keyring by (Linux). */
  'noBus',
  /** The keychain is there and locked, and was not unlocked. */
  'locked',
  /** No answer within the limit: often a prompt that nobody answered. */
  'timedOut',
  /** The keychain process ended before it answered. */
  'crashed',
  'unknown',
] as const;

export type UnavailableReason = (typeof unavailableReasons)[number];

/**
 * keytar throws plain errors without codes, so their text is all there is. The texts are those of keytar,
 * GLib, the D-Bus daemon, gnome-keyring and macOS; the process runs without translations to keep them so.
 */
const knownTexts: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/failed to load keytar|cannot find (module|package)|err_dlopen_failed/iu, 'noLibrary'],
  [
    /locked collection|is ?locked|dismissed|user interaction is not allowed|user canceled/iu,
    'locked',
  ],
  [
    /not provided by any \.service files|secret.*exited with status|activate service|start service|message recipient disconnected/iu,
    'noService',
  ],
  [
    /object does not exist at path|no such secret collection|keychain (cannot|could not) be found/iu,
    'noService',
  ],
  [/autolaunch d-?bus|dbus-launch|could not connect|connection (is closed|refused)/iu, 'noBus'],
];

/** The reason that an error text of keytar stands for. */
export function reasonOf(text: string): UnavailableReason {
  return knownTexts.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}
