/** How a group looks on this machine. Afilnet knows nothing of it. */
import { z } from 'zod';

export const groupColours = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const;
export const groupColourSchema = z.enum(groupColours);
export type GroupColour = z.infer<typeof groupColourSchema>;

/** `position`: its place among the groups once the user moved one; null where they go by their names. */
export const groupLookSchema = z.object({
  colour: groupColourSchema.nullable(),
  position: z.number().int().min(0).nullable(),
});
export type GroupLook = z.infer<typeof groupLookSchema>;
