/** Where a contact stands between this machine and Afilnet. */
import { z } from 'zod';

export const contactSyncStates = ['saved', 'waiting', 'sending', 'needsYou'] as const;
export const contactSyncSchema = z.enum(contactSyncStates);
export type ContactSync = z.infer<typeof contactSyncSchema>;
