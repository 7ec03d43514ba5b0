import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { PreloadSetting } from './isolatedWorld.ts';

/** The name of the isolated world, which is also how its execution contexts are known. */
export const ISOLATED_WORLD = 'Electron Isolated Context';
/** The isolated world's way out: a function that Chromium puts there. */
export const POST_BINDING = '__libretaShellPost';
/** The isolated world's way in. */
export const RECEIVE_FUNCTION = '__libretaShellReceive';

/** A module's text as plain script: types, imports and exports taken out. */
function plainScript(file: string): string {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  return stripTypeScriptTypes(source)
    .replace(/^import [^;]*;$/gm, '')
    .replace(/^export (?=(?:async )?function|const|class)/gm, '');
}

// Only a window's own document gets the preload script, not its frames and not the empty page it begins with.
const ONLY_HERE = `if (window.parent !== window || !location.protocol.startsWith('http')) return;`;

/** The script for the page's own world. */
export function mainWorldScript(token: string): string {
  return `(() => { ${ONLY_HERE}
${plainScript('./bridge.ts')}
${plainScript('./mainWorld.ts')}
startMainWorld(${JSON.stringify(token)});
})();`;
}

/** The script for the isolated world, with the app's preload script inside. */
export function isolatedWorldScript(setting: PreloadSetting, preloadFile: string): string {
  return `(() => { ${ONLY_HERE}
${plainScript('../codec.ts')}
${plainScript('./bridge.ts')}
${plainScript('./isolatedWorld.ts')}
const post = globalThis.${POST_BINDING};
globalThis.${RECEIVE_FUNCTION} = startIsolatedWorld(${JSON.stringify(setting)}, post,
(require, exports, module, process) => {
${readFileSync(preloadFile, 'utf8')}
});
})();`;
}
