import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { lotteryAnswer } from '../../src/followup/lottery/lottery-format.ts';
import { reportSchema } from '../../src/followup/report/report-format.ts';
import { recordingTerminal } from './recording-terminal.ts';
import { scratchFolder } from './run-cli.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

async function told(args: readonly string[], lang: 'sv' | 'en' = 'sv') {
  const { terminal, written } = recordingTerminal({ lang, watched: false });
  return { code: await run(['followup', 'report', ...args], terminal), ...written() };
}

describe('followup report', () => {
  test('--json prints report@1 with the indicators', async () => {
    const { code, result } = await told(['data/farsta-2004', '--json']);
    expect(code).toBe(0);
    const report = reportSchema.parse(JSON.parse(result));
    const ids = report.indicators.map(({ id }) => id);
    for (const id of ['enrolled', 'completed', 'left-early', 'in-work', 'in-education', 'self-support'])
      expect(ids).toContain(id);
    for (const { value, interval, kind } of report.indicators) {
      if (kind !== 'share' || value === null || interval === null) continue;
      expect(interval[0]).toBeLessThanOrEqual(value);
      expect(interval[1]).toBeGreaterThanOrEqual(value);
    }
  });

  test('tells people the same in Swedish and English, assumptions first', async () => {
    const sv = await told(['data/farsta-2004']);
    expect(sv.result).toContain('40 av 93 (43 %): mellan 33 och 53 %');
    expect(sv.result).toMatch(/Antaget: 18 av de 93/);
    const en = await told(['data/farsta-2004'], 'en');
    expect(en.result).toContain('40 of 93 (43 %): between 33 and 53 %');
    expect(en.result.split('\n')).toHaveLength(sv.result.split('\n').length);
  });

  test('--csv has a row for each figure, and as many cells in each', async () => {
    const { result } = await told(['data/farsta-2004', '--csv']);
    const [header, ...rows] = result.trimEnd().split('\n');
    expect(header).toBe(
      'indicator,version,name,by,group,status,value,numerator,denominator,unknown,low,high',
    );
    expect(rows.find((row) => row.startsWith('self-support,'))).toMatch(
      /,all,all,shown,0\.43\d*,40,93,40,0\.33\d*,0\.53\d*$/,
    );
  });

  test('--as-of makes the report of an earlier day, --out writes it', async () => {
    const out = scratch.path('report.json');
    const { code, result } = await told([
      'data/farsta-2004',
      '--as-of',
      '2004-06-30',
      '--json',
      '--out',
      out,
    ]);
    expect([code, result]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(out, 'utf8')).asOf).toBe('2004-06-30');
  });

  test('outcomes may lie in a folder of their own', async () => {
    const folder = scratch.path('apart');
    mkdirSync(folder);
    writeFileSync(
      `${folder}/outcomes.csv`,
      'participant,event,recorded_by,recorded_on\np01,enrolled,officer,2004-09-01\n',
    );
    const { code, result } = await told(['data/farsta-2004', '--followup', folder, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(result)).toMatchObject({ asOf: '2004-09-01', assumptions: [] });
  });

  test.each([
    ['a region without outcomes', ['data/farsta-skarholmen'], /outcomes\.csv.*saknas/],
    ['a day that is none', ['data/farsta-2004', '--as-of', 'igår'], /--as-of ska vara ett datum/],
    ['two forms at once', ['data/farsta-2004', '--json', '--csv'], /antingen --json eller --csv/],
    ['an unknown option', ['data/farsta-2004', '--fast'], /--fast finns inte/],
  ])('%s ends with 2 and nothing on stdout', async (_what, args, message) => {
    const { code, result, note } = await told(args);
    expect(code).toBe(2);
    expect(result).toBe('');
    expect(note).toMatch(message);
  });

  test('a period or partner of a commitment that is not in followup.json is named with its row', async () => {
    const folder = scratch.path('strangers');
    mkdirSync(folder);
    writeFileSync(
      `${folder}/outcomes.csv`,
      'participant,event,recorded_by,recorded_on\np01,enrolled,x,2004-09-01\n',
    );
    writeFileSync(`${folder}/commitments.csv`, 'partner,period,kind,promised\nnobody,never,seats,3\n');
    const { code, note } = await told(['data/farsta-2004', '--followup', folder]);
    expect(code).toBe(2);
    expect(note).toMatch(/commitments\.csv, rad 2, kolumn period.*never/);
  });

  test('help is in Swedish throughout', async () => {
    const { terminal, written } = recordingTerminal({ lang: 'sv', watched: false });
    expect(await run(['followup', 'report', '--help'], terminal)).toBe(0);
    expect(written().result).toMatch(/^Användning: [\s\S]*\nVal:\n/);
    expect(written().result).not.toMatch(/Options:|Arguments:|default|display/);
  });
});

describe('followup lottery', () => {
  const proposal = scratch.path('proposal.json');
  const ask = async (args: readonly string[], lang: 'sv' | 'en' = 'en') => {
    const { terminal, written } = recordingTerminal({ lang, watched: false });
    return { code: await run(['followup', 'lottery', ...args], terminal), ...written() };
  };
  const approvedRegion = (): string => {
    const folder = scratch.path('approved');
    cpSync('data/farsta-2004', folder, { recursive: true });
    const settings = JSON.parse(readFileSync(`${folder}/followup.json`, 'utf8'));
    const ethical_approval = { authority: 'A made-up authority', reference: '1', decided_on: '2005-01-10' };
    writeFileSync(`${folder}/followup.json`, JSON.stringify({ ...settings, ethical_approval }));
    return folder;
  };

  test('is research: without an approval on record nothing is drawn, with one it is', async () => {
    const { terminal } = recordingTerminal({ lang: 'en', watched: false });
    await run(['match', 'data/farsta-2004', '--out', proposal], terminal);
    const { code, result } = await ask(['data/farsta-2004', proposal, '--json']);
    expect(code).toBe(0);
    expect(lotteryAnswer.parse(JSON.parse(result))).toMatchObject({ status: 'not_approved', draws: 0 });
    const approved = await ask([approvedRegion(), proposal, '--draws', '2', '--json']);
    expect(lotteryAnswer.parse(JSON.parse(approved.result))).toMatchObject({
      status: 'not_enough',
      draws: 2,
      shares: null,
      arms: [{ key: 'placed' }, { key: 'unplaced' }],
    });
  });

  test.each([
    [['--arms', 'placed'], '--arms must be two names'],
    [['--arms', 'placed,nowhere'], 'no places called nowhere'],
    [['--outcome', 'happiness'], 'No indicator that is a share is called happiness'],
    [['--draws', '1'], '--draws must be a whole number from 2'],
  ])('%j is refused: %s', async (args, why) => {
    const { code, note } = await ask(['data/farsta-2004', proposal, ...args]);
    expect(code).not.toBe(0);
    expect(note).toContain(why);
  });

  test('a proposal of another policy is refused', async () => {
    const folder = scratch.path('other');
    cpSync('data/farsta-2004', folder, { recursive: true });
    const row = readFileSync(`${folder}/teams.csv`, 'utf8').replace('Solen,5', 'Solen,4');
    writeFileSync(`${folder}/teams.csv`, row);
    const { code, note } = await ask([folder, proposal]);
    expect(code).not.toBe(0);
    expect(note).toContain('made from another region');
  });
});
