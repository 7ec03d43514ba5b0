import { defineConfig, type UserConfig } from 'vite';
import vue from '@vitejs/plugin-vue';

const outside = ['electron', 'better-sqlite3', 'keytar', /^node:/];

/**
 * A CommonJS bundle for a Node-side process; natives and electron stay outside. The first of the two builds
 * empties the folder, so that no chunk of an earlier build is packed.
 */
function nodeSide(entries: Record<string, string>, emptyOutDir: boolean): UserConfig {
  return {
    publicDir: false,
    build: {
      ssr: true,
      outDir: 'dist/electron',
      emptyOutDir,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: entries,
        external: outside,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'keytar'] },
  };
}

const windowSide: UserConfig = {
  root: 'renderer',
  base: './',
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_JIT_COMPILATION__: 'true',
    __INTLIFY_DROP_MESSAGE_COMPILER__: 'false',
  },
  build: { outDir: '../dist/renderer', emptyOutDir: true, sourcemap: false, target: 'chrome146' },
};

/** The window (default), and one bundle for each process: `--mode main`, `keychain` and `preload`. */
export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'main':
      return nodeSide({ main: 'electron/main.ts' }, true);
    case 'keychain':
      // A build of its own: a chunk shared with main would load main into the keychain process.
      return nodeSide({ keychain: 'electron/credentials/keychainProcess.ts' }, false);
    case 'preload':
      return nodeSide({ preload: 'electron/preload.ts' }, false);
    default:
      return windowSide;
  }
});
