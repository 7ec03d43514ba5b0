import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { windowMemory } from '../../../electron/desktop/windowMemory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libreta-window-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const remembered = { x: 10, y: 20, width: 1000, height: 700, maximized: true };

it('reads what it wrote', () => {
  windowMemory(folder).write(remembered);
  expect(windowMemory(folder).read()).toEqual(remembered);
  expect(readdirSync(folder)).toEqual(['window.json']);
});

it('knows nothing at first', () => {
  expect(windowMemory(folder).read()).toBeNull();
});

it.each(['', '{', '[]', '{"x":1}', '{"x":"a","y":0,"width":1000,"height":700,"maximized":false}'])(
  'knows nothing from a damaged file: %s',
  (text) => {
    writeFileSync(join(folder, 'window.json'), text);
    expect(windowMemory(folder).read()).toBeNull();
  },
);

it('does not fail where it cannot write', () => {
  const nowhere = windowMemory(join(folder, 'missing'));
  nowhere.write(remembered);
  expect(nowhere.read()).toBeNull();
});
