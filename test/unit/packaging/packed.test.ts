import { FuseState, FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack, unwanted, wanted, type Packed } from './pack.ts';

let packed: Packed;
beforeAll(async () => {
  packed = await pack();
}, 120_000);
afterAll(async () => {
  await packed.remove();
});

const inside = (part: string | RegExp) =>
  packed.inside.filter((path) =>
    typeof part === 'string' ? path.startsWith(part) : part.test(path),
  );

describe('the packed app', () => {
  it('holds the build, the licence, the manifest and the two native modules, and nothing else', () => {
    const own = packed.inside.filter((path) => !path.startsWith('/node_modules/'));
    expect(own.sort()).toEqual(
      [...wanted, 'LICENSE', 'package.json'].map((path) => `/${path}`).sort(),
    );
    const modules = new Set(inside('/node_modules/').map((path) => path.split('/')[2]));
    expect([...modules].sort()).toEqual(['better-sqlite3', 'keytar']);
  });

  it.each(unwanted)('leaves out %s', (path) => {
    expect(packed.inside).not.toContain(`/${path}`);
  });

  it('holds neither sources, nor source maps, nor tests, nor tools of the modules', () => {
    expect(inside(/\.(map|ts|vue|cc|cpp|c|h|hpp|gyp)$/)).toEqual([]);
    expect(inside(/\/(test|tests|src|deps|script|build)\//)).toEqual([]);
  });

  it('holds the licences of the modules', () => {
    expect(inside(/\/node_modules\/[^/]+\/LICENSE/)).toHaveLength(2);
  });

  it('carries the binaries of its own system alone, and those as files of their own', () => {
    const binaries = [
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
      '/node_modules/keytar/prebuilds/linux-x64/keytar.node',
    ];
    expect(inside(/\.node$/).sort()).toEqual(binaries);
    expect(packed.unpacked.sort()).toEqual(binaries);
  });

  it('starts the build under its own name, without the tools of its development', () => {
    expect(packed.manifest).toMatchObject({
      main: 'dist/electron/main.cjs',
      productName: 'Libreta',
    });
    expect(packed.manifest).not.toHaveProperty('devDependencies');
    expect(packed.manifest).not.toHaveProperty('scripts');
  });
});

describe('the packed Electron', () => {
  it.each([
    ['RunAsNode', false],
    ['EnableCookieEncryption', true],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['OnlyLoadAppFromAsar', true],
    ['LoadBrowserProcessSpecificV8Snapshot', false],
    ['GrantFileProtocolExtraPrivileges', false],
  ] as const)('has the fuse %s set to %s', (name, on) => {
    expect(packed.fuses[FuseV1Options[name]]).toBe(on ? FuseState.ENABLE : FuseState.DISABLE);
  });

  it('speaks the languages of the app', () => {
    expect(packed.languages).toEqual(['en-GB', 'en-US', 'es', 'es-419']);
  });
});
