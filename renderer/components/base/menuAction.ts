import type { Component } from 'vue';

/** A line of a menu: the same in a menu under a button and in one at the pointer. */
export interface MenuAction {
  readonly id: string;
  readonly icon: Component;
  readonly label: string;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly run: () => unknown;
}
