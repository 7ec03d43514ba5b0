/** What is typed between saving and the answer is not lost: it stays where it was typed, unsaved. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope, ref, type EffectScope } from 'vue';
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { Result } from '#shared/ipc/errors.ts';
import { writeReply } from '#shared/ipc/replyText.ts';
import {
  useCellEdit,
  type CellEdit,
  type Onward,
} from '../../../renderer/composables/useCellEdit.ts';
import { useContactForm, type ContactForm } from '../../../renderer/composables/useContactForm.ts';
import { useNewContact } from '../../../renderer/composables/useNewContact.ts';

const done: Result<unknown> = { ok: true, value: null };
const anId = 'a' as ContactId;

let scope: EffectScope | null = null;
afterEach(() => {
  scope?.stop();
  vi.unstubAllGlobals();
});
function inScope<T>(make: () => T): T {
  scope = effectScope();
  return scope.run(make) as T;
}

describe('the open contact', () => {
  let stored: Record<string, string> = {};
  const contactId = ref<ContactId>(anId);
  const revision = ref(0);

  async function opened(fields: ContactFields): Promise<ContactForm> {
    stored = { ...fields };
    contactId.value = anId;
    vi.stubGlobal('window', {
      libreta: {
        contacts: {
          get: ({ contactId: id }: { contactId: ContactId }) =>
            Promise.resolve(writeReply({ ok: true, value: { id, fields: { ...stored } } })),
        },
      },
    });
    const form = inScope(() => useContactForm(contactId, revision));
    await vi.waitUntil(() => form.detail.value !== null);
    return form;
  }

  /** Stores what it is given; in between, what is typed before the answer. */
  const sending =
    (meanwhile: () => void) =>
    async (changes: ContactFields): Promise<Result<unknown>> => {
      const trimmed = Object.entries(changes).map(([column, value]) => [column, value.trim()]);
      Object.assign(stored, Object.fromEntries(trimmed));
      meanwhile();
      /* The change is told before the answer comes. */
      revision.value += 1;
      await Promise.resolve();
      return done;
    };

  it('keeps what was typed meanwhile in the same field and in another', async () => {
    const form = await opened({ city: 'Alzira', name: 'Ana' });
    form.type('city', 'Oliva');
    const isAll = await form.save(
      sending(() => {
        form.type('city', 'Oliva Nova');
        form.type('name', '');
      }),
    );
    expect(isAll).toBe(false);
    expect(stored).toEqual({ city: 'Oliva', name: 'Ana' });
    expect(form.changes.value).toEqual({ city: 'Oliva Nova', name: '' });
    expect(form.overtaken.value).toBe(false);
    expect(await form.save(sending(() => undefined))).toBe(true);
    expect(stored).toEqual({ city: 'Oliva Nova', name: '' });
    expect(form.draft.value).toEqual({});
  });

  it('keeps also the old value, where it was typed again meanwhile', async () => {
    const form = await opened({ city: 'Alzira' });
    form.type('city', 'Oliva');
    await form.save(sending(() => form.type('city', 'Alzira')));
    expect(form.valueOf('city')).toBe('Alzira');
    expect(form.changes.value).toEqual({ city: 'Alzira' });
  });

  it('is clean after a value with spaces around it, and says when others changed what is typed', async () => {
    const form = await opened({ city: 'Alzira' });
    form.type('city', ' Oliva ');
    expect(await form.save(sending(() => undefined))).toBe(true);
    expect(form.valueOf('city')).toBe('Oliva');
    form.type('city', 'Pego');
    stored['city'] = 'Denia';
    revision.value += 1;
    await vi.waitUntil(() => form.overtaken.value);
    expect(form.valueOf('city')).toBe('Pego');
  });

  it('leaves alone what is typed over another contact that was opened meanwhile', async () => {
    const form = await opened({ city: 'Alzira' });
    form.type('city', 'Oliva');
    await form.save(async () => {
      contactId.value = 'b' as ContactId;
      await vi.waitUntil(() => form.detail.value?.id === 'b');
      form.type('city', 'Oliva');
      return done;
    });
    // What is typed there is the same by chance, and is not saved.
    expect(form.valueOf('city')).toBe('Oliva');
  });

  it('keeps all of it when it could not be saved', async () => {
    const form = await opened({ city: 'Alzira' });
    form.type('city', 'Oliva');
    await form.save(() => Promise.resolve({ ok: false, error: { code: 'internal' } }));
    expect(form.changes.value).toEqual({ city: 'Oliva' });
  });
});

describe('a new contact', () => {
  it('is added as it was, and what was typed meanwhile stays', async () => {
    const form = useNewContact(() => 'mobile');
    form.type('mobile', '34600000001');
    form.type('name', 'Ana');
    let added: ContactFields = {};
    const isAll = await form.save((fields) => {
      added = fields;
      form.type('name', 'Ana María');
      form.type('city', 'Pego');
      return Promise.resolve(done);
    });
    expect(isAll).toBe(false);
    expect(added).toEqual({ mobile: '34600000001', name: 'Ana' });
    expect(form.typed.value).toEqual({ name: 'Ana María', city: 'Pego' });
    expect(form.dirty()).toBe(true);
  });

  it('leaves an empty form', async () => {
    const form = useNewContact(() => 'mobile');
    form.type('mobile', '34600000001');
    expect(await form.save(() => Promise.resolve(done))).toBe(true);
    expect(form.typed.value).toEqual({});
  });
});

describe('a cell', () => {
  it('stays open with what was typed meanwhile, and saves that as well', async () => {
    const saved: ContactFields[] = [];
    const went: Onward[] = [];
    const shown: string[] = [];
    let meanwhile = ' Nova';
    const edit: CellEdit = useCellEdit(
      (_, changes) => {
        saved.push(changes);
        edit.text.value += meanwhile;
        return Promise.resolve(done);
      },
      // Told before the cell closes.
      (index, { fields }) => shown.push(`${index} ${fields['city']} ${edit.cell.value !== null}`),
      (onward) => {
        went.push(onward);
        return Promise.resolve();
      },
    );
    const row = {
      id: anId,
      groupId: 'g' as GroupId,
      fields: { city: 'Alzira' },
      changed: [],
      sync: 'saved' as const,
    };
    edit.begin({ row, index: 0, at: 2, field: 'city', isTyped: true }, 'Oliva');
    expect(await edit.commit('next')).toBe(false);
    expect(edit.cell.value).not.toBeNull();
    expect(edit.text.value).toBe('Oliva Nova');
    expect(went).toEqual([]);
    meanwhile = '';
    expect(await edit.commit('next')).toBe(true);
    expect(saved).toEqual([{ city: 'Oliva' }, { city: 'Oliva Nova' }]);
    expect(shown).toEqual(['0 Oliva true', '0 Oliva Nova true']);
    expect(edit.cell.value).toBeNull();
    expect(went).toEqual(['next']);
  });
});
