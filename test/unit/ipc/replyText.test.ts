import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channels, isListChannel } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { readReply, writeList, writeReply } from '#shared/ipc/replyText.ts';

const answering = channels.filter(
  (channel) => !(contract[channel].reply instanceof z.ZodUndefined),
);

describe('a reply as text', () => {
  // It throws for what JSON does not know: a date, a map, a set, a bigint. The ids' transforms only brand.
  it.each(answering)('%s answers with nothing that JSON cannot hold', (channel) => {
    expect(() => z.toJSONSchema(contract[channel].reply, { io: 'input' })).not.toThrow();
  });

  it('would be told of a date and a map', () => {
    for (const odd of [z.date(), z.map(z.string(), z.string()), z.bigint()])
      expect(() => z.toJSONSchema(z.object({ odd }))).toThrow();
  });

  it('reads as it was written', () => {
    const fields = { name: 'Ñandú "el" 🐦\u2028\\', odd: '\ud800', ['__proto__']: 'x', empty: '' };
    for (const reply of [
      { ok: true, value: { total: 2, rows: [{ fields, changed: ['name'] }, null] } },
      { ok: false, error: { code: 'internal', raw: '<p>' } },
    ])
      expect(readReply(writeReply(reply))).toEqual(reply);
  });

  it('answers nothing by a value that is not there', () => {
    const read = readReply(writeReply({ ok: true, value: undefined }));
    expect(read).toEqual({ ok: true });
    expect(read.value).toBeUndefined();
  });
});

describe('a list as text', () => {
  const rows = ['Ñandú\n"el"', '\u2028\r\n', '', '\ud800'].map((name) => ({ fields: { name } }));

  it('has the same rows when it is read, each the same object whenever it is asked for', () => {
    const read = readReply(writeList({ ok: true, value: { total: 9, rows } }));
    if (!read.ok) throw new Error('It was one.');
    expect(read.value.total).toBe(9);
    expect(read.value.rows.length).toBe(4);
    expect(read.value.rows.at(3)).toEqual(rows[3]);
    expect(rows.map((_, at) => read.value.rows.at(at))).toEqual(rows);
    expect(read.value.rows.at(1)).toBe(read.value.rows.at(1));
    expect(read.value.rows.at(4)).toBeUndefined();
    expect(read.value.rows.at(-1)).toBeUndefined();
  });

  it('may be empty', () => {
    const read = readReply(writeList({ ok: true, value: { total: 0, rows: [] } }));
    expect(read).toMatchObject({ ok: true, value: { total: 0, rows: { length: 0 } } });
  });

  it('may be refused', () => {
    const refused = { ok: false, error: { code: 'internal', raw: 'a\nb' } } as const;
    expect(readReply(writeList(refused))).toEqual(refused);
  });

  it('is what the reply of such a channel is', () => {
    for (const channel of channels.filter(isListChannel))
      expect(contract[channel].reply.shape.rows).toBeInstanceOf(z.ZodArray);
  });
});
