/** What a journal says, and what it says when lines of it are damaged. */
import { expect, test } from 'vitest';
import { linesOf, readLine } from '../../../electron/store/safety/journal/line.ts';
import { readJournal } from '../../../electron/store/safety/journal/journalState.ts';
import type { EntryRecord, JournalRecord } from '../../../electron/store/safety/journal/record.ts';

function entry(id: string, seq: number): EntryRecord {
  const intent = JSON.stringify({ kind: 'addContact', fields: { mobile: id } });
  return { kind: 'entry', id, seq, groupId: 'g', contactId: id, intent, step: 0, createdAt: 1 };
}
const snapshot: JournalRecord = { kind: 'snapshot' };
const removed = (id: string): JournalRecord => ({ kind: 'entryRemoved', id });

test('a line says what was written, whatever is in it', () => {
  const record = entry('ñ "\n\\ \u{1f600}', 7);
  const [line = ''] = linesOf(3, [record]).split('\n');
  expect(readLine(line)).toEqual({ n: 3, i: 0, of: 1, record });
  expect(JSON.parse(line)).toMatchObject({ n: 3, record });
});

test('no byte of a line can change without being seen', () => {
  const bytes = Buffer.from(linesOf(1, [entry('a', 1)]).trimEnd());
  for (let at = 0; at < bytes.length; at += 1) {
    for (const bit of [1, 16, 128]) {
      const flipped = Buffer.from(bytes);
      flipped[at] = flipped[at]! ^ bit;
      expect(readLine(flipped.toString('utf8')), `byte ${at}`).toBeNull();
    }
  }
});

test('the state after a snapshot and what followed it', () => {
  const state = readJournal(
    linesOf(4, [snapshot, entry('a', 1), entry('b', 2)]) +
      linesOf(5, [removed('a'), entry('c', 3)]) +
      linesOf(6, [{ kind: 'left', id: 'b' }]),
  );
  expect([...state.entries.keys()]).toEqual(['b', 'c']);
  expect([...state.left]).toEqual(['b']);
  expect(state).toMatchObject({ n: 6, skipped: 0, intact: true });
});

test('an unreadable line costs that line only, and is counted', () => {
  const lines = (
    linesOf(1, [snapshot]) +
    linesOf(2, [entry('a', 1), entry('b', 2)]) +
    linesOf(3, [entry('c', 3)])
  ).split('\n');
  lines[1] = lines[1]!.replace('"seq":1', '"seq":9');
  const state = readJournal(lines.join('\n'));
  expect([...state.entries.keys()]).toEqual(['b', 'c']);
  expect(state).toMatchObject({ n: 3, skipped: 1, intact: false });
});

test('a transaction that was being written counts for nothing; it was never told as saved', () => {
  const text = linesOf(1, [snapshot, entry('a', 1)]) + linesOf(2, [removed('a'), entry('b', 2)]);
  for (
    let length = linesOf(1, [snapshot, entry('a', 1)]).length;
    length < text.length - 1;
    length += 1
  ) {
    const state = readJournal(text.slice(0, length));
    expect([...state.entries.keys()]).toEqual(['a']);
    expect(state).toMatchObject({ n: 1, skipped: 0, intact: true });
  }
  // Only the line break is missing: the whole line is there.
  expect([...readJournal(text.slice(0, -1)).entries.keys()]).toEqual(['b']);
});

test('a transaction whose last line is unreadable was whole once: the rest of it counts', () => {
  const text = linesOf(1, [snapshot]) + linesOf(2, [entry('a', 1), entry('b', 2)]);
  const state = readJournal(text.replace('"id":"b"', '"id":"x"'));
  expect([...state.entries.keys()]).toEqual(['a']);
  expect(state).toMatchObject({ n: 2, skipped: 1, intact: false });
});

test('a lost transaction is seen by the gap in the numbers', () => {
  const text = linesOf(1, [snapshot]) + linesOf(3, [entry('a', 1)]);
  expect(readJournal(text)).toMatchObject({ n: 3, skipped: 0, intact: false });
});

test('an empty journal, and one of other bytes', () => {
  expect(readJournal('')).toMatchObject({ n: 0, skipped: 0, intact: true });
  const state = readJournal('\u0000\u0000\nno line at all\n');
  expect(state).toMatchObject({ n: 0, skipped: 2, intact: false });
});
