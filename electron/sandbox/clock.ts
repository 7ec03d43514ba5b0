/** Waiting that ends at once when the server stops. */
export interface Clock {
  wait(ms: number): Promise<void>;
  /** Ends every wait; later ones end at once. */
  stop(): void;
}

export function createClock(): Clock {
  const pending = new Map<NodeJS.Timeout, () => void>();
  let isStopped = false;
  return {
    wait(ms) {
      if (ms <= 0 || isStopped) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          pending.delete(timer);
          resolve();
        }, ms);
        pending.set(timer, resolve);
      });
    },
    stop() {
      isStopped = true;
      for (const [timer, resolve] of pending) {
        clearTimeout(timer);
        resolve();
      }
      pending.clear();
    },
  };
}
