/** Which contact took the place of which in a step: moved to another group, moved back, or merged. */
import type { ContactId } from '#shared/domain/ids.ts';
import type { StoreContext } from '../context.ts';

export interface Succession {
  /** It goes where the step is done. */
  readonly original: ContactId;
  /** It has, from then on, what the original had. */
  readonly successor: ContactId;
}

export type SuccessionStore = ReturnType<typeof successionStore>;

export function successionStore({ db }: Pick<StoreContext, 'db'>) {
  const insert = db.prepare('INSERT OR IGNORE INTO undo_successions VALUES (?, ?, ?)');
  const ofContact = db.prepare<{ step: number; contact: ContactId }, Succession>(`
    SELECT original, successor FROM undo_successions WHERE original = @contact AND step_id = @step
    UNION SELECT original, successor FROM undo_successions WHERE successor = @contact AND step_id = @step`);
  const renameOriginal = db.prepare('UPDATE undo_successions SET original = ? WHERE original = ?');
  const renameSuccessor = db.prepare(
    'UPDATE undo_successions SET successor = ? WHERE successor = ?',
  );

  return {
    note: (step: number, { original, successor }: Succession) =>
      insert.run(step, original, successor),
    /** Those in which the contact is either of the two. */
    ofContact: (step: number, contact: ContactId): Succession[] => ofContact.all({ step, contact }),
    /** A contact had to be made anew under another local id. */
    rename(old: ContactId, id: ContactId): void {
      renameOriginal.run(id, old);
      renameSuccessor.run(id, old);
    },
  };
}
