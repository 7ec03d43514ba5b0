/** The sentences of the pending page and the status chip. */
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/ipc/errors.ts';
import type { EntryState, Question } from '#shared/domain/entryState.ts';
import type { Intent } from '#shared/domain/intent.ts';
import { noSync } from '#shared/ipc/noSync.ts';
import type { EntryView, SyncStatus } from '#shared/ipc/views.ts';
import { errorText } from '../../../renderer/errors/errorText.ts';
import { serverWord } from '../../../renderer/errors/serverWord.ts';
import {
  countriesIn,
  countryName,
  findCountries,
  iso2Of,
} from '../../../renderer/wording/countries.ts';
import { describeEntry } from '../../../renderer/wording/describeEntry.ts';
import { describeState } from '../../../renderer/wording/describeState.ts';
import { describeStatus } from '../../../renderer/wording/describeStatus.ts';
import { formatsFor } from '../../../renderer/wording/formats.ts';
import { wordsIn } from './words.ts';

const online = { connection: 'online', queue: 'idle' } as const;
const about = (
  intent: Intent,
  title: string | null = 'Ana',
): Pick<EntryView, 'intent' | 'groupLabel' | 'contactTitle'> => ({
  intent,
  groupLabel: 'Socios',
  contactTitle: title,
});
const entryIn = (state: EntryState): EntryView =>
  ({ ...about({ kind: 'addContact', fields: {} }), id: 'e', state }) as unknown as EntryView;

describe('an entry in plain words', () => {
  const change = { from: '', to: 'x' };
  it.each<[Intent, string, string]>([
    [
      { kind: 'createGroup', name: 'Vecinos', type: 'mobile', columns: [] },
      'Create the group “Vecinos”',
      'Crear el grupo «Vecinos»',
    ],
    [{ kind: 'deleteGroup' }, 'Delete the group “Socios”', 'Eliminar el grupo «Socios»'],
    [
      { kind: 'assignCountry', country: 'ESP', from: null },
      'Set the country of “Socios” to Spain',
      'Asignar a «Socios» el país España',
    ],
    [
      { kind: 'editContact', changes: { name: change, city: change }, carry: 'modify' },
      'Change name and city of Ana',
      'Cambiar name y city de Ana',
    ],
    [
      { kind: 'editContact', changes: { name: change }, carry: 'recreate' },
      'Change name of Ana by re-creating it',
      'Cambiar name de Ana volviendo a crearlo',
    ],
    [{ kind: 'deleteContact', base: {} }, 'Delete Ana from “Socios”', 'Eliminar Ana de «Socios»'],
  ])('%j', (intent, english, spanish) => {
    expect(describeEntry(about(intent), wordsIn('en'))).toBe(english);
    expect(describeEntry(about(intent), wordsIn('es'))).toBe(spanish);
  });

  it('has a word for a contact without a name', () => {
    const entry = about({ kind: 'addContact', fields: {} }, null);
    expect(describeEntry(entry, wordsIn('en'))).toBe('Add a contact to “Socios”');
  });
});

describe('where an entry stands', () => {
  const now = 1_800_000_000_000;
  const around = {
    status: online,
    now,
    find: () => null,
    isHeld: () => false,
    groupTrouble: () => null,
  };

  it('says when it is tried next and why it was not through', () => {
    const state = {
      kind: 'retrying',
      code: 'http-503',
      attempts: 3,
      nextTryAt: now + 20_000,
    } as const;
    expect(describeState(entryIn(state), around, wordsIn('en'))).toEqual({
      label: 'Tried again in 20 seconds',
      why: 'Attempt 3 did not go through: Afilnet had a problem.',
      tone: 'quiet',
    });
  });

  it('names what it waits for', () => {
    const other = entryIn({ kind: 'waiting' });
    const state = { kind: 'blocked', by: 'x' } as const;
    const said = describeState(entryIn(state), { ...around, find: () => other }, wordsIn('en'));
    expect(said.label).toBe('Waits for: Add Ana to “Socios”');
  });

  it('tells waiting offline from waiting for the password', () => {
    const waiting = entryIn({ kind: 'waiting' });
    const labelWith = (status: Pick<SyncStatus, 'connection' | 'queue'>): string =>
      describeState(waiting, { ...around, status }, wordsIn('en')).label;
    expect(labelWith(online)).toBe('Waiting to be sent');
    expect(labelWith({ ...online, connection: 'offline' })).toBe(
      'Kept here until there is a connection',
    );
    expect(labelWith({ ...online, queue: 'signIn' })).toBe('Waiting for the password');
  });

  it('has a sentence for every question', () => {
    const field = { column: 'name', base: '', mine: 'a', theirs: 'b' };
    const questions: Question[] = [
      { kind: 'conflict', fields: [field] },
      { kind: 'exists', theirs: null },
      { kind: 'deletedThere' },
      { kind: 'rejected', code: 'X', raw: null },
      { kind: 'rejected', code: 'not-stored', raw: null },
      { kind: 'groupGone', code: 'X' },
      { kind: 'notUnderstood', code: 'X', raw: null },
      { kind: 'createdUnknown', code: null, raw: null },
      { kind: 'cannotCarry', fields: [{ column: 'note', obstacle: 'comma' }] },
      { kind: 'storedDifferently', fields: [] },
      { kind: 'noProgress', code: 'X', attempts: 9 },
    ];
    const said = questions.map(
      (question) =>
        describeState(entryIn({ kind: 'needsYou', question }), around, wordsIn('es')).why,
    );
    expect(new Set(said).size).toBe(questions.length);
    expect(said).toContain('Afilnet no admite este cambio tal cual: «note» tiene una coma.');
  });
});

