import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LibretaError } from '#shared/ipc/errors.ts';
import { failureLog } from '../../electron/desktop/failureLog.ts';
import { failureText } from '../../electron/desktop/failureText.ts';
import { ReplyBreaksContract } from '../../electron/ipc/router.ts';

const secret = 'hunter2';

it('names the kind and the places, never the message', () => {
  const text = failureText(new TypeError(`https://server/?user=ana&password=${secret}`));
  expect(text).toMatch(/^TypeError\n\s+at .*failureText\.test\.ts/);
  expect(text).not.toContain(secret);
  expect(text).not.toContain('ana');
});

it('is not fooled by a message that looks like a place', () => {
  const text = failureText(new Error(`first\n    at ${secret} (file.ts:1:1)\n    at ${secret}`));
  expect(text).not.toContain(secret);
  expect(text).toContain('failureText.test.ts');
});

it('is not fooled by a message that was changed after the stack was taken', () => {
  const error = new Error('second');
  error.stack = `Error: first\n    at ${secret} (file.ts:1:1)`;
  expect(failureText(error)).not.toContain(secret);
});

it('keeps the codes of the system and of the database', () => {
  const failure = Object.assign(new Error(`ENOSPC: ${secret}`), {
    code: 'ENOSPC',
    syscall: 'write',
  });
  expect(failureText(failure)).toMatch(/^Error ENOSPC write\n/);
  const odd = Object.assign(new Error(''), { code: `password=${secret}`, name: `x ${secret}` });
  expect(failureText(odd)).not.toContain(secret);
});

it('follows the causes, and stops where they go in a circle', () => {
  const inner = Object.assign(new Error(secret), { code: 'ECONNRESET' });
  const text = failureText(new Error(secret, { cause: inner }));
  expect(text).toContain('caused by Error ECONNRESET');
  expect(text).not.toContain(secret);
  inner.cause = inner;
  expect(failureText(inner).match(/caused by/g)).toHaveLength(3);
});

it.each([
  ['a text', secret, 'thrown string'],
  ['an object', { password: secret }, 'thrown object'],
  ['null', null, 'thrown null'],
  ['nothing', undefined, 'thrown undefined'],
])('tells only the type of %s', (_, thrown, text) => {
  expect(failureText(thrown)).toBe(text);
});

it('keeps the code of a coded error, and not what came with it', () => {
  const text = failureText(new LibretaError('databaseDamaged', { raw: secret, detail: secret }));
  expect(text).toMatch(/^LibretaError databaseDamaged\n/);
  expect(text).not.toContain(secret);
});

it('tells which part of which reply broke the contract', () => {
  const text = failureText(new ReplyBreaksContract('contacts.get', 'fields.name'));
  expect(text).toMatch(/^The reply of contacts\.get breaks the contract at fields\.name\n/);
});

it('writes one entry after the other, and starts a new file when the old one is long', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libreta-log-'));
  const log = failureLog(join(folder, 'logs', 'failures.log'), () => 0);
  log.write('sync.now', new RangeError(secret));
  log.write('start', secret);
  const text = readFileSync(log.file, 'utf8');
  expect(text).toMatch(/^1970-01-01T00:00:00\.000Z sync\.now: RangeError\n/);
  expect(text).toMatch(/1970-01-01T00:00:00\.000Z start: thrown string\n$/);
  expect(text).not.toContain(secret);
  const longName = 'a'.repeat(1_000_001);
  log.write(longName, secret);
  log.write('after', secret);
  expect(readFileSync(`${log.file}.old`, 'utf8')).toContain(longName);
  expect(readFileSync(log.file, 'utf8')).toMatch(
    /^1970-01-01T00:00:00\.000Z after: thrown string\n$/,
  );
  rmSync(folder, { recursive: true });
});
