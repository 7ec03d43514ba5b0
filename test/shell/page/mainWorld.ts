import { createBridge } from './bridge.ts';

function freezeDeep(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  for (const inner of Object.values(value)) freezeDeep(inner);
  return Object.freeze(value);
}

/** The page's own half: defines what the preload script exposes, frozen, before any script runs. */
export function startMainWorld(token: string): void {
  createBridge(`${token}:isolated`, `${token}:main`, (key, api) => {
    Object.defineProperty(window, key, {
      value: freezeDeep(api),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
  // Electron answers null for a window that its handler refuses, and the stand-in refuses all.
  const open = window.open.bind(window);
  window.open = (...args) => {
    open(...args);
    return null;
  };
}
