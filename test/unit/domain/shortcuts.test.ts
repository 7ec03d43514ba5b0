import { expect, test } from 'vitest';
import {
  acceleratorOf,
  keysOf,
  shortcutIds,
  shortcutOf,
  shortcuts,
  type Pressed,
} from '#shared/domain/shortcuts.ts';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

test('each is found by its own keys and by no others', () => {
  for (const id of shortcutIds) {
    const { key, shift } = shortcuts[id];
    const pressed = press(shift ? key.toUpperCase() : key, { shiftKey: shift });
    expect(shortcutOf(pressed, false)).toBe(id);
    expect(shortcutOf({ ...pressed, altKey: true }, false)).toBeNull();
    expect(shortcutOf({ ...pressed, ctrlKey: false }, false)).toBeNull();
    expect(shortcutOf(pressed, true)).toBeNull();
    expect(shortcutOf({ ...pressed, ctrlKey: false, metaKey: true }, true)).toBe(id);
  }
});

test('a slash that stands on the seven counts too', () => {
  expect(shortcutOf(press('/', { shiftKey: true }), false)).toBe('shortcuts');
});

test('they are written as the menu and as the keys have them, none twice', () => {
  expect(acceleratorOf('newGroup')).toBe('CmdOrCtrl+Shift+N');
  expect(keysOf('newGroup', false)).toEqual(['Ctrl', '⇧', 'N']);
  expect(keysOf('palette', true)).toEqual(['⌘', 'K']);
  expect(new Set(shortcutIds.map(acceleratorOf)).size).toBe(shortcutIds.length);
});
