import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Configuration } from 'electron-builder';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const bytes = (path: string) => readFileSync(join(root, path));
let configuration: Configuration;

beforeAll(async () => {
  configuration = await getConfig(root, 'electron-builder.yml', null);
});

describe('electron-builder.yml', () => {
  const schema = JSON.parse(bytes('node_modules/app-builder-lib/scheme.json').toString()) as Record<
    string,
    unknown
  >;
  const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);

  it('fits electron-builder’s own schema', () => {
    const fits = valid(configuration);
    expect(valid.errors ?? []).toEqual([]);
    expect(fits).toBe(true);
  });

  it('would not fit with a misspelt option', () => {
    expect(valid({ ...configuration, asarUnpak: [] })).toBe(false);
  });

  it('names the app', () => {
    expect(configuration).toMatchObject({
      appId: 'io.github.libreta.Libreta',
      productName: 'Libreta',
      publish: null,
      npmRebuild: false,
    });
  });

  it('keeps the user’s data when Windows uninstalls the app', () => {
    expect(configuration.nsis?.deleteAppDataOnUninstall).toBe(false);
  });

  it('sets every fuse that the schema knows, as Electron’s security checklist says', () => {
    const definitions = schema['definitions'] as Record<string, { properties: object }>;
    expect(Object.keys(configuration.electronFuses ?? {}).sort()).toEqual(
      Object.keys(definitions['FuseOptionsV1']!.properties).sort(),
    );
  });
});

interface Target {
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly target: string;
  readonly arch: string;
}

function targets(): Target[] {
  const list = (platform: Target['platform'], of: unknown): Target[] =>
    (of as { target: string; arch: string[] }[]).flatMap(({ target, arch }) =>
      arch.map((one) => ({ platform, target, arch: one })),
    );
  return [
    ...list('win32', configuration.win?.target),
    ...list('darwin', configuration.mac?.target),
    ...list('linux', configuration.linux?.target),
  ];
}

describe('the installers', () => {
  it('are those we promise', () => {
    expect(targets().map(({ platform, target, arch }) => `${platform} ${target} ${arch}`)).toEqual([
      'win32 nsis x64',
      'darwin dmg x64',
      'darwin dmg arm64',
      'linux AppImage x64',
      'linux deb x64',
    ]);
  });

  it('find a binary of both native modules for their system', () => {
    for (const { platform, arch } of targets()) {
      const system = `${platform}-${arch}`;
      expect(bytes(`node_modules/better-sqlite3/prebuilds/${system}.node`).length).toBeGreaterThan(
        0,
      );
      expect(bytes(`node_modules/keytar/prebuilds/${system}/keytar.node`).length).toBeGreaterThan(
        0,
      );
    }
  });
});

describe('the icons', () => {
  it.each([
    ['icon.png', 1024],
    ['linux/512x512.png', 512],
    ['linux/256x256.png', 256],
  ])('%s is a square PNG of %i pixels', (name, size) => {
    const png = bytes(`electron/desktop/icons/${name}`);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });
});
