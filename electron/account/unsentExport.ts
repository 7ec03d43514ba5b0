/** What was not sent yet, as a file that a person can read and a program can parse. No password is in it. */
import { writeFile } from 'node:fs/promises';
import type { AccountStore } from '../store/accountStore.ts';
import type { Account } from '../store/registry.ts';

const pageSize = 500;

export function unsentOf(store: AccountStore, account: Account, now: number): unknown {
  const groups = new Map(store.groups.all().map((group) => [group.id, group]));
  const changes = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = store.outbox.page('all', offset, pageSize);
    for (const { groupId, contactId, intent, phase, question, createdAt } of page) {
      const group = groups.get(groupId);
      const contact = contactId === null ? null : store.contacts.get(contactId);
      changes.push({
        group: { label: group?.label ?? null, serverId: group?.serverId ?? null },
        contact:
          contact === null
            ? null
            : { serverId: contact.serverId, fields: contact.fields, confirmed: contact.base },
        intent,
        phase,
        question,
        createdAt: new Date(createdAt).toISOString(),
      });
    }
    if (page.length < pageSize) break;
  }
  const { user, server } = account;
  return {
    format: 'libreta-unsent-1',
    account: { user, server },
    exportedAt: new Date(now).toISOString(),
    changes,
  };
}

export async function writeUnsent(path: string, unsent: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(unsent, null, 2)}\n`, { mode: 0o600 });
}
