/** Looks at the server after every request and every act of someone else, and notes who wrote over what. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { Sandbox } from '../../../electron/sandbox/sandbox.ts';
import type { Ledger } from './ledger.ts';

interface Sight {
  readonly group: number;
  readonly fields: ContactFields;
}

export class Watch {
  #before = new Map<number, Sight>();
  readonly #sandbox: Sandbox;
  readonly #ledger: Ledger;
  /** What someone else wrote, and where. */
  readonly #byOthers = new Set<string>();
  /** How often each group name was ever created. */
  readonly created = new Map<string, Set<number>>();

  /** Contacts that wait to be deleted until they stand in another group: their number there, and whether it came. */
  readonly #moving: { user: string; id: string; mobile: string; arrived: boolean }[] = [];
  /** Moved contacts that went before they had arrived. */
  readonly goneTooEarly: string[] = [];

  constructor(sandbox: Sandbox, ledger: Ledger) {
    this.#sandbox = sandbox;
    this.#ledger = ledger;
  }

  look(who: 'us' | 'others'): void {
    const now = new Map<number, Sight>();
    for (const user of ['ana', 'pau']) {
      for (const group of this.#sandbox.state.groupsOf(user)) {
        const known = this.created.get(group.name) ?? new Set();
        this.created.set(group.name, known.add(group.id));
        for (const { id, fields } of group.contacts()) {
          now.set(id, { group: group.id, fields });
          for (const value of Object.values(fields)) this.#ledger.stands(value);
        }
      }
    }
    if (who === 'others') this.#noteOthers(now);
    else this.#noteOurs(now);
    this.#noteRestored(now);
    this.#noteMoves(now, who);
    this.#before = now;
  }

  /** A re-creation takes a contact away for a moment: what stands again was not overwritten. */
  #noteRestored(now: Map<number, Sight>): void {
    if (this.#ledger.overwrites.length === 0) return;
    const standing = new Set([...now.values()].flatMap(({ fields }) => Object.values(fields)));
    const gone = this.#ledger.overwrites.filter(({ theirs }) => !standing.has(theirs));
    this.#ledger.overwrites.splice(0, this.#ledger.overwrites.length, ...gone);
  }

  moves(user: string, id: string, { mobile = '' }: ContactFields): void {
    if (mobile !== '') this.#moving.push({ user, id, mobile, arrived: false });
  }

  /** The user did something else with what they moved: no more is promised about it. */
  movesNoMore(user: string): void {
    for (const moving of this.#moving.filter((one) => one.user === user)) moving.arrived = true;
  }

  #noteMoves(now: Map<number, Sight>, who: 'us' | 'others'): void {
    for (const moving of this.#moving) {
      if (moving.arrived) continue;
      const here = now.get(Number(moving.id));
      const before = this.#before.get(Number(moving.id));
      moving.arrived = [...now].some(
        ([id, { fields }]) => String(id) !== moving.id && isSame(fields['mobile'], moving.mobile),
      );
      if (here !== undefined || moving.arrived) continue;
      // Someone else's work, or the end of its whole group, is no move.
      const oursToTell = before !== undefined && this.#sandbox.state.group(before.group) !== null;
      if (who === 'us' && oursToTell) this.goneTooEarly.push(moving.mobile);
      moving.arrived = true;
    }
  }

  #noteOthers(now: Map<number, Sight>): void {
    for (const [id, { fields }] of now) {
      const before = this.#before.get(id)?.fields ?? {};
      for (const [column, value] of Object.entries(fields)) {
        if (before[column] === value || value === '') continue;
        this.#ledger.others.add(value);
        this.#byOthers.add(`${id} ${column} ${value}`);
      }
    }
  }

  /** Someone else's value; one that both wrote (the same number in two groups) only where they wrote it. */
  #isOfOthers(id: number, column: string, value: string): boolean {
    if (!this.#ledger.others.has(value)) return false;
    const ours = this.#ledger.values.some(({ token }) => token === value);
    return !ours || this.#byOthers.has(`${id} ${column} ${value}`);
  }

  #noteOurs(now: Map<number, Sight>): void {
    for (const [id, { group, fields }] of this.#before) {
      const after = now.get(id);
      if (after === undefined && this.#sandbox.state.group(group) === null) continue;
      for (const [column, theirs] of Object.entries(fields)) {
        const ours = after?.fields[column] ?? '';
        if (ours === theirs || !this.#isOfOthers(id, column, theirs)) continue;
        if (this.#sandbox.state.group(group)?.columns().includes(column) === false) continue;
        this.#ledger.overwrites.push({ group, column, theirs, ours });
      }
    }
  }
}

/** A server may keep a number in another spelling. */
function isSame(stored = '', sent: string): boolean {
  return stored !== '' && stored.replace(/\D/gu, '').endsWith(sent.slice(-9));
}
