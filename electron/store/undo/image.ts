/** Rows as a step of undo remembers them: JSON of what matters, without what names the row. */
import type { GroupLook } from '#shared/domain/groupLook.ts';
import type { Phase } from '../entry.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';

/**
 * `value`: what a contact held in a column or group that is taken away there, kept for when it has to be written anew.
 * `apart`: two contacts that are not the same one, whatever they look like.
 */
export type ImageKind = 'group' | 'look' | 'column' | 'contact' | 'entry' | 'value' | 'apart';

export interface Image {
  readonly kind: ImageKind;
  /** The row's id, or of its group; for a column its name; of two contacts told apart both ids, a space between. */
  readonly key: string;
  /** Empty for what is of no group. */
  readonly groupId: GroupId;
  /** Null for what is about the group itself. */
  readonly contactId: ContactId | null;
  /** Null where there was no such row. */
  readonly before: string | null;
  readonly after: string | null;
}

/** An image seen in the direction in which it is taken: what should stand there now, and what shall stand there. */
export interface Move extends Pick<Image, 'kind' | 'key' | 'groupId' | 'contactId'> {
  readonly from: string | null;
  readonly to: string | null;
}

export interface ContactImage {
  readonly server_id: string | null;
  readonly base: string | null;
  readonly fields: string;
  readonly tombstone: 0 | 1;
}

/** Every column of a group but its id: its label here among them. */
export type GroupImage = Readonly<Record<string, string | number | null>>;

export interface ColumnImage {
  readonly position: number;
  readonly state: 'saved' | 'adding' | 'deleting';
}

export interface EntryImage {
  readonly seq: number;
  /** JSON. */
  readonly intent: string;
  readonly phase: Phase;
  /** JSON. */
  readonly question: string | null;
  readonly step: number;
  readonly attempts: number;
  readonly next_try_at: number;
  /** JSON. */
  readonly failure: string | null;
  readonly created_at: number;
}

/** What a contact held, as JSON of its fields. */
export interface ValueImage {
  readonly fields: string;
}

/** What was compared of each when they were told apart. */
export interface ApartImage {
  readonly print_one: string;
  readonly print_other: string;
}

interface ImageOf {
  readonly group: GroupImage;
  readonly look: GroupLook;
  readonly column: ColumnImage;
  readonly contact: ContactImage;
  readonly entry: EntryImage;
  readonly value: ValueImage;
  readonly apart: ApartImage;
}

/** Reads an image of a known kind. */
export function imageOf<Kind extends ImageKind>(
  _kind: Kind,
  text: string | null,
): ImageOf[Kind] | null {
  return text === null ? null : (JSON.parse(text) as ImageOf[Kind]);
}
