/** How fast a list moves, by the first row in view from time to time. */

/** A longer way at once is a jump, which says nothing of where the list goes next. */
const jump = 1_000;
/** Nothing was heard for so long: it stands. Milliseconds. */
const still = 150;

export class ScrollSpeed {
  private row = 0;
  private at = -Infinity;
  private speed = 0;

  /** `now`: milliseconds. */
  moved(row: number, now: number): void {
    const way = row - this.row;
    const time = Math.max(1, now - this.at);
    const fresh = Math.abs(way) > jump || time > still ? 0 : way / time;
    this.speed = this.speed === 0 || fresh === 0 ? fresh : (this.speed + fresh) / 2;
    this.row = row;
    this.at = now;
  }

  /** Rows per millisecond, negative upwards. */
  of(now: number): number {
    return now - this.at > still ? 0 : this.speed;
  }
}
