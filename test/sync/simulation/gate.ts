/** The point where a process may end: every request and every pause passes it twice. After the end nothing passes any more. */
export class Gate {
  #left: number | null = null;
  #crash: (() => void) | null = null;
  #writesLeft: number | null = null;
  #over = false;
  #then: (() => void) | null = null;
  readonly #inFlight = new Set<Promise<unknown>>();

  get over(): boolean {
    return this.#over;
  }

  /** Ends everything at the nth passage from now; resolves when it did. */
  crashAfter(passages: number): Promise<void> {
    return new Promise((resolve) => {
      this.#left = passages;
      this.#crash = resolve;
    });
  }

  /** Ends everything when the server has carried out the nth write from now, before its answer is seen; resolves when it did. */
  crashAfterWrites(writes: number): Promise<void> {
    return new Promise((resolve) => {
      this.#writesLeft = writes;
      this.#crash = resolve;
    });
  }

  /** A write has come to its end on the server. */
  async wrote(): Promise<void> {
    if (this.#writesLeft === null) return;
    this.#writesLeft -= 1;
    if (this.#writesLeft > 0) return;
    this.end();
    await new Promise(() => undefined);
  }

  /** Runs something once, at the nth passage from now. */
  onceAfter(passages: number, then: () => void): void {
    this.#left = passages;
    this.#then = then;
  }

  disarm(): void {
    this.#left = null;
    this.#then = null;
    this.#crash = null;
  }

  async pass(): Promise<void> {
    if (this.#over) await new Promise(() => undefined);
    if (this.#left === null) return;
    this.#left -= 1;
    if (this.#left > 0) return;
    this.#left = null;
    if (this.#then !== null) {
      this.#then();
      this.#then = null;
      return;
    }
    this.end();
    await new Promise(() => undefined);
  }

  /** The process is gone. */
  end(): void {
    this.#over = true;
    this.#crash?.();
  }

  /** A request goes on without the process that sent it. */
  async carry<T>(request: Promise<T>): Promise<T> {
    this.#inFlight.add(request);
    try {
      return await request;
    } finally {
      this.#inFlight.delete(request);
    }
  }

  async landed(): Promise<void> {
    await Promise.allSettled(this.#inFlight);
  }
}
