import { describe, expect, it } from 'vitest';
import { keyringIsTestable, runScenario } from './keyringSession.ts';

const password = 'clave-Ñandú-€-📇 "x"';
const known = { kind: 'known', password, where: 'keychain' };
const text = expect.any(String) as string;

describe.runIf(keyringIsTestable)('the vault on a real keyring', () => {
  it('keeps passwords by account, past a restart, until they are forgotten', () => {
    const { answers, noise } = runScenario('remembers');
    expect(answers).toEqual({
      availability: { kind: 'keychain' },
      beforeAny: { kind: 'lockedOrGone' },
      remembered: { kind: 'remembered' },
      other: { kind: 'remembered' },
      replaced: { kind: 'remembered' },
      afterStop: known,
      atNextStart: known,
      forgotten: { kind: 'forgotten' },
      forgottenTwice: { kind: 'forgotten' },
      afterForget: { kind: 'lockedOrGone' },
      otherStays: { kind: 'known', password: 'of Ben, renewed', where: 'keychain' },
      processes: 5,
    });
    expect(noise).not.toContain(password);
  });

  it('finds its way back after the keyring service was restarted', () => {
    const { answers } = runScenario('serviceRestarted');
    expect(answers).toEqual({
      remembered: { kind: 'remembered' },
      read: known,
      rememberedAgain: { kind: 'remembered' },
      renewed: { ...known, password: 'renewed' },
    });
  });

  it('says that the keyring is locked, overwrites nothing, and finds the password once it is open', () => {
    const { answers } = runScenario('locked');
    const locked = { reason: 'locked', detail: 'Cannot create an item in a locked collection' };
    expect(answers).toEqual({
      remembered: { kind: 'remembered' },
      withOldProbe: { kind: 'lockedOrGone' },
      withNewProbe: { kind: 'unavailable', ...locked },
      availability: { kind: 'none', ...locked },
      read: { kind: 'unavailable', ...locked },
      overwrite: { kind: 'sessionOnly', ...locked },
      cached: { kind: 'none', ...locked },
      again: { kind: 'keychain' },
      afterUnlock: known,
      session: { kind: 'known', password: 'typed while locked', where: 'session' },
      forget: { kind: 'mayRemain', ...locked },
      afterForget: { kind: 'lockedOrGone' },
      forgotten: { kind: 'forgotten' },
      mayHold: false,
    });
  });

  it('does not wait for ever on a prompt that nobody answers', () => {
    const { answers } = runScenario('prompt', { display: true });
    const timedOut = { reason: 'timedOut', detail: 'probe: no answer within 6000 ms' };
    expect(answers).toEqual({
      availability: { kind: 'none', ...timedOut },
      behind: { kind: 'sessionOnly', ...timedOut },
      again: { kind: 'keychain' },
      afterUnlock: known,
    });
  });

  it('survives the death of the keychain process in the middle of a request', () => {
    const { answers } = runScenario('killed', { display: true });
    expect(answers).toEqual({
      availability: { kind: 'none', reason: 'crashed', detail: 'probe: signal SIGKILL' },
      again: { kind: 'keychain' },
      afterUnlock: known,
    });
  });
});

describe.runIf(keyringIsTestable)('the vault where no keychain answers', () => {
  it.each([
    ['no bus and no display', 'unavailable', '--none', 'noBus'],
    ['a bus without a secret service', 'unavailable', '--no-service', 'noService'],
    ['a keyring, but no library to reach it', 'noLibrary', '--keyring', 'noLibrary'],
  ] as const)(
    '%s: says why, and holds the password for the session only',
    (_, name, mode, reason) => {
      const { answers, noise } = runScenario(name, { mode });
      const refusal = { reason, detail: text };
      expect(answers).toEqual({
        availability: { kind: 'none', ...refusal },
        remember: { kind: 'sessionOnly', ...refusal },
        before: { kind: 'unavailable', ...refusal },
        session: { kind: 'known', password, where: 'session' },
        other: { kind: 'unavailable', ...refusal },
        // It never held anything.
        forget: { kind: 'forgotten' },
        after: { kind: 'unavailable', ...refusal },
      });
      expect(noise).not.toContain(password);
      expect(JSON.stringify({ ...answers, session: null })).not.toContain(password);
    },
  );
});
