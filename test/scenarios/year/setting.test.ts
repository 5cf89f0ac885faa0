import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../../src/domain/policy.ts';
import { readRegion } from '../../../src/files/read-region.ts';
import { kindsOf } from '../../../src/scenarios/year/kinds.ts';
import { simulateRun } from '../../../src/scenarios/year/run.ts';
import { yearSetting } from '../../../src/scenarios/year/setting.ts';

const data = join(import.meta.dirname, '..', '..', '..', 'data');
const settingOf = (name: string) =>
  yearSetting.parse(JSON.parse(readFileSync(join(data, 'scenarios', `${name}.json`), 'utf8')));

test('the months by default are the sums of the source over its years', () => {
  const text = readFileSync(
    join(data, 'sources', 'sweden-asylum-applications-monthly-2002-2006.csv'),
    'utf8',
  );
  const rows: readonly Record<string, string>[] = parse(text, { columns: true });
  const sums = rows.map(({ month, ...years }) =>
    Object.values(years).reduce((sum, applications) => sum + Number(applications), 0),
  );
  expect(yearSetting.parse({}).months).toEqual(sums);
});

test('a setting with an unknown key, or in which more leave than there are, is refused', () => {
  expect(yearSetting.safeParse({ arrivals: 3 }).success).toBe(false);
  expect(yearSetting.safeParse({ leaving: { left: 93, of: 93 } }).success).toBe(false);
});

describe('farsta-2004', async () => {
  const reading = await readRegion(join(data, 'farsta-2004'));
  if (reading.status === 'refused') throw new Error('the example region does not read');
  const { region } = reading;
  const policy = region.policy ?? defaultPolicy;

  test('the order of rows in the files changes nothing', async () => {
    const turned = {
      ...region,
      participants: region.participants.toReversed(),
      teams: region.teams.toReversed(),
      sfi_groups: region.sfi_groups.toReversed(),
    };
    expect(kindsOf(turned, policy)).toEqual(kindsOf(region, policy));
  });

  test('in the tight year holding seats back wins over taking people as they come; in the slack one little is to be won', async () => {
    const kinds = kindsOf(region, policy);
    const shares = async (name: string) => {
      const setting = { ...settingOf(name), weeks: 16 };
      const { limit, policies } = await simulateRun(kinds, setting, region.period.from, 0, 0);
      return { greedy: policies.greedy.points / limit, priced: policies.priced.points / limit };
    };
    const tight = await shares('year-tight');
    expect(tight.greedy).toBeLessThan(tight.priced - 0.02);
    const slack = await shares('year-slack');
    expect(slack.greedy).toBeGreaterThan(0.97);
  });
});
