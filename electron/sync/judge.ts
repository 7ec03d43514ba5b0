/**
 * The three-way check (rule 7): given what an entry wants and what the server holds, what is to be done.
 * Pure: the same for every reply, every crash and every retry, because it looks at nothing but the server's state.
 */
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { FieldConflict, Question } from '#shared/domain/entryState.ts';
import { differences } from '#shared/domain/fold.ts';
import type { GroupType } from '#shared/domain/group.ts';
import type { FieldChange, IntentOf } from '#shared/domain/intent.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import type { Phase } from '../store/entry.ts';

export type Verdict =
  /** It is on the server. `altered`: stored in another form of the same value. */
  | { readonly kind: 'acknowledged'; readonly altered: Readonly<Record<string, FieldChange>> }
  /** It is not there and nothing stands against sending it (again). */
  | { readonly kind: 'send' }
  | { readonly kind: 'ask'; readonly question: Question }
  /** It was answered with success and is not there. */
  | { readonly kind: 'notThere' };

const acknowledged: Verdict = { kind: 'acknowledged', altered: {} };

/** An edit against the contact as the server holds it; `remote` null when it is not there. */
export function judgeEdit(
  intent: IntentOf<'editContact'>,
  phase: Phase,
  remote: ContactFields | null,
): Verdict {
  if (remote === null) return { kind: 'ask', question: { kind: 'deletedThere' } };
  const open = Object.entries(intent.changes).filter(
    ([column, { to }]) => valueOf(remote, column) !== to,
  );
  if (open.length === 0) return acknowledged;
  if (phase === 'sent') return storedDifferently(open, remote);
  const contested = open.filter(([column, { from }]) => valueOf(remote, column) !== from);
  if (contested.length === 0) return { kind: 'send' };
  const fields = contested.map(([column, { from, to }]): FieldConflict => ({
    column,
    base: from,
    mine: to,
    theirs: valueOf(remote, column),
  }));
  return { kind: 'ask', question: { kind: 'conflict', fields } };
}

/** An add against the contact that was found for it by its main field (or by the id that came back). */
export function judgeAdd(fields: ContactFields, type: GroupType, remote: ContactFields): Verdict {
  // Columns that the server filled by itself are no contradiction: only what was sent is compared.
  const open = Object.entries(differences(fields, remote)).filter(
    ([column]) => valueOf(fields, column) !== '',
  );
  const altered = open.filter(([column, change]) => sameInOtherForm(type, column, change));
  if (altered.length === open.length) {
    return { kind: 'acknowledged', altered: Object.fromEntries(altered) };
  }
  const changes = open.map(
    ([column, { from, to }]) => [column, { from: to, to: from }] as [string, FieldChange],
  );
  return storedDifferently(changes, remote);
}

/** A delete against the contact as the server holds it; deleting what someone changed meanwhile is asked. */
export function judgeDelete(
  intent: IntentOf<'deleteContact'>,
  phase: Phase,
  remote: ContactFields | null,
): Verdict {
  if (remote === null) return acknowledged;
  if (phase === 'sent') return { kind: 'notThere' };
  const { ours = {} } = intent;
  const news = Object.entries(differences(intent.base, remote)).filter(
    ([column, { to }]) => !(Object.hasOwn(ours, column) && ours[column] === to),
  );
  if (news.length === 0) return { kind: 'send' };
  const fields = news.map(([column, { from, to }]): FieldConflict => ({
    column,
    base: from,
    mine: '',
    theirs: to,
  }));
  return { kind: 'ask', question: { kind: 'conflict', fields } };
}

function storedDifferently(open: [string, FieldChange][], remote: ContactFields): Verdict {
  const equivalent = open.every(
    ([column, { to }]) => valueOf(remote, column).trim() === to.trim() && to.trim() !== '',
  );
  if (equivalent) {
    const altered = open.map(
      ([column, { to }]) => [column, { from: to, to: valueOf(remote, column) }] as const,
    );
    return { kind: 'acknowledged', altered: Object.fromEntries(altered) };
  }
  const fields = open.map(([column, { to }]) => ({
    column,
    sent: to,
    stored: valueOf(remote, column),
  }));
  return { kind: 'ask', question: { kind: 'storedDifferently', fields } };
}

/** The main field normalised by the server, or spaces trimmed: the same value, told but not asked about. */
function sameInOtherForm(type: GroupType, column: string, { from, to }: FieldChange): boolean {
  if (from.trim() === to.trim()) return true;
  if (column !== type || to === '') return false;
  const sent = mainKeyOf(type, { [type]: from });
  const stored = mainKeyOf(type, { [type]: to });
  return stored === sent || (type === 'mobile' && sent.length >= 7 && stored.endsWith(sent));
}
