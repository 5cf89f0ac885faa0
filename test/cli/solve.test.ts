import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readMps } from '../../solver/mps.ts';
import type { Problem } from '../../solver/problem.ts';
import { readProblem } from '../../solver/problem-json.ts';
import { readSolution } from '../../solver/solution-json.ts';
import { teamProblem } from '../solver/engines/priced/random-team-problem.ts';
import { hardToMeet, oneSeat, openGap, tooFewSeats, writeProblemFile } from './problems.ts';
import { runCli, scratchFolder } from './run-cli.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

function problemFile(name: string, problem: Problem): string {
  return writeProblemFile(scratch.path(name), problem);
}

function solutionIn(text: string) {
  const reading = readSolution(JSON.parse(text));
  if (reading.status === 'refused') throw reading.error;
  return reading.solution;
}

describe('solve, verify and problem', () => {
  test('solve writes the same answer to stdout and file, and verify agrees', async () => {
    const problem = problemFile('one-seat.json.gz', oneSeat());
    const out = scratch.path('solution.json');
    const run = await runCli(['solve', problem, '--out', out, '--json']);
    expect(run.code, run.stderr).toBe(0);
    expect(solutionIn(run.stdout)).toMatchObject({ status: 'optimal', objective: 5, bound: 5 });
    expect(run.stdout).toBe(readFileSync(out, 'utf8'));
    expect(run.stderr).not.toContain('\r');
    expect(await runCli(['verify', problem, out])).toMatchObject({ code: 0 });
  });

  test('without --json a sentence, in the language asked for', async () => {
    const problem = problemFile('one-seat.json', oneSeat());
    expect((await runCli(['solve', problem])).stdout).toContain('1 av 2 placerade, 5 poäng');
    expect((await runCli(['solve', problem, '--lang', 'en'])).stdout).toContain('1 of 2 placed, 5 points');
  });

  test('a work limit ends it at the same place every time, and the answer says so', async () => {
    const problem = problemFile('many-people.json', teamProblem(4, 400));
    const limited = ['solve', problem, '--engine', 'priced', '--work-limit', '8', '--json'];
    const [once, again] = [await runCli(limited), await runCli(limited)];
    expect(solutionIn(once.stdout)).toMatchObject({ status: 'feasible', stopped: 'work' });
    expect(again.stdout).toBe(once.stdout);
  });

  test('verify ends with 4 where a claim does not recompute', async () => {
    const problem = problemFile('one-seat.json', oneSeat());
    const { stdout } = await runCli(['solve', problem, '--json']);
    const out = scratch.path('lie.json');
    writeFileSync(out, JSON.stringify({ ...JSON.parse(stdout), objective: 6 }));
    const run = await runCli(['verify', problem, out, '--json', '--lang', 'en']);
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ verified: false });
    expect(run.stderr).toContain('objective is claimed to be 6 but recomputes to 5');
  });

  test('demands that clash end with 3 and are named', async () => {
    const run = await runCli(['solve', problemFile('clash.json', tooFewSeats()), '--json']);
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'conflict' });
    expect(run.stderr).toContain('seat');
  });

  test('nothing found within the limit ends with 5, and no file is left', async () => {
    const out = scratch.path('none.json');
    const run = await runCli([
      'solve',
      problemFile('hard.json', hardToMeet()),
      '--time-limit',
      '0.3',
      '--out',
      out,
    ]);
    expect(run.code, run.stderr).toBe(5);
    expect(run.stdout).toBe('');
    expect(() => readFileSync(out)).toThrow();
  });

  test('Ctrl-C ends with 130 and the best so far in the file, whole', async () => {
    const problem = problemFile('open.json', openGap());
    const out = scratch.path('best.json.gz');
    const run = await runCli(['solve', problem, '--out', out], (send) => setTimeout(send, 2500));
    expect(run.code, run.stderr).toBe(130);
    expect(solutionIn(gunzipSync(readFileSync(out)).toString())).toMatchObject({
      status: 'feasible',
      stopped: 'signal',
    });
    expect(await runCli(['verify', problem, out])).toMatchObject({ code: 0 });
    expect(readdirSync(scratch.path('.')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('problem writes problem@1 and MPS that read back to the same', async () => {
    const problem = problemFile('one-seat.json', oneSeat());
    const [out, mps] = [scratch.path('again.json.gz'), scratch.path('again.mps')];
    expect(await runCli(['problem', problem, '--out', out, '--mps', mps])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readProblem(JSON.parse(gunzipSync(readFileSync(out)).toString()))).toEqual({
      status: 'read',
      problem: oneSeat(),
    });
    expect(readMps(readFileSync(mps, 'utf8'))).toMatchObject({
      status: 'read',
      problem: { participants: ['ann', 'bo'] },
    });
  });
});
