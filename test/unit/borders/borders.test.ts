/** Each border of the house is a lint rule; here each is crossed on purpose, and the lawful ways are walked. */
import { ESLint } from 'eslint';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const eslint = new ESLint({ cwd: root });

async function refusals(file: string, code: string): Promise<string[]> {
  const text = file.endsWith('.vue') ? `<script setup lang="ts">\n${code}\n</script>\n` : code;
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal === true)).toEqual([]);
  return messages.flatMap(({ ruleId, message }) =>
    ruleId === 'no-restricted-imports' || ruleId === 'no-restricted-syntax' ? [message] : [],
  );
}

const refused: [file: string, imports: string[]][] = [
  [
    'shared/domain/x.ts',
    [
      'electron',
      'electron/main',
      'keytar',
      'better-sqlite3',
      'better-sqlite3/lib/database.js',
      'node:fs',
      'fs',
      'fs/promises',
      '../../electron/store/listing.ts',
      '../../renderer/libreta.ts',
      '../../test/unit/store/testStore.ts',
    ],
  ],
  [
    'renderer/stores/x.ts',
    [
      'electron',
      'keytar',
      'better-sqlite3',
      'node:path',
      'path',
      'child_process',
      '../../electron/store/listing.ts',
      '../../electron/preload.ts',
      '../../test/x.ts',
    ],
  ],
  ['renderer/components/X.vue', ['electron', 'node:fs', '../../electron/main.ts']],
  [
    'electron/sync/x.ts',
    [
      'electron',
      'electron/main',
      'keytar',
      'better-sqlite3',
      '../../renderer/libreta.ts',
      '../../test/x.ts',
      '../afilnet/parameters.ts',
      '../afilnet/replies/contact.ts',
      '../afilnet/transports/http.ts',
    ],
  ],
  ['electron/ipc/x.ts', ['electron', 'better-sqlite3', 'keytar']],
  [
    'electron/main.ts',
    ['keytar', 'better-sqlite3', '../renderer/libreta.ts', './afilnet/replies/contact.ts'],
  ],
  ['electron/preload.ts', ['keytar', 'better-sqlite3', '../renderer/libreta.ts', '../test/x.ts']],
  ['electron/desktop/x.ts', ['keytar', 'better-sqlite3', '../../renderer/libreta.ts']],
  ['electron/credentials/x.ts', ['electron', 'better-sqlite3', '../afilnet/replies/contact.ts']],
  ['electron/store/x.ts', ['electron', 'keytar', '../afilnet/parameters.ts', '../../test/x.ts']],
  ['electron/store/edits/x.ts', ['electron', 'keytar', '../../../renderer/libreta.ts']],
  ['electron/afilnet/x.ts', ['electron', 'keytar', 'better-sqlite3', '../../renderer/x.ts']],
  ['electron/sandbox/x.ts', ['electron', 'keytar', 'better-sqlite3']],
];

describe.each(refused)('%s may not import', (file, modules) => {
  test.each(modules)('%s', async (module) => {
    const forms = [
      `import x from '${module}'; void x;`,
      `import type { X } from '${module}'; export type Y = X;`,
      `import '${module}';`,
      `export * from '${module}';`,
      `export const x = await import('${module}');`,
      `export type X = import('${module}').X;`,
      `export const x = require('${module}');`,
    ];
    // A component has no exports of its own.
    const fitting = file.endsWith('.vue')
      ? forms.filter((form) => !form.startsWith('export'))
      : forms;
    for (const form of fitting) {
      expect(await refusals(file, form), form).not.toEqual([]);
    }
  });
});

const allowed: [file: string, imports: string[]][] = [
  ['shared/domain/x.ts', ['zod', './contact.ts', '#shared/ipc/errors.ts', 'libphonenumber-js']],
  ['renderer/stores/x.ts', ['vue', 'pinia', '#shared/domain/contact.ts', '../libreta.ts', 'zod']],
  ['renderer/components/X.vue', ['vue', '#shared/ipc/views.ts', './Y.vue', '@lucide/vue']],
  [
    'electron/sync/x.ts',
    ['node:timers', '#shared/domain/fold.ts', '../store/listing.ts', '../afilnet/client.ts'],
  ],
  [
    'electron/main.ts',
    [
      'electron',
      'node:path',
      './application.ts',
      './credentials/vault.ts',
      '#shared/ipc/errors.ts',
    ],
  ],
  ['electron/preload.ts', ['electron', '#shared/ipc/channels.ts']],
  ['electron/desktop/x.ts', ['electron', 'electron/main', 'node:fs', '../store/registry.ts']],
  ['electron/credentials/x.ts', ['keytar', 'node:child_process', '#shared/ipc/views.ts']],
  ['electron/store/x.ts', ['better-sqlite3', 'node:fs', '#shared/domain/ids.ts']],
  ['electron/store/edits/x.ts', ['better-sqlite3', '../accountStore.ts', '#shared/domain/ids.ts']],
  ['electron/afilnet/x.ts', ['./parameters.ts', './replies/contact.ts', 'node:https', 'zod']],
  ['electron/sandbox/x.ts', ['node:http', '../afilnet/parameters.ts', '#shared/domain/group.ts']],
  [
    'test/unit/store/x.test.ts',
    ['better-sqlite3', 'node:fs', '../../../electron/store/listing.ts', 'vitest', 'electron'],
  ],
];

describe.each(allowed)('%s may import', (file, modules) => {
  test.each(modules)('%s', async (module) => {
    expect(await refusals(file, `import x from '${module}';\nvoid x;`)).toEqual([]);
    expect(
      await refusals(file, `import type { X } from '${module}';\nvoid (0 as unknown as X);`),
    ).toEqual([]);
  });
});

test('no module of Node by its bare name, however deep, in a room without Node', async () => {
  const bare = builtinModules.filter((name) => !name.startsWith('_') && !name.startsWith('node:'));
  const code = bare.map((name, index) => `import x${index} from '${name}';`).join('\n');
  expect(await refusals('shared/domain/x.ts', code)).toHaveLength(bare.length);
  expect(await refusals('renderer/x.ts', code)).toHaveLength(bare.length);
});

test('an enum is refused in every room: Node runs the files as they are', async () => {
  for (const file of ['shared/x.ts', 'renderer/x.ts', 'electron/main.ts', 'electron/store/x.ts']) {
    expect(await refusals(file, 'export enum X { a }')).toEqual(['Use a union of literals.']);
  }
});
