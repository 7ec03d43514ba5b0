/** What the recorded requests must show when every edit reached the server exactly once. */
import { expect } from './expect.ts';
import type { RecordedRequest } from '../../../electron/sandbox/requestLog.ts';
import type { SandboxProcess } from './sandbox.ts';

/** The rows that a request adds. */
function addedBy({ method, parameters }: RecordedRequest): string[] {
  if (method === 'addcontactlist') {
    const rows = JSON.parse(parameters['contacts'] ?? '[]') as Record<string, string>[];
    return rows.map((row) => `${parameters['idgroup']}: ${row['mobile'] ?? row['email']}`);
  }
  return method === 'addcontact' ? [`${parameters['idgroup']}: ${parameters['contact']}`] : [];
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** No write was carried out twice, no contact was added twice, and no group holds a main field twice. */
export async function expectExactlyOnce(sandbox: SandboxProcess, owner: string): Promise<void> {
  const carriedOut = (await sandbox.writes()).filter(({ applied }) => applied);
  const texts = carriedOut.map(({ method, parameters }) => JSON.stringify([method, parameters]));
  expect(repeated(texts), 'the same write twice').toEqual([]);
  expect(repeated(carriedOut.flatMap(addedBy)), 'the same contact added twice').toEqual([]);
  for (const group of await sandbox.groups(owner)) {
    const mains = group.contacts.map(({ fields }) => fields['mobile'] ?? fields['email'] ?? '');
    expect(repeated(mains), `the same contact twice in ${group.name}`).toEqual([]);
  }
}
