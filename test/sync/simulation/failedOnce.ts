/** Runs that failed once, at their shortest: each is run again for ever. `why` says what was wrong. */
import type { Step } from './script.ts';

export const failedOnce: readonly { seed: number; why: string; script: readonly Step[] }[] = [
  {
    seed: 54,
    why: 'an empty group answered by an error, after our own re-creation',
    script: [
      { kind: 'delete', account: 0, contact: 292 },
      { kind: 'edit', account: 0, contact: 434, column: 28, odd: 5 },
    ],
  },
  {
    seed: 86,
    why: 'an empty group answered by an error, after someone else deleted its last contact',
    script: [{ kind: 'otherDeletes', group: 15, contact: 975 }],
  },
  {
    seed: 191,
    why: 'an empty group answered by an error, after our own delete',
    script: [
      { kind: 'delete', account: 0, contact: 273 },
      { kind: 'otherDeletes', group: 7, contact: 78 },
    ],
  },
  {
    seed: 243,
    why: 'the same, with an add behind it',
    script: [
      { kind: 'add', account: 0, group: 62, odd: 6 },
      { kind: 'createGroup', account: 0 },
      { kind: 'syncAndCrash', account: 0, after: 14 },
      { kind: 'delete', account: 0, contact: 127 },
      { kind: 'delete', account: 0, contact: 384 },
    ],
  },
  {
    seed: 1600,
    why: 'a clock set back a day stalled a back-off',
    script: [
      {
        kind: 'fault',
        rule: {
          fault: { name: 'tooMany', applied: true },
          method: 'assigncountrytogroup',
          nth: 1,
          times: 2,
        },
      },
      { kind: 'assignCountry', account: 0, group: 42, country: 'MAR' },
      { kind: 'sync', account: 0 },
      { kind: 'time', milliseconds: -86400000 },
    ],
  },
  {
    seed: 2215,
    why: 'the same, for an edit whose connection broke',
    script: [
      { kind: 'editMain', account: 1, contact: 378 },
      {
        kind: 'fault',
        rule: {
          fault: { name: 'dropMidBody', applied: false },
          method: 'modifycontact',
          nth: 2,
          times: 1,
        },
      },
      { kind: 'editWhileSyncing', account: 1, after: 1, contact: 787, column: 79 },
      { kind: 'time', milliseconds: -86400000 },
    ],
  },
  {
    seed: 2276,
    why: 'the same, for a Retry-After given as a date',
    script: [
      {
        kind: 'fault',
        rule: {
          fault: { name: 'tooMany', seconds: 1, asDate: true, applied: true },
          method: 'assigncountrytogroup',
          nth: 1,
          times: 2,
        },
      },
      { kind: 'assignCountry', account: 0, group: 94, country: 'ESP' },
      { kind: 'syncAndCrash', account: 0, after: 16 },
      { kind: 'time', milliseconds: -86400000 },
    ],
  },
  {
    seed: 9276,
    why: 'a main field was changed to one that someone else had added, and the server stored it twice',
    script: [
      { kind: 'editMain', account: 0, contact: 628 },
      { kind: 'otherAdds', group: 88, taken: 0 },
    ],
  },
  {
    seed: 510499,
    why: 'an undo sent the creation of a group again, whose outcome only the user could tell',
    script: [
      { kind: 'createGroup', account: 0 },
      { kind: 'deleteColumn', account: 0, group: 59, column: 43 },
      { kind: 'sync', account: 0 },
      { kind: 'takeBack', account: 0, direction: 'undo' },
    ],
  },
  {
    seed: 20320,
    why: 'a creation of unknown outcome that was taken back was sent again by a redo',
    script: [
      { kind: 'createGroup', account: 0 },
      { kind: 'syncAndCrash', account: 0, after: 21 },
      { kind: 'takeBack', account: 0, direction: 'undo' },
      { kind: 'takeBack', account: 0, direction: 'undo' },
      { kind: 'takeBack', account: 0, direction: 'redo' },
    ],
  },
  {
    seed: 1001502,
    why: 'a delete asked about our own value, which an edit had left there before the contact seemed to be gone',
    script: [
      {
        kind: 'fault',
        rule: { fault: { name: 'fewContacts', share: 0.4 }, method: 'getcontacts', nth: 2 },
      },
      {
        kind: 'fault',
        rule: {
          fault: { name: 'emptyBody', applied: false },
          method: 'getcontacts',
          nth: 2,
          times: 2,
        },
      },
      { kind: 'edit', account: 0, contact: 843, column: 18, odd: 9 },
      { kind: 'syncAndCrash', account: 0, after: 22 },
      { kind: 'delete', account: 0, contact: 822 },
    ],
  },
  {
    seed: 1003179,
    why: 'a redo put a carried out deletion before the contact that the undo had added again, and an edit went with it',
    script: [
      { kind: 'delete', account: 0, contact: 508 },
      { kind: 'syncAndCrash', account: 0, after: 19 },
      { kind: 'takeBack', account: 0, direction: 'undo' },
      { kind: 'takeBack', account: 0, direction: 'redo' },
      { kind: 'edit', account: 0, contact: 809, column: 88, odd: 3 },
    ],
  },
  {
    seed: 3001522,
    why: 'a delete behind an add took along what someone else had written into the new contact',
    script: [
      {
        kind: 'fault',
        rule: {
          fault: { name: 'http', status: 502, applied: false },
          method: 'getcontacts',
          nth: 2,
          times: 2,
        },
      },
      { kind: 'add', account: 0, group: 55, odd: 1 },
      { kind: 'sync', account: 0 },
      { kind: 'delete', account: 0, contact: 29 },
      { kind: 'otherEdits', group: 60, contact: 779, column: 28 },
    ],
  },
  {
    seed: 5000165,
    why: 'a contact that was moved there and back before it left waited for itself',
    script: [
      { kind: 'delete', account: 0, contact: 491 },
      { kind: 'move', account: 0, contact: 998, group: 0 },
      { kind: 'move', account: 0, contact: 440, group: 87 },
    ],
  },
  {
    seed: 7009547,
    why: 'a redo of an add wrote over what someone else had changed, where the deletion by the undo asked about it',
    script: [
      { kind: 'add', account: 0, group: 5, odd: 7 },
      { kind: 'sync', account: 0 },
      { kind: 'takeBack', account: 0, direction: 'undo' },
      { kind: 'otherEdits', group: 10, contact: 548, column: 66 },
      { kind: 'sync', account: 0 },
      { kind: 'takeBack', account: 0, direction: 'redo' },
    ],
  },
  {
    seed: 8004161,
    why: 'who settled a number that stood there already wrote over what someone else had changed since it was shown',
    script: [
      { kind: 'add', account: 0, group: 86, odd: 6 },
      { kind: 'add', account: 0, group: 63, odd: 0 },
      { kind: 'assignCountry', account: 1, group: 74, country: 'ESP' },
      { kind: 'add', account: 0, group: 41, odd: 10 },
      { kind: 'otherAdds', group: 1, taken: 0 },
      { kind: 'editWhileSyncing', account: 0, after: 5, contact: 60, column: 56 },
      { kind: 'createGroup', account: 1 },
      { kind: 'syncAndCrash', account: 0, after: 4 },
      { kind: 'add', account: 0, group: 16, odd: 10 },
      { kind: 'otherEdits', group: 46, contact: 673, column: 81 },
      { kind: 'assignCountry', account: 0, group: 52, country: 'MAR' },
    ],
  },
  {
    seed: 8006376,
    why: 'an edit of another value answered what was stored differently without a word',
    script: [
      { kind: 'delete', account: 0, contact: 758 },
      { kind: 'edit', account: 0, contact: 202, column: 44, odd: 5 },
      { kind: 'add', account: 0, group: 54, odd: 2 },
      { kind: 'otherAdds', group: 10, taken: 0 },
      { kind: 'damage', account: 0, seed: 632648 },
      { kind: 'edit', account: 0, contact: 169, column: 89, odd: 5 },
    ],
  },
  {
    seed: 8007245,
    why: 'a refusal of the old password spoke of the new one, given before it came',
    script: [
      { kind: 'passwordChanges', account: 0 },
      { kind: 'syncAndCrash', account: 0, after: 7 },
      { kind: 'add', account: 0, group: 10, odd: 6 },
      { kind: 'passwordGiven', account: 0 },
      { kind: 'passwordChanges', account: 0 },
    ],
  },
  {
    seed: 11000848,
    why: 'contacts that the user keeps went without a word, since one more was missing and the list had come to look harmless',
    script: [
      { kind: 'otherEmpties', group: 62, stays: 0 },
      { kind: 'delete', account: 0, contact: 356 },
      { kind: 'syncAndCrash', account: 0, after: 7 },
      { kind: 'settleHeld', account: 0, group: 62, choice: 81 },
      { kind: 'otherAdds', group: 14, taken: 3 },
      { kind: 'discard', account: 0, entry: 206 },
    ],
  },
  {
    seed: 13002276,
    why: 'what was stored instead of an add was written over once a damaged file had lost the question',
    script: [
      {
        kind: 'fault',
        rule: { fault: { name: 'fewContacts', share: 0.8 }, method: 'getcontacts', nth: 1 },
      },
      { kind: 'add', account: 0, group: 49, odd: 9 },
      { kind: 'otherAdds', group: 12, taken: 0 },
      { kind: 'syncAndCrash', account: 0, after: 11 },
      { kind: 'damage', account: 0, seed: 991979 },
    ],
  },
  {
    seed: 17005892,
    why: 'the deletion behind a re-creation took away what someone else had written in between',
    script: [
      { kind: 'delete', account: 0, contact: 447 },
      { kind: 'offline' },
      { kind: 'edit', account: 0, contact: 259, column: 19, odd: 5 },
      { kind: 'move', account: 0, contact: 425, group: 33 },
      { kind: 'damage', account: 0, seed: 713195 },
      { kind: 'otherEdits', group: 70, contact: 605, column: 17 },
      { kind: 'move', account: 0, contact: 658, group: 84 },
    ],
  },
  {
    seed: 18005348,
    why: 'the edit behind a re-creation wrote over what someone else had written in between',
    script: [
      { kind: 'edit', account: 0, contact: 652, column: 29, odd: 6 },
      { kind: 'passwordChanges', account: 0 },
      { kind: 'damage', account: 0, seed: 781469 },
      { kind: 'addColumn', account: 0, group: 6 },
      { kind: 'edit', account: 0, contact: 892, column: 17, odd: 9 },
      { kind: 'otherAdds', group: 42, taken: 1 },
      { kind: 'otherEdits', group: 15, contact: 262, column: 34 },
    ],
  },
  {
    seed: 4546,
    why: 'a contact that was moved back wrote over what someone else had written where it was',
    script: [
      { kind: 'delete', account: 0, contact: 909 },
      { kind: 'createGroup', account: 0 },
      { kind: 'add', account: 0, group: 41, odd: 7 },
      { kind: 'move', account: 0, contact: 88, group: 21 },
      { kind: 'sync', account: 0 },
      { kind: 'move', account: 0, contact: 353, group: 62 },
      { kind: 'delete', account: 0, contact: 625 },
      { kind: 'otherEdits', group: 76, contact: 981, column: 82 },
      { kind: 'sync', account: 0 },
      { kind: 'move', account: 0, contact: 279, group: 54 },
    ],
  },
  {
    seed: 900336,
    why: 'a move was taken back into a group that others had emptied, whose list was held: the contact stood nowhere',
    script: [
      { kind: 'createGroup', account: 0 },
      { kind: 'otherEmpties', group: 96, stays: 0 },
      { kind: 'move', account: 0, contact: 500, group: 87 },
      { kind: 'sync', account: 0 },
      { kind: 'takeBack', account: 0, direction: 'undo' },
    ],
  },
];
