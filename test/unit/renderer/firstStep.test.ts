import { expect, it } from 'vitest';
import { firstStep } from '../../../renderer/domain/firstStep.ts';

const at = (welcomed: boolean, signedIn: boolean, groups: number | null) =>
  firstStep({ welcomed, signedIn, groups });

it('leads somebody new from signing in to the first group, and never again', () => {
  expect(at(false, false, null)).toBe('signIn');
  expect(at(false, true, null)).toBeNull();
  expect(at(false, true, 0)).toBe('addGroup');
  expect(at(false, true, 5)).toBeNull();
  for (const signedIn of [true, false]) expect(at(true, signedIn, 0)).toBeNull();
});
