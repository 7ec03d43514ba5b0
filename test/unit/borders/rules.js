import { builtinModules } from 'node:module';

/**
 * The borders of the house, as lint rules: which room may import what.
 * Each row names the files it governs and the imports that are refused there.
 */
const electronModule = {
  regex: '^electron(/.*)?$',
  message: 'Only main.ts, preload.ts and desktop/ import electron.',
};
const keytarModule = {
  regex: '^keytar(/.*)?$',
  message: 'Only electron/credentials/ imports keytar.',
};
const sqliteModule = {
  regex: '^better-sqlite3(/.*)?$',
  message: 'Only electron/store/ imports better-sqlite3.',
};
const electronRoom = {
  regex: '(^|/)electron/',
  message: 'This room may not import from electron/.',
};
const rendererRoom = {
  regex: '(^|/)renderer/',
  message: 'This room may not import from renderer/.',
};
const testRoom = { regex: '(^|/)test/', message: 'The product does not import its tests.' };
/** With `node:` in front, or by the bare names that Node also understands. */
const bareNames = builtinModules.filter((name) => !name.includes('/') && !name.startsWith('node:'));
const nodeModules = {
  regex: `^(node:.*|(${bareNames.join('|')})(/.*)?)$`,
  message: 'shared/ and renderer/ run without Node.',
};
const afilnetInside = {
  regex: 'afilnet/(parameters|replies|transports)(/|\\.|$)',
  message: 'Only afilnet/ knows parameter names and reply shapes.',
};

const enumDeclaration = { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' };

/** The ways to another module that `no-restricted-imports` does not look at. */
const otherWays = ({ regex, message }) => {
  // A slash would end the regular expression of a selector.
  const matching = `/${regex.replaceAll('/', '\\u002F')}/`;
  return [
    `ImportExpression[source.value=${matching}]`,
    `TSImportType[source.value=${matching}]`,
    `CallExpression[callee.name='require'][arguments.0.value=${matching}]`,
  ].map((selector) => ({ selector, message }));
};

const refuse = (patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
  'no-restricted-syntax': ['error', enumDeclaration, ...patterns.flatMap(otherWays)],
});
const outsideElectron = [
  electronModule,
  keytarModule,
  sqliteModule,
  electronRoom,
  testRoom,
  nodeModules,
];

export const borders = [
  { files: ['shared/**'], rules: refuse([...outsideElectron, rendererRoom]) },
  { files: ['renderer/**'], rules: refuse(outsideElectron) },
  {
    files: ['electron/**'],
    rules: refuse([
      electronModule,
      keytarModule,
      sqliteModule,
      rendererRoom,
      testRoom,
      afilnetInside,
    ]),
  },
  {
    files: ['electron/main.ts', 'electron/preload.ts', 'electron/desktop/**'],
    rules: refuse([keytarModule, sqliteModule, rendererRoom, testRoom, afilnetInside]),
  },
  {
    files: ['electron/credentials/**'],
    rules: refuse([electronModule, sqliteModule, rendererRoom, testRoom, afilnetInside]),
  },
  {
    files: ['electron/store/**'],
    rules: refuse([electronModule, keytarModule, rendererRoom, testRoom, afilnetInside]),
  },
  {
    files: ['electron/afilnet/**', 'electron/sandbox/**'],
    rules: refuse([electronModule, keytarModule, sqliteModule, rendererRoom, testRoom]),
  },
];
