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
  'accounts.askKeychain',
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
  'groups.setLook',
  'groups.forget',
  'groups.delete',
  'contacts.window',
  'contacts.ids',
  'contacts.copy',
  'contacts.previewPaste',
  'contacts.paste',
  'contacts.get',
  'contacts.add',
  'contacts.edit',
  'contacts.delete',
  'contacts.history',
  'lists.look',
  'lists.setLayout',
  'lists.saveView',
  'lists.deleteView',
  'duplicates.find',
  'duplicates.cancel',
  'duplicates.dismiss',
  'duplicates.merge',
  'bulk.preview',
  'bulk.start',
  'bulk.cancel',
  'bulk.latest',
  'outbox.list',
  'outbox.retry',
  'outbox.settle',
  'outbox.discard',
  'undo.state',
  'undo.take',
  'undo.cancel',
  'sync.status',
  'sync.now',
  'sync.forceOffline',
  'settings.get',
  'settings.set',
  'search.contacts',
  'groups.arrange',
  'groups.history',
] as const;
export type ChannelName = (typeof channels)[number];

/** The one channel on which main tells the window of changes. */
export const eventChannel = 'libreta.event';

/** Those whose replies are long lists: their rows cross a line each and are read one by one. */
const listChannels = ['contacts.window'] as const satisfies readonly ChannelName[];
/** Their names. */
export type ListChannel = (typeof listChannels)[number];

/** Whether the replies of a channel are written as lists. */
export const isListChannel = (channel: ChannelName): channel is ListChannel =>
  (listChannels as readonly ChannelName[]).includes(channel);
