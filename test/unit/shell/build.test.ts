import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { needsBuild } from '../../shell/build.ts';

let root: string;
const write = (file: string, seconds: number): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), '');
  utimesSync(join(root, file), seconds, seconds);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  write('electron/main.ts', 100);
  write('renderer/pages/list.vue', 100);
  for (const result of ['electron/main.cjs', 'electron/preload.cjs', 'renderer/index.html']) {
    write(`dist/${result}`, 200);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

it('a fresh build is kept', () => {
  expect(needsBuild(root)).toBe(false);
});

it('a source newer than any one result asks for a build', () => {
  write('shared/ipc/contract.ts', 150);
  expect(needsBuild(root)).toBe(false);
  write('dist/electron/preload.cjs', 120);
  expect(needsBuild(root)).toBe(true);
});

it('a missing result asks for a build', () => {
  rmSync(join(root, 'dist/renderer/index.html'));
  expect(needsBuild(root)).toBe(true);
});
