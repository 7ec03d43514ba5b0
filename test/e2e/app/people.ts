/** The accounts and contacts that the specs put on their servers. */
import type { Fields, SandboxProcess } from './sandbox.ts';

/** With everything in it that an encoding could trip over, or leave behind in a file. */
export const marta = { user: 'marta@taller.example', password: 'Contraseña+de 100%&más/="ñ"?' };
export const joan = { user: 'joan', password: 'otra-clau-secreta' };

export const mobileOf = (serial: number): string => String(34_600_000_000 + serial);

export const people = (count: number): Fields[] =>
  Array.from({ length: count }, (_, index) => ({
    mobile: mobileOf(index + 1),
    name: `Persona ${index + 1}`,
    city: ['Valencia', 'Alzira', 'Gandía'][index % 3] ?? '',
    notes: '',
  }));

export const groupColumns = ['mobile', 'name', 'city', 'notes'] as const;

/** An account with one group of so many contacts; answers the group's id. */
export async function seed(
  sandbox: SandboxProcess,
  { user, password }: { user: string; password: string },
  count: number,
): Promise<number> {
  await sandbox.addAccount(user, password);
  return sandbox.addGroup(user, { columns: groupColumns, contacts: people(count) });
}
