import { allPages } from './registry.ts';
import { ElectronEvent, strictEmitter } from './strict.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** `nativeTheme`: drives `prefers-color-scheme` in every page. The stand-in's own system is light. */
class NativeTheme extends strictEmitter('nativeTheme', ['updated']) {
  #source: ThemeSource = 'system';

  get themeSource(): ThemeSource {
    return this.#source;
  }
  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError(`Error processing argument: '${String(source)}' is no theme source.`);
    }
    const changed = this.#source !== source;
    this.#source = source;
    if (!changed) return;
    for (const page of allPages()) page.applyEmulation();
    this.emit('updated', new ElectronEvent());
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();
