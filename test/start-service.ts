/** The service as a process of its own, started as `npm start` does, for tests that stop or kill it. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';

/** What it says is gathered, and can be waited for. Whatever still runs at the end of the test file is killed. */
export function startService(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['src/start.mjs'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...environment },
  });
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
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  running.add(kill);
  ended.then(() => running.delete(kill));
  return { child, ended, saying, said: () => said, kill };
}

/** The same on a free port, or on the one given, once it is ready. */
export async function startReadyService(environment: Readonly<Record<string, string>>, given?: number) {
  const port = given ?? (await freePort());
  const service = startService({ ...environment, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (service.child.exitCode !== null) throw new Error(service.said());
    await pause(50);
  }
  return { ...service, url, port };
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

const running = new Set<() => Promise<void>>();
afterAll(async () => {
  await Promise.all([...running].map((kill) => kill()));
});
