export const first = {
  label: 'First steps',
  what: 'Your Afilnet contacts, with or without a network',
  whatText:
    'Libreta keeps a copy of your groups on this computer. You edit at once, anywhere; each change is sent to Afilnet exactly once.',
  signIn: 'Sign in, or practise',
  signInText: 'With your Afilnet user, or with invented contacts that never leave this computer.',
  addGroup: 'Add a group',
  addGroupText: 'One of yours by its id, or a new one. That is all.',
} as const;
