import { defineStore } from 'pinia';
import { ref } from 'vue';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly tone: 'ok' | 'info' | 'danger';
  /** As functions where they have to stay true while the notice is shown, in whatever language. */
  readonly title: string | (() => string);
  readonly detail: string | (() => string) | null;
  readonly action: ToastAction | null;
}

const most = 3;

export const useToasts = defineStore('toasts', () => {
  const list = ref<Toast[]>([]);
  let next = 1;

  function add(toast: Partial<Toast> & Pick<Toast, 'title'>): void {
    const whole: Toast = { tone: 'ok', detail: null, action: null, ...toast, id: next };
    next += 1;
    list.value = [...list.value, whole].slice(-most);
  }

  function remove(id: number): void {
    list.value = list.value.filter((toast) => toast.id !== id);
  }

  return { list, add, remove };
});
