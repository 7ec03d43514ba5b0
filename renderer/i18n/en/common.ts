export const common = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  retry: 'Try again',
  notifications: 'Notifications',
  serverReply: 'What the server said',
  serverCode: 'Code',
  serverRaw: 'Reply',
  noValue: 'no value',
} as const;
