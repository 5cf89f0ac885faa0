/** The service as a process of its own on a folder of its own, and an officer who is signed in to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csrfToken, sessionCookie } from '../../src/api/auth/cookie.ts';
import { openStore } from '../../src/store/open-store.ts';
import { giveGrant } from '../../src/store/users/grants.ts';
import { startSession } from '../../src/store/users/sessions.ts';
import { addUser } from '../../src/store/users/users.ts';

export interface Answer {
  /** 0 where none came. */
  readonly status: number;
  readonly body: string;
}

export interface Client {
  /** Where it listens: `http://127.0.0.1:PORT/`. */
  readonly address: string;
  readonly ask: (method: 'GET' | 'POST', path: string, body?: Uint8Array | object) => Promise<Answer>;
  /** Of the service's process since its start, in MB; null where the system does not tell. */
  readonly peakMb: () => number | null;
  /** Ends the service and removes its folder. */
  readonly close: () => Promise<void>;
}

/** Starts the service; its own PostgreSQL with it. */
export async function startClient(): Promise<Client> {
  const parent = mkdtempSync(join(tmpdir(), 'resursutbyte-bench-'));
  // The database may run as another user, who must come into the folder.
  chmodSync(parent, 0o755);
  const dataDir = join(parent, 'data');
  const { HOST: _host, DATABASE_URL: _database, ...environment } = process.env;
  const service = spawn(process.execPath, ['src/start.mjs'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...environment, PORT: '0', DATA_DIR: dataDir },
  });
  const close = async () => {
    service.kill('SIGTERM');
    if (service.exitCode === null) await once(service, 'close');
    rmSync(parent, { recursive: true });
  };
  try {
    const address = await addressOf(service);
    const headers = await signIn(dataDir);
    const agent = new Agent({ keepAlive: true, maxSockets: 256 });
    return {
      address,
      ask: (method, path, body) => send(agent, new URL(path, address), method, headers, body),
      peakMb: () => peakOf(service.pid),
      close: async () => {
        agent.destroy();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Reads all that the service says for as long as it lives, or it would stand still. */
function addressOf(service: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [service.stdout, service.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        if (said.length > 100_000) return;
        said += text;
        const [, address] = /(?:Lyssnar på|Listening on) (\S+),/.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
    service.once('close', () => reject(new Error(`the service ended: ${said}`)));
  });
}

/** A new officer and planner of every region, and the headers of their session. */
async function signIn(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const store = await openStore({ dataDir, join: true });
  if (store.status === 'failed') throw new Error(store.detail.en);
  const now = new Date();
  const named = { login: 'bench', name: 'Bench', passwordHash: null, openId: null };
  const user = await addUser(store.db, named, null, now);
  if (user.status === 'exists') throw new Error('a fresh folder has such a user already');
  for (const role of ['officer', 'planner'] as const) await giveGrant(store.db, user.id, { role }, null, now);
  const { token } = await startSession(store.db, user.id, now);
  await store.close();
  return { cookie: `${sessionCookie(false)}=${token}`, 'x-csrf-token': csrfToken(token) };
}

function send(
  agent: Agent,
  url: URL,
  method: 'GET' | 'POST',
  session: Readonly<Record<string, string>>,
  body: Uint8Array | object | undefined,
): Promise<Answer> {
  const type = body instanceof Uint8Array ? 'application/zip' : 'application/json';
  const headers = body === undefined ? session : { ...session, 'content-type': type };
  return new Promise((resolve) => {
    const sent = request(url, { agent, method, headers }, (answer) => {
      const parts: string[] = [];
      answer.setEncoding('utf8').on('data', (part: string) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: parts.join('') }));
      answer.on('error', () => resolve(noAnswer));
    });
    sent.on('error', () => resolve(noAnswer));
    sent.end(body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body));
  });
}

const noAnswer: Answer = { status: 0, body: '' };

function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
