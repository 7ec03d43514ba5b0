/** What the server holds of a contact, found by its number. */
import type { Fields, SandboxProcess, StoredContact } from './sandbox.ts';

async function find(
  sandbox: SandboxProcess,
  group: number,
  mobile: string,
): Promise<StoredContact | undefined> {
  return (await sandbox.contacts(group)).find(({ fields }) => fields['mobile'] === mobile);
}

export async function idOf(
  sandbox: SandboxProcess,
  group: number,
  mobile: string,
): Promise<number> {
  const found = await find(sandbox, group, mobile);
  if (found === undefined) throw new Error(`The server has no contact ${mobile}`);
  return found.id;
}

export async function stored(
  sandbox: SandboxProcess,
  group: number,
  mobile: string,
): Promise<Fields | undefined> {
  return (await find(sandbox, group, mobile))?.fields;
}
