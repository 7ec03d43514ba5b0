import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channels } from '#shared/ipc/channels.ts';
import { contract } from '#shared/ipc/contract.ts';
import { readReply, writeReply } from '#shared/ipc/replyText.ts';

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
