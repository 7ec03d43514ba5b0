import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { ReplyOf } from '#shared/ipc/contract.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { Settings } from '#shared/ipc/views.ts';
import { localeFor, setLocale } from '../i18n/index.ts';
import { envelope, libreta } from '../libreta.ts';
import { showTheme } from '../domain/theme.ts';

export type AppInfo = ReplyOf<'app.info'>;

export const useSettings = defineStore('settings', () => {
  const current = shallowRef<Settings>({
    language: 'system',
    theme: 'system',
    syncEveryMinutes: 5,
    forcedOffline: false,
    /* Until it is known, nobody is greeted. */
    welcomed: true,
    parallelWrites: 4,
  });
  const app = shallowRef<AppInfo>({ version: '', platform: '', languages: [], dataFolder: '' });
  const error = ref<CodedError | null>(null);

  /** Takes settings over and shows them at once: language and theme follow. */
  function apply(next: Settings): void {
    current.value = next;
    setLocale(localeFor(next.language, app.value.languages));
    showTheme(next.theme);
  }

  async function load(): Promise<void> {
    const info = await envelope(() => libreta().app.info());
    if (info.ok) app.value = info.value;
    const settings = await envelope(() => libreta().settings.get());
    apply(settings.ok ? settings.value : current.value);
  }

  async function change(part: Partial<Settings>): Promise<void> {
    const result = await envelope(() => libreta().settings.set(part));
    error.value = result.ok ? null : result.error;
    if (result.ok) apply(result.value);
  }

  return { current, app, error, apply, load, change };
});
