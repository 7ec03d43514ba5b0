/** What the pending page offers and says, question by question. */
import { describe, expect, it } from 'vitest';
import type { EntryState, Question } from '#shared/domain/entryState.ts';
import type { Intent } from '#shared/domain/intent.ts';
import type { EntryView, SyncStatus } from '#shared/ipc/views.ts';
import { firstChoice } from '../../../renderer/domain/existsFields.ts';
import { mayRetry } from '../../../renderer/domain/mayRetry.ts';
import { describeEntry } from '../../../renderer/wording/describeEntry.ts';
import { describeState } from '../../../renderer/wording/describeState.ts';
import { discardText } from '../../../renderer/wording/discardText.ts';
import { wordsIn } from './words.ts';

const online: Pick<SyncStatus, 'connection' | 'queue'> = { connection: 'online', queue: 'idle' };
const add: Intent = { kind: 'addContact', fields: { name: 'Ana' } };
const again: Intent = { ...add, replaces: { name: 'Anna' } };
const edit: Intent = {
  kind: 'editContact',
  changes: { mobile: { from: '1', to: '2' } },
  carry: 'modify',
};
const remove: Intent = { kind: 'deleteContact', base: { name: 'Ana' } };
const create: Intent = { kind: 'createGroup', name: 'Socios', type: 'mobile', columns: [] };
const asks = (question: Question): EntryState => ({ kind: 'needsYou', question });
const waiting: EntryState = { kind: 'waiting' };
const entry = (intent: Intent, state: EntryState, movedFrom: string | null = null): EntryView => {
  const view = { id: 'e', intent, state, movedFrom, groupLabel: 'Socios', contactTitle: 'Ana' };
  return view as unknown as EntryView;
};

const lostGroup: Question = { kind: 'createdUnknown', code: null, raw: null };
const notUnderstood: Question = { kind: 'notUnderstood', code: 'X', raw: null };
const conflict: Question = {
  kind: 'conflict',
  fields: [{ column: 'name', base: 'Ana', mine: '', theirs: 'Anna' }],
};

it('tells who puts a contact back that giving it up leaves none', () => {
  const back = { ...add, replaces: { name: 'Ana' } };
  const text = (intent: Intent): string => discardText(entry(intent, waiting), wordsIn('en'));
  expect(text(back)).toBe(text(add).replace('Add Ana to', 'Save Ana again in'));
  expect(text(again)).toContain('put back as it was');
});

describe('a question in plain words', () => {
  const why = (intent: Intent, question: Question): string | null =>
    describeState(
      entry(intent, asks(question)),
      { status: online, now: 0, find: () => null, isHeld: () => false, groupTrouble: () => null },
      wordsIn('en'),
    ).why;

  it('tells a contact that was deleted here from one that was changed here', () => {
    expect(why(edit, conflict)).toContain('Choose which value is right');
    expect(why(remove, conflict)).toContain('You deleted this contact here');
  });

  it('tells two contacts that cannot become one from an addition', () => {
    const theirs = { mobile: '2' };
    expect(why(add, { kind: 'exists', theirs })).toContain('Choose what it should say');
    expect(why(edit, { kind: 'exists', theirs })).toContain('Another contact of this group');
    expect(why(add, { kind: 'exists', theirs: null })).toContain('cannot see it there');
  });

  it('calls the second half of a re-creation by what it is', () => {
    expect(describeEntry(entry(again, waiting), wordsIn('en'))).toBe('Save Ana again in “Socios”');
    expect(describeEntry(entry(again, waiting), wordsIn('es'))).toBe(
      'Volver a guardar Ana en «Socios»',
    );
  });
});

describe('what an entry waits for', () => {
  const blocked = entry(add, { kind: 'blocked', by: 'c' });
  const said = (other: EntryView | null): (string | null)[] => {
    const around = {
      status: online,
      now: 0,
      find: () => other,
      isHeld: () => false,
      groupTrouble: () => null,
    };
    const { label, why } = describeState(blocked, around, wordsIn('en'));
    return [label, why];
  };

  it('says whether it takes the user’s answer', () => {
    expect(said(entry(create, asks(lostGroup)))).toEqual([
      'Waits for: Create the group “Socios”',
      'It is sent by itself as soon as you have answered there.',
    ]);
    expect(said(entry(create, waiting))[1]).toBe('It is sent by itself as soon as that is done.');
    expect(said(null)[0]).toBe('Waits for another change');
  });
});

describe('giving up', () => {
  it.each<[string, Intent, EntryState, string]>([
    ['an addition', add, waiting, 'It was never on Afilnet'],
    ['an addition without a clear answer', add, asks(notUnderstood), 'If Afilnet has it all the'],
    [
      'an addition of one that stands there',
      add,
      asks({ kind: 'exists', theirs: {} }),
      'the contact that Afilnet has stays',
    ],
    ['the second half of a re-creation', again, waiting, 'put back as it was'],
    ['an edit', edit, waiting, 'what Afilnet last confirmed'],
    ['an edit of one deleted there', edit, asks({ kind: 'deletedThere' }), 'disappears here too'],
    ['a deletion', remove, waiting, 'appears here again'],
    ['a group', create, waiting, 'everything in it that waits'],
    ['a group that may be there', create, asks(lostGroup), 'If Afilnet has created it, it stays'],
  ])('of %s says what happens', (_name, intent, state, expected) => {
    expect(discardText(entry(intent, state), wordsIn('en'))).toContain(expected);
  });

  it('of a move says where the contact stays', () => {
    const said = discardText(entry(add, waiting, 'Voluntarios'), wordsIn('en'));
    expect(said).toContain('stays in the group Voluntarios');
    expect(said).not.toContain('gone for good');
  });
});

describe('trying again', () => {
  const may = (intent: Intent, state: EntryState, status: Partial<SyncStatus> = {}): boolean =>
    mayRetry(entry(intent, state), { ...online, ...status });

  it('is offered for what waits, unless nothing may be sent', () => {
    expect(may(add, waiting)).toBe(true);
    expect(may(add, waiting, { connection: 'offline' })).toBe(true);
    expect(may(add, waiting, { connection: 'forcedOffline' })).toBe(false);
    expect(may(add, waiting, { queue: 'signIn' })).toBe(false);
    expect(may(add, { kind: 'blocked', by: 'c' })).toBe(false);
  });

  it('is offered for questions that have no choices of their own', () => {
    const theirs = { mobile: '2' };
    expect(may(edit, asks(notUnderstood), { connection: 'forcedOffline' })).toBe(true);
    expect(may(edit, asks({ kind: 'exists', theirs }))).toBe(true);
    expect(may(add, asks({ kind: 'exists', theirs: null }))).toBe(true);
    expect(may(add, asks({ kind: 'exists', theirs }))).toBe(false);
    expect(may(remove, asks(conflict))).toBe(false);
    expect(may(create, asks(lostGroup))).toBe(false);
  });
});

describe('the first choice between two values', () => {
  const field = { column: 'city', base: '', mine: '', theirs: 'Oliva' };

  it('is ours, but nothing of ours takes away what another contact has', () => {
    expect(firstChoice({ ...field, mine: 'Pego' }, false)).toBe('Pego');
    expect(firstChoice(field, false)).toBe('Oliva');
    expect(firstChoice(field, true)).toBe('');
  });
});
