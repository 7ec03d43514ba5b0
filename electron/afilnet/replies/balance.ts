/** `user.getbalance` stands for the login check: any success is a login, whatever form the balance has. */
import { z } from 'zod';
import { entryNamed, rowSchema, tellsFailure } from './values.ts';

export interface Balance {
  readonly balance: string | null;
}

const balanceNames = ['balance', 'credits', 'credit', 'saldo'];

export const balanceSchema: z.ZodType<Balance> = z
  .unknown()
  .refine((result) => !tellsFailure(result))
  .transform((result): Balance => {
    const only = Array.isArray(result) && result.length === 1 ? (result[0] as unknown) : result;
    const row = rowSchema.safeParse(only);
    const value = row.success ? entryNamed(row.data, balanceNames)?.value : only;
    return { balance: typeof value === 'string' && value.trim() !== '' ? value.trim() : null };
  });
