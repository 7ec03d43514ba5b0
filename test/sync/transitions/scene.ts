/** The account in which the transitions of electron/sync/README.md are shown: one group of two, and what happens to it. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import { faultSchema } from '../../../electron/sandbox/fault.ts';
import { editContact } from '../../../electron/store/edits/contacts.ts';
import type { Entry } from '../../../electron/store/entry.ts';
import { pulledGroup, workshop, type Workshop } from '../workshop.ts';

export const ana = { mobile: '34600000001', name: 'Ana', city: 'Valencia' };
export const berta = { mobile: '34600000002', name: 'Berta', city: 'Alacant' };

export interface Scene extends Workshop {
  readonly groupId: GroupId;
  readonly serverGroup: number;
  readonly ana: ContactId;
  /** The first entry of Ana, or of the whole outbox when Ana has none. */
  readonly entry: () => Entry | undefined;
  readonly there: () => ContactFields | undefined;
  readonly serverId: () => number;
}

export async function scene(options: Parameters<typeof workshop>[0] = {}): Promise<Scene> {
  const shop = await workshop(options);
  const { groupId, serverGroup } = await pulledGroup(shop, [ana, berta]);
  const query = {
    scope: { kind: 'group', groupId },
    search: 'Ana',
    sort: null,
    onlyUnsent: false,
  } as const;
  const id = shop.store.list.window(query, 0, 1)[0]!.id;
  return {
    ...shop,
    groupId,
    serverGroup,
    ana: id,
    entry: () => shop.store.outbox.ofContact(id)[0] ?? shop.store.outbox.page('all', 0, 1)[0],
    there: () => shop.onServer(serverGroup).get(ana.mobile),
    serverId: () => shop.sandbox.state.contactsOf(serverGroup)[0]!.id,
  };
}

export const toGandia = (shop: Scene): void =>
  editContact(shop.store, shop.ana, { city: 'Gandia' }, 'modify');
export const fault = (
  shop: Scene,
  method: string,
  given: object,
  times: number | 'always' = 1,
): void => shop.sandbox.fault({ fault: faultSchema.parse(given), method, times });

/** Time moves on and what backed off is tried. */
export async function later(shop: Scene, rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    shop.clock.advance(400_000);
    await shop.engine.syncNow();
  }
}
