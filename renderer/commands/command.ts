import type { Component } from 'vue';

/** Something that can be done by its name: a line of the palette. */
export interface Command {
  /** Stays the same while the language changes. */
  readonly id: string;
  readonly icon: Component;
  /** As CSS; without one it is drawn as any icon. */
  readonly colour?: string;
  readonly title: string;
  /** Other words that it answers to, in the user's language. */
  readonly words: string;
  /** The keys that do the same, as `shortcutText` writes them. */
  readonly keys?: string;
  readonly run: () => unknown;
}
