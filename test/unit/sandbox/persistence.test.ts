import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { createState } from '../../../electron/sandbox/state.ts';
import { password, request, startRig, user } from './caller.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

function seeded() {
  const state = createState();
  state.addAccount(user, password);
  const group = state.addGroup(user, { country: 'ESP' });
  return { state, group };
}

describe('a sandbox with a file', () => {
  it('has kept a change when it answers it', async () => {
    const file = join(await folder(), 'practice.json');
    const { state, group } = seeded();
    const sandbox = await startSandbox({ state, file });
    onTestFinished(() => sandbox.stop());
    const contact = 'mobile:1,name:Íñigo 🌻';
    const add = { class: 'group', method: 'addcontact', user, password, contact };
    await request(sandbox.origin, 'post', { ...add, idgroup: String(group) });
    // Read as a program would that starts after this one was killed.
    const again = await startSandbox({ file });
    onTestFinished(() => again.stop());
    expect(again.state.data()).toEqual(state.data());
    expect(again.state.contactsOf(group)[0]?.fields).toEqual({ mobile: '1', name: 'Íñigo 🌻' });
  });

  it('prefers the file to the initial state, and goes on with its ids', async () => {
    const file = join(await folder(), 'practice.json');
    const first = await startSandbox({ ...seeded(), file });
    const used = first.state.addGroup(user);
    await first.stop();
    const other = createState();
    other.addAccount('someone', 'else');
    const second = await startSandbox({ state: other, file });
    expect(second.state.account('someone')).toBeNull();
    expect(second.state.addGroup(user)).toBe(used + 1);
    await second.stop();
    expect(await readFile(file, 'utf8')).toContain(`"id":${used + 1}`);
  });

  it('keeps many changes at once, and leaves nothing beside the file', async () => {
    const path = await folder();
    const file = join(path, 'practice.json');
    const { state, group } = seeded();
    const sandbox = await startSandbox({ state, file });
    const adds = Array.from({ length: 200 }, (_, row) => {
      const add = {
        class: 'group',
        method: 'addcontact',
        user,
        password,
        contact: `mobile:${row}`,
      };
      return request(sandbox.origin, 'post', { ...add, idgroup: String(group) });
    });
    await Promise.all(adds);
    await sandbox.saved();
    await sandbox.stop();
    expect(await readdir(path)).toEqual(['practice.json']);
    const again = await startSandbox({ file });
    expect(again.state.contactsOf(group)).toHaveLength(200);
    await again.stop();
  });

  it.each(['', '{"version":1,"gro', '{"version":2}', '[]'])(
    'sets aside a file that it cannot read: %j',
    async (text) => {
      const path = await folder();
      const file = join(path, 'practice.json');
      await writeFile(file, text);
      const { state, group } = seeded();
      const sandbox = await startSandbox({ state, file });
      await sandbox.stop();
      expect(sandbox.state.group(group)).not.toBeNull();
      expect(await readFile(`${file}.unreadable`, 'utf8')).toBe(text);
    },
  );

  it('answers 500 when it cannot keep a change, and keeps it once it can', async () => {
    const path = await folder();
    const file = join(path, 'practice.json');
    const { sandbox, group, send } = await startRig({ file });
    await sandbox.saved();
    await rm(path, { recursive: true });
    expect((await send('addcontact', { contact: 'mobile:1' })).status).toBe(500);
    expect((await send('getcontacts')).status).toBe(200);
    const { mkdir } = await import('node:fs/promises');
    await mkdir(path);
    await sandbox.saved();
    const again = await startSandbox({ file });
    expect(again.state.contactsOf(group)).toHaveLength(1);
    await again.stop();
  });
});
