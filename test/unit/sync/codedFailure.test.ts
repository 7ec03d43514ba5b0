/** What a failure is called when it crosses the border to the window. */
import { describe, expect, it } from 'vitest';
import { codedFailure } from '../../../electron/sync/codedFailure.ts';

describe('a failure that no document names', () => {
  it('is a refusal when the server said why', () => {
    const failure = { class: 'notUnderstood', code: 'CREDIT_EXHAUSTED', applied: 'no' } as const;
    expect(codedFailure(failure)).toMatchObject({
      code: 'rejectedByServer',
      serverCode: 'CREDIT_EXHAUSTED',
    });
  });

  it('is a reply that was not understood when it cannot be read, or says no reason', () => {
    for (const failure of [
      { class: 'notUnderstood', code: 'unknown-reply', applied: 'unknown' },
      { class: 'notUnderstood', code: 'no-code', applied: 'no' },
    ] as const)
      expect(codedFailure(failure).code).toBe('replyNotUnderstood');
  });
});
