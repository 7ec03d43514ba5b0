/** How one Chromium is to be started. */
export interface ChromiumSetting {
  readonly executable: string;
  /** A folder of its own; Chromium allows debugging only there. */
  readonly profile: string;
  readonly headless: boolean;
  readonly locale: string;
  /** What the command line and the app asked for. */
  readonly switches: ReadonlyMap<string, string>;
}

const ALWAYS = [
  'remote-debugging-pipe',
  'no-startup-window',
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
  'disable-extensions',
  'disable-dev-shm-usage',
  'test-type',
];

/** Features that would reach for the network, ask questions, or turn the page's http into https. */
const DISABLED_FEATURES = [
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'Translate',
  'MediaRouter',
  'OptimizationHints',
];

/**
 * Parts of a browser that Electron does not have. Each start would load the lists below an address bar
 * that nobody sees, and a renderer for a page that nobody opens: half of what a start costs.
 */
const UNUSED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
];

/** Switches that the stand-in answers itself. */
const OWN = new Set([
  'user-data-dir',
  'headless',
  'lang',
  'accept-lang',
  'disable-features',
  'app',
]);

/** Chromium's command line. */
export function chromiumArguments(setting: ChromiumSetting): string[] {
  const asked = [...setting.switches]
    .filter(([name]) => !OWN.has(name) && !ALWAYS.includes(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  const features = (setting.switches.get('disable-features') ?? '').split(',').filter(Boolean);
  return [
    ...ALWAYS.map((name) => `--${name}`),
    ...(setting.headless ? ['--headless'] : []),
    `--user-data-dir=${setting.profile}`,
    `--lang=${setting.locale}`,
    `--accept-lang=${setting.locale}`,
    `--disable-features=${[...new Set([...DISABLED_FEATURES, ...UNUSED_FEATURES, ...features])].join(',')}`,
    ...asked,
  ];
}
