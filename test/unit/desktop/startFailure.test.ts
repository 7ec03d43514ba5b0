import { expect, it } from 'vitest';
import { LibretaError, type ErrorCode } from '#shared/ipc/errors.ts';
import { startFailureMessage } from '../../../electron/desktop/startFailure.ts';
import { texts } from '../../../electron/desktop/texts.ts';

const codes: [ErrorCode, keyof typeof texts.en.start][] = [
  ['databaseFromNewerVersion', 'newer'],
  ['databaseDamaged', 'damaged'],
  ['diskFull', 'diskFull'],
  ['readOnly', 'readOnly'],
  ['databaseBusy', 'busy'],
  ['internal', 'other'],
];

it.each(codes)('says why for %s, and where the data is, in both languages', (code, reason) => {
  for (const language of ['en', 'es'] as const) {
    const message = startFailureMessage(new LibretaError(code), texts[language], '/data/Libreta');
    expect(message.title).toBe(texts[language].start.title);
    expect(message.detail).toContain(texts[language].start[reason]);
    expect(message.detail).toContain('/data/Libreta');
  }
});

it('tells nothing of an error it does not know', () => {
  const { detail } = startFailureMessage(new Error('hunter2'), texts.en, '/data');
  expect(detail).toContain(texts.en.start.other);
  expect(detail).not.toContain('hunter2');
});
