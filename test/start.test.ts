import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts the service as npm does; what it says is gathered, and awaited word by word. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['src/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  children.push(child);
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const saying = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(said);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      ended.then(() => reject(new Error(`ended without saying ${pattern}: ${said}`)));
    });
  return { child, ended, saying, said: () => said };
}

test('shows the example, serves, says that its port is taken, and stops when asked', async () => {
  const service = start({ PORT: '0' });
  const [, address, port] = await service.saying(/(http:\/\/127\.0\.0\.1:(\d+)),/);
  expect(service.said()).toMatch(/Placerade: \d+/);
  expect((await fetch(`${address}/health`)).status).toBe(200);
  const second = start({ PORT: port ?? '' });
  expect(await second.ended).toBe(2);
  expect(second.said()).toContain(`127.0.0.1:${port} används redan`);
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
});

test.each(['http', '70000', '-1'])('PORT=%s is refused', async (port) => {
  const service = start({ PORT: port });
  expect(await service.ended).toBe(2);
  expect(service.said()).toContain('PORT ska vara ett tal');
});
