import { describe, expect, it } from 'vitest';
import { textAfterKey, type KeyDown } from '../../../renderer/domain/textAfterKey.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
/** The box with the caret, or what is selected, between bars. */
const box = (text: string, maxLength = -1) => {
  const [before = '', selected = '', after] = text.split('|');
  const [inside, rest] = after === undefined ? ['', selected] : [selected, after];
  return {
    value: before + inside + rest,
    selectionStart: before.length,
    selectionEnd: before.length + inside.length,
    maxLength,
  };
};

describe('the text after a key', () => {
  it.each([
    ['mari|', 'a', 'maria'],
    ['mria|', ' ', 'mria '],
    ['m|ria', 'a', 'maria'],
    ['|maria|', 'ñ', 'ñ'],
    ['ma|ri|a', 'y', 'maya'],
    ['|', '6', '6'],
  ])('%s and %s are %s', (text, key, after) => {
    expect(textAfterKey({ key, ...plain }, box(text))).toBe(after);
  });

  it.each<[string, Partial<KeyDown>]>([
    ['a command', { key: 'a', ctrlKey: true }],
    ['a command of macOS', { key: 'a', metaKey: true }],
    ['a sign of the right Alt', { key: '@', altKey: true, ctrlKey: true }],
    ['a letter of an input method', { key: 'a', isComposing: true }],
    ['an accent of its own', { key: 'Dead' }],
    ['an arrow', { key: 'ArrowLeft' }],
    ['a key that takes away', { key: 'Backspace' }],
    ['what is no key', { key: 'Unidentified' }],
    ['a letter of two units', { key: '😀' }],
  ])('is not told for %s', (_, key) => {
    expect(textAfterKey({ key: '', ...plain, ...key }, box('mari|'))).toBeNull();
  });

  it('is not told where there is no room', () => {
    expect(textAfterKey({ key: 'a', ...plain }, box('mar|', 4))).toBe('mara');
    expect(textAfterKey({ key: 'a', ...plain }, box('mari|', 4))).toBeNull();
    expect(textAfterKey({ key: 'a', ...plain }, box('|mari|', 4))).toBe('a');
  });

  it('is not told where nobody knows where the caret is', () => {
    const nowhere = { ...box('mari|'), selectionStart: null, selectionEnd: null };
    expect(textAfterKey({ key: 'a', ...plain }, nowhere)).toBeNull();
  });
});
