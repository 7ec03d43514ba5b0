import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { request } from './caller.ts';

interface Announcement {
  readonly origin: string;
  readonly control: string | null;
  readonly user: string;
  readonly password: string;
}

async function serve(...options: string[]) {
  const script = new URL('../../../electron/sandbox/serve.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const announced = JSON.parse(line) as Announcement;
  const end = async () => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    return exit;
  };
  return { announced, end };
}

it('serves the practice account, and ends on SIGTERM', async () => {
  const { announced, end } = await serve();
  const { origin, control, user, password } = announced;
  expect({ control, user, password }).toEqual({ control: null, user: 'demo', password: 'demo' });
  const ask = { class: 'group', method: 'getcontacts', user, password, idgroup: '1001' };
  const reply = await request(origin, 'post', ask);
  expect(await reply.json()).toMatchObject({ result: { length: 5_000 } });
  expect(await end()).toEqual([0, null]);
});

it('takes its options, and flushes its file at the end', async () => {
  const path = await mkdtemp(join(tmpdir(), 'serve-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const file = join(path, 'state.json');
  const options = ['--empty', '--control', '--user', 'eva', '--password', 'x y', '--latency', '2'];
  const first = await serve(...options, '--file', file);
  const { origin, control, user, password } = first.announced;
  expect(control).toMatch(/^http:\/\/127\.0\.0\.1:/u);
  const create = {
    class: 'group',
    method: 'creategroup',
    user,
    password,
    name: 'G',
    type: 'mobile',
  };
  const reply = await request(origin, 'post', { ...create, fields: 'mobile' });
  const { result } = (await reply.json()) as { result: string };
  const seeded = await fetch(`${control}/__sandbox/addContacts`, {
    method: 'POST',
    body: JSON.stringify({ group: result, rows: [{ mobile: '1' }] }),
  });
  expect(seeded.status).toBe(200);
  expect(await first.end()).toEqual([0, null]);
  await access(file);

  const second = await serve(...options, '--file', file);
  const ask = { class: 'group', method: 'getcontacts', user, password, idgroup: result };
  const kept = await request(second.announced.origin, 'post', ask);
  expect(await kept.json()).toMatchObject({ result: [{ mobile: '1' }] });
});
