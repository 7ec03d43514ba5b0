import { strictEmitter } from './strict.ts';

/** The one display that the stand-in imagines. */
export const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };

const DISPLAY = {
  id: 1,
  label: 'Stand-in',
  bounds: SCREEN,
  workArea: SCREEN,
  size: { width: SCREEN.width, height: SCREEN.height },
  workAreaSize: { width: SCREEN.width, height: SCREEN.height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
};

class Screen extends strictEmitter('screen', [
  'display-added',
  'display-removed',
  'display-metrics-changed',
]) {
  getAllDisplays(): (typeof DISPLAY)[] {
    return [structuredClone(DISPLAY)];
  }
  getPrimaryDisplay(): typeof DISPLAY {
    return structuredClone(DISPLAY);
  }
  getDisplayMatching(_rectangle: object): typeof DISPLAY {
    return structuredClone(DISPLAY);
  }
}

export const screen = new Screen();
