/** The steps of the first time, of which the first is only read: what this is. */
export type FirstStep = 'signIn' | 'addGroup';

/** Which step somebody new stands at; null once they have taken all of them, for ever. */
export function firstStep(situation: {
  readonly welcomed: boolean;
  readonly signedIn: boolean;
  /** Null until they have been read. */
  readonly groups: number | null;
}): FirstStep | null {
  if (situation.welcomed) return null;
  if (!situation.signedIn) return 'signIn';
  return situation.groups === 0 ? 'addGroup' : null;
}
