/** Contacts by what is typed, and what is looked for before it is asked for. */
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { effectScope } from 'vue';
import type { RequestOf } from '#shared/ipc/contract.ts';
import { writeReply } from '#shared/ipc/replyText.ts';
import { useContactFinder } from '../../../renderer/composables/useContactFinder.ts';
import { app, server, signIn, withGroup } from '../account/desktopless.ts';

afterEach(() => vi.unstubAllGlobals());

/** An account with a contact called Una; `asked` are the texts that main was asked for. */
async function finder() {
  const sandbox = await server();
  const opened = await app();
  await signIn(opened, sandbox, 'ana');
  await withGroup(opened, sandbox, 'ana');
  const asked: string[] = [];
  const answered: string[] = [];
  /** Main ended these for the sake of a later one; a short search is over before. */
  const ended = new Set<string>();
  const search = async (request: RequestOf<'search.contacts'>) => {
    asked.push(request.text);
    if (ended.delete(request.text))
      return writeReply({ ok: false, error: { code: 'cancelled' } } as const);
    const reply = writeReply(await opened.ask('search.contacts', request));
    answered.push(request.text);
    return reply;
  };
  vi.stubGlobal('window', {
    libreta: { search: { contacts: search }, onEvent: () => () => undefined },
  });
  const scope = effectScope();
  onTestFinished(() => scope.stop());
  return { ...scope.run(useContactFinder)!, asked, answered, ended, scope };
}

const none = { text: '', groups: [] };

test('what was foreseen is asked once, and shown when it is asked for', async () => {
  const { found, asked, answered, ask, foresee } = await finder();
  foresee('una');
  expect(asked).toEqual(['una']);
  await expect.poll(() => answered.length).toBe(1);
  expect(found.value).toEqual(none);
  await ask('una');
  expect(asked).toEqual(['una']);
  expect(found.value).toMatchObject({ text: 'una', groups: [{ more: false }] });
  // It was of that moment: the next time it is asked anew.
  await ask('un');
  await ask('una');
  expect(asked).toEqual(['una', 'un', 'una']);
});

test('what was foreseen and does not come is never shown', async () => {
  const { found, asked, ask, foresee } = await finder();
  foresee('unax');
  await ask('una');
  expect(found.value).toMatchObject({ text: 'una', groups: [{ more: false }] });
  foresee('unay');
  foresee(null);
  await ask('unay');
  expect(asked).toEqual(['unax', 'una', 'unay', 'unay']);
  expect(found.value).toEqual({ text: 'unay', groups: [] });
});

test('a key that changes nothing keeps no answer from who waits for it', async () => {
  const { found, error, asked, ended, ask, foresee } = await finder();
  ended.add('una');
  const waiting = ask('una');
  foresee('unax');
  await waiting;
  expect(asked).toEqual(['una', 'unax', 'una']);
  expect(found.value).toMatchObject({ text: 'una', groups: [{ more: false }] });
  expect(error.value).toBeNull();
});

test('who waits for a search that was ended is not told of it when a newer one is asked for', async () => {
  const { found, error, asked, ended, ask } = await finder();
  ended.add('una');
  await Promise.all([ask('una'), ask('de ana')]);
  expect(asked).toEqual(['una', 'de ana']);
  expect(found.value).toMatchObject({ text: 'de ana', groups: [{ more: false }] });
  expect(error.value).toBeNull();
});

test('who is gone asks no more', async () => {
  const { asked, ended, ask, scope } = await finder();
  ended.add('una');
  const waiting = ask('una');
  scope.stop();
  await waiting;
  expect(asked).toEqual(['una']);
});
