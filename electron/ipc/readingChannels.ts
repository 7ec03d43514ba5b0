import type { ChannelName } from '#shared/ipc/channels.ts';

/** Those that change nothing that the window is told of. */
const readingChannels: ReadonlySet<ChannelName> = new Set<ChannelName>([
  'app.info',
  'accounts.overview',
  'accounts.exportUnsent',
  'accounts.recoveryReport',
  'groups.list',
  'groups.history',
  'contacts.window',
  'contacts.ids',
  'contacts.copy',
  'contacts.previewPaste',
  'contacts.get',
  'contacts.history',
  'lists.look',
  'duplicates.find',
  'bulk.preview',
  'bulk.latest',
  'outbox.list',
  'undo.state',
  'sync.status',
  'settings.get',
  'search.contacts',
]);

/** Whether a channel only reads. */
export const isReadingChannel = (channel: ChannelName): boolean => readingChannels.has(channel);
