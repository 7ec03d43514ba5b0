/** The sentences of a history: no code is left unsaid, in either language. */
import { describe, expect, it } from 'vitest';
import { questionKinds, settlementKinds } from '#shared/domain/entryState.ts';
import { givenUpReasons } from '#shared/domain/givenUp.ts';
import type { HistoryLine } from '#shared/ipc/views.ts';
import { historyReason } from '../../../renderer/wording/historyReason.ts';
import { wordsIn } from './words.ts';

type Told = Pick<HistoryLine, 'outcome' | 'code'>;

const said = (lines: readonly Told[], locale: 'en' | 'es'): (string | null)[] =>
  lines.map((line) => historyReason(line, wordsIn(locale).t));

describe.each(['en', 'es'] as const)('%s', (locale) => {
  it.each<[string, Told[]]>([
    ['question', questionKinds.map((code) => ({ outcome: 'asked', code }))],
    ['answer', settlementKinds.map((kind) => ({ outcome: 'settled', code: `conflict:${kind}` }))],
    ['reason to give up', givenUpReasons.map((code) => ({ outcome: 'discarded', code }))],
    [
      'decision about a held list',
      ['apply', 'keep', 'asked'].map((kind) => ({ outcome: 'settled', code: `held:${kind}` })),
    ],
  ])('has a sentence of its own for every %s, without its code', (_, lines) => {
    const sentences = said(lines, locale);
    expect(new Set(sentences).size).toBe(lines.length);
    for (const [index, sentence] of sentences.entries()) {
      expect(sentence).toMatch(/^[A-ZÁÉÍÓÚ¿].*\.$/u);
      expect(sentence).not.toContain(lines[index]?.code);
    }
  });
});

describe('in words', () => {
  it.each<[Told, string | null]>([
    [{ outcome: 'saved', code: null }, null],
    [{ outcome: 'saved', code: 'kept' }, 'Kept, although a list from Afilnet lacked it.'],
    [{ outcome: 'failed', code: 'timeout' }, 'The reason: no answer came in time.'],
    [{ outcome: 'failed', code: 'http-503' }, 'The reason: Afilnet had a problem.'],
    [{ outcome: 'asked', code: 'NOT_TODAY' }, 'The reason: Afilnet answered NOT_TODAY.'],
    [
      { outcome: 'asked', code: 'not-stored' },
      'The reason: Afilnet said yes, but the change is not there.',
    ],
    [{ outcome: 'sent', code: 'whatever' }, null],
  ])('%j: %s', (line, sentence) => {
    expect(said([line], 'en')).toEqual([sentence]);
  });
});
