/** The service as a process of its own, started as `npm start` does, for tests that stop or kill it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
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

const running = new Set<() => Promise<void>>();
afterAll(async () => {
  await Promise.all([...running].map((kill) => kill()));
});
