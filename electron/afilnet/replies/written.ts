/** Replies to what was written: at most an id comes back, often nothing (open points 1 and 3). */
import { z } from 'zod';
import type { ServerId } from '#shared/domain/ids.ts';
import { emptySchema, entryNamed, idOf, rowSchema, tellsFailure } from './values.ts';

export interface WrittenId {
  /** Null where the reply names none: read back to learn it. */
  readonly id: ServerId | null;
}

/** Methods that answer nothing of interest: any success is one, but one that names a failure. */
export const doneSchema = z
  .unknown()
  .refine((result) => !tellsFailure(result))
  .transform(() => null);

const nothing = emptySchema.transform((): WrittenId => ({ id: null }));
const flag = z.literal(true).transform((): WrittenId => ({ id: null }));

/** A bare text is an id only with a digit in it: `OK` is not one. */
const bareId = (text: string): ServerId | null => (/\d/u.test(text) ? idOf(text) : null);

const oneOf = <Of>(schema: z.ZodType<Of>): z.ZodType<Of> =>
  z.union([schema, z.tuple([schema]).transform(([only]) => only)]);

const groupIdNames = ['idgroup', 'id_group', 'groupid', 'id'];

/** `creategroup`: an object without a known id is not understood, so that its raw text shows the id to the user. */
export const createdGroupSchema: z.ZodType<WrittenId> = z.union([
  nothing,
  flag,
  oneOf(
    z.union([
      z.string().transform((text): WrittenId => ({ id: bareId(text) })),
      rowSchema.transform((row, context): WrittenId => {
        const id = idOf(entryNamed(row, groupIdNames)?.value);
        if (id === null) context.addIssue('no id of a group');
        return { id };
      }),
    ]),
  ),
]);

const contactIdNames = ['idcontact', 'id_contact', 'contactid', 'id'];

/** `addcontact`: a bare 1 is the count of what was added, not the id of a contact. */
export const addedContactSchema: z.ZodType<WrittenId> = z.union([
  nothing,
  flag,
  oneOf(
    z.union([
      z
        .string()
        .transform((text): WrittenId => ({ id: text.trim() === '1' ? null : bareId(text) })),
      rowSchema
        .refine((row) => !tellsFailure(row))
        .transform((row): WrittenId => ({ id: idOf(entryNamed(row, contactIdNames)?.value) })),
    ]),
  ),
]);