describe('the status chip', () => {
  const settled: SyncStatus = { ...noSync, connection: 'online' };
  it.each<[Partial<SyncStatus>, string]>([
    [{}, 'All saved on Afilnet'],
    [{ waiting: 3 }, '3 changes waiting'],
    [{ waiting: 1 }, '1 change waiting'],
    [{ waiting: 2, queue: 'running' }, 'Sending…'],
    [{ connection: 'offline', waiting: 12 }, 'Offline: 12 changes kept here'],
    [{ connection: 'forcedOffline' }, 'Offline'],
    [{ needsYou: 2 }, '2 need you'],
    [{ waiting: 3, needsYou: 1 }, '3 changes waiting · 1 needs you'],
    [
      { connection: 'offline', waiting: 1, needsYou: 1 },
      'Offline: 1 change kept here · 1 needs you',
    ],
    [{ queue: 'signIn', waiting: 3 }, 'Password needed'],
  ])('%j: %s', (part, text) => {
    expect(describeStatus({ ...settled, ...part }, false, wordsIn('en')).text).toBe(text);
  });

  it.each<[Partial<SyncStatus>, string]>([
    [{}, 'All saved'],
    [{ waiting: 3, needsYou: 1 }, '3 waiting · 1 needs you'],
    [{ connection: 'offline', waiting: 12, needsYou: 2 }, 'Offline: 12 · 2 need you'],
    [{ queue: 'signIn', waiting: 3 }, 'Password needed'],
  ])('%j, where there is little room: %s', (part, short) => {
    expect(describeStatus({ ...settled, ...part }, false, wordsIn('en')).short).toBe(short);
  });

  it('never says “all saved” while anything waits or asks', () => {
    for (const connection of ['unknown', 'online', 'offline', 'forcedOffline'] as const)
      for (const queue of ['idle', 'running', 'signIn'] as const)
        for (const [waiting, needsYou] of [
          [1, 0],
          [0, 1],
          [1, 1],
        ] as const) {
          const status = { ...settled, connection, queue, waiting, needsYou };
          expect(describeStatus(status, false, wordsIn('en')).tone).not.toBe('ok');
        }
  });

  it('does not say Afilnet of the practice account', () => {
    expect(describeStatus(settled, true, wordsIn('en')).text).toBe(
      'All saved in the practice account',
    );
  });
});

describe('errors', () => {
  it.each(['en', 'es'] as const)('has a sentence of its own for each code in %s', (locale) => {
    const { t } = wordsIn(locale);
    const said = errorCodes.map((code) => errorText({ code }, t));
    expect(new Set(said).size).toBe(errorCodes.length);
    expect(said.every((text) => /[.]$/u.test(text) && !text.startsWith('errors.'))).toBe(true);
  });

  it('counts what is unsent', () => {
    expect(errorText({ code: 'unsentWork', count: 4 }, wordsIn('en').t)).toContain('4 changes');
  });

  it('shows the server’s words, not Libreta’s own', () => {
    expect(serverWord({ code: 'groupNotYours', serverCode: 'NOT_ACCESS_TO_GROUP' })).toBe(
      'NOT_ACCESS_TO_GROUP',
    );
    expect(serverWord({ code: 'timeout', serverCode: 'timeout' })).toBeNull();
  });
});

describe('countries', () => {
  it('are found by a part of their name or by a code, what begins with it first', () => {
    const all = countriesIn('es', formatsFor('es').compare);
    const names = (text: string) => findCountries(all, text).map(({ name }) => name);
    expect(names('espana')).toEqual(['España']);
    expect(names('es')[0]).toBe('España');
    expect(names('MEX')[0]).toBe('México');
    expect(names('guinea')[0]).toBe('Guinea');
    expect(names('guinea').length).toBeGreaterThan(2);
    expect(names('nowhere')).toEqual([]);
    expect(names('')).toHaveLength(all.length);
  });

  it('are named and sorted in the user’s language', () => {
    const spanish = countriesIn('es', formatsFor('es').compare);
    expect(spanish.find(({ iso3 }) => iso3 === 'DEU')?.name).toBe('Alemania');
    expect(spanish.length).toBeGreaterThan(240);
    expect(spanish.findIndex(({ iso3 }) => iso3 === 'ESP')).toBeLessThan(
      spanish.findIndex(({ iso3 }) => iso3 === 'FRA'),
    );
    expect(countryName('DEU', 'en')).toBe('Germany');
    expect(countryName('ZZZ', 'en')).toBe('ZZZ');
    expect(iso2Of('ESP')).toBe('ES');
  });
});

describe('times in words', () => {
  const { since, until } = formatsFor('en');
  it('never put what has been into the future, nor what is to come into the past', () => {
    expect(since(9_000, 0)).toBe('now');
    expect(since(0, 60_000)).toBe('1 minute ago');
    expect(until(0, 9_000)).toBe('now');
    expect(until(9_000, 0)).toBe('in 9 seconds');
  });
});
