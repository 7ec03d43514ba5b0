/**
 * The names of the channels, apart from their schemas so that the preload stays small.
 * `area.method` becomes `window.libreta.area.method`.
 */
export const channels = [
  'app.info',
  'accounts.overview',
  'accounts.signIn',
  'accounts.practice',
  'accounts.switchTo',
  'accounts.renewPassword',
  'accounts.signOut',
  'accounts.exportUnsent',
  'accounts.recoveryReport',
  'accounts.dismissRecoveryReport',
  'groups.list',
  'groups.create',
  'groups.addById',
  'groups.pull',
  'groups.cancelPull',
  'groups.settleHeldPull',
  'groups.addColumn',
  'groups.deleteColumn',
  'groups.assignCountry',
  'groups.setLabel',
  'groups.forget',
  'groups.delete',
  'contacts.window',
  'contacts.get',
  'contacts.add',
  'contacts.edit',
  'contacts.delete',
  'contacts.history',
  'lists.look',
  'lists.setLayout',
  'lists.saveView',
  'lists.deleteView',
  'outbox.list',
  'outbox.retry',
  'outbox.settle',
  'outbox.discard',
  'sync.status',
  'sync.now',
  'sync.forceOffline',
  'settings.get',
  'settings.set',
] as const;
export type ChannelName = (typeof channels)[number];

/** The one channel on which main tells the window of changes. */
export const eventChannel = 'libreta.event';
