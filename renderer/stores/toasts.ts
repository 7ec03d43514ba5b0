import { defineStore } from 'pinia';
import { ref } from 'vue';
import { useAnnouncer } from './announcer.ts';

export interface ToastAction {
  readonly label: () => string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly tone: 'ok' | 'info' | 'danger';
  /** As functions: they stay true while the notice is shown, in whatever language. */
  readonly title: () => string;
  readonly detail: (() => string) | null;
  readonly action: ToastAction | null;
}

const most = 3;

export const useToasts = defineStore('toasts', () => {
  const announcer = useAnnouncer();
  const list = ref<Toast[]>([]);
  let next = 1;

  function add(toast: Partial<Toast> & Pick<Toast, 'title'>): void {
    const whole: Toast = { tone: 'ok', detail: null, action: null, ...toast, id: next };
    next += 1;
    list.value = [...list.value, whole].slice(-most);
    /* Said here, for the region in which Reka would say it is hidden from every screen reader. */
    for (const text of [whole.title, whole.detail])
      if (text !== null) announcer.say(text(), whole.tone === 'danger');
  }

  function remove(id: number): void {
    list.value = list.value.filter((toast) => toast.id !== id);
  }

  return { list, add, remove };
});
