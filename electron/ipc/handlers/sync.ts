import type { AppEvent } from '#shared/ipc/events.ts';
import type { Settings } from '#shared/ipc/views.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import type { Registry } from '../../store/registry.ts';
import type { HandlersOf } from '../handler.ts';

type Channels = 'sync.status' | 'sync.now' | 'sync.forceOffline' | 'settings.get' | 'settings.set';

export function syncHandlers(
  desk: AccountDesk,
  registry: Registry,
  around: {
    readonly applySettings: (settings: Settings) => void;
    readonly emit: (event: AppEvent) => void;
  },
): HandlersOf<Channels> {
  function change(changes: Partial<Settings>): Settings {
    const before = registry.settings.get();
    const settings = registry.settings.set(changes);
    around.applySettings(settings);
    around.emit({ kind: 'settingsChanged', settings });
    if (before.forcedOffline !== settings.forcedOffline) {
      desk.currentOrNull?.engine.offlineSwitched();
    }
    // A round now, after which the next is planned by the new schedule.
    if (before.syncEveryMinutes !== settings.syncEveryMinutes) desk.currentOrNull?.engine.nudge();
    return settings;
  }

  return {
    'sync.status': () => desk.current.engine.status(),
    'sync.now': () => desk.current.engine.syncNow(),
    'sync.forceOffline': ({ forced }) => {
      change({ forcedOffline: forced });
    },
    'settings.get': () => registry.settings.get(),
    'settings.set': (changes) =>
      change(
        Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
      ),
  };
}
