import type { Settings } from '#shared/ipc/views.ts';

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');
let chosen: Settings['theme'] = 'system';

function paint(): void {
  const isDark = chosen === 'dark' || (chosen === 'system' && dark().matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

export function showTheme(theme: Settings['theme']): void {
  chosen = theme;
  paint();
}

/** Follows the system while the theme is `system`. Call once. */
export function followSystemTheme(): void {
  dark().addEventListener('change', paint);
}
