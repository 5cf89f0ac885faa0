/** Follow-up through the service: the example's files give the published figures, and everybody sees and adds only what is theirs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Report, reportSchema } from '../../src/followup/report/report-format.ts';
import { addProposal, addRegion, twoDistricts } from '../store/proposals/standing-region.ts';
import { exampleRegion } from './regions/region-client.ts';
import { openTestService, type SignedIn } from './test-service.ts';

const example = await exampleRegion();
const lines: string[] = [];
const service = await openTestService({ log: (line) => lines.push(line) });
const { app, store } = service;
await addRegion(store, 'farsta', example);
const officer = await service.signIn({ role: 'officer', region: 'farsta' });
const planner = await service.signIn({ role: 'planner', region: 'farsta' });
const evaluator = await service.signIn({ role: 'evaluator', region: 'farsta' });
const partner = await service.signIn({ role: 'partner', region: 'farsta', partner: 'farsta-district' });
const stranger = await service.signIn({ role: 'planner', region: (await addSmall('other')).region });

function addSmall(region: string) {
  return addRegion(store, region, twoDistricts(6));
}

async function ask(who: SignedIn, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) {
  const answer = await app.inject({
    method,
    url: `/v1/regions/${url}`,
    headers: { ...who.headers, 'accept-language': 'en', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, text: answer.body };
}

async function reportOf(who: SignedIn, query = '', region = 'farsta'): Promise<Report> {
  const { status, text } = await ask(who, 'GET', `${region}/followup/report${query}`);
  expect(status, text).toBe(200);
  return reportSchema.parse(JSON.parse(text));
}

function counts(report: Report, id: string) {
  const { numerator, denominator } = report.indicators.find((one) => one.id === id) ?? {};
  return [numerator, denominator];
}

async function send(who: SignedIn, files: Readonly<Record<string, string>>, region = 'farsta', query = '') {
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  const answer = await app.inject({
    method: 'POST',
    url: `/v1/regions/${region}/followup/imports${query}`,
    headers: { ...who.headers, 'content-type': 'application/zip' },
    payload: Buffer.from(zipSync(packed)),
  });
  return { status: answer.statusCode, body: answer.json() };
}

const folder = join(import.meta.dirname, '..', '..', 'data', 'farsta-2004');
const exampleFile = (name: string) => readFile(join(folder, name), 'utf8');
const files = {
  'outcomes.csv': await exampleFile('outcomes.csv'),
  'commitments.csv': await exampleFile('commitments.csv'),
  'followup.json': await exampleFile('followup.json'),
};
const outcomes = (participant: string, region = 'farsta') => `${region}/participants/${participant}/outcomes`;
const shown = z.array(
  z.looseObject({
    event: z.string(),
    holds: z.boolean(),
    from: z.string(),
    user: z.string().nullable(),
    happened: z.boolean().optional(),
  }),
);
async function listOf(who: SignedIn, participant: string, region = 'farsta') {
  return shown.parse(JSON.parse((await ask(who, 'GET', outcomes(participant, region))).text));
}

test('the files of the example, sent twice, give the published figures once', async () => {
  expect((await send(planner, files)).status).toBe(403);
  const rows = files['outcomes.csv'].trim().split('\n').length - 1;
  expect(await send(officer, files, 'farsta', '?preview=true')).toMatchObject({
    status: 200,
    body: { outcomes: { added: rows, known: 0 }, agreements: 27 },
  });
  expect(counts(await reportOf(evaluator), 'enrolled')[0]).toBe(0);
  expect(await send(officer, files)).toMatchObject({
    status: 200,
    body: { outcomes: { added: rows, known: 0 }, agreements: 27 },
  });
  expect(await send(officer, files)).toMatchObject({
    body: { outcomes: { added: 0, known: rows }, agreements: 0 },
  });
  const report = await reportOf(evaluator);
  expect(report.asOf).toBe('2026-03-02');
  expect(counts(report, 'completed')).toEqual([53, 93]);
  expect(counts(report, 'left-early')).toEqual([22, 93]);
  expect(counts(report, 'in-work')).toEqual([27, 93]);
  expect(counts(report, 'in-education')).toEqual([13, 93]);
  expect(counts(report, 'self-support')).toEqual([40, 93]);
  expect(report.learning.status).toBe('declined');
  expect(report.lottery.status).toBe('not_approved');
});

test('what is taken out is there already when it comes back, and makes the same report in another region', async () => {
  expect((await ask(planner, 'GET', 'farsta/followup/export')).status).toBe(403);
  const answer = await app.inject({ url: '/v1/regions/farsta/followup/export', headers: officer.headers });
  expect(answer.statusCode).toBe(200);
  const files = Object.fromEntries(
    Object.entries(unzipSync(answer.rawPayload)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  expect(await send(officer, files)).toMatchObject({ body: { outcomes: { added: 0 }, agreements: 0 } });
  await addRegion(store, 'copy', example);
  const keeper = await service.signIn({ role: 'officer', region: 'copy' });
  expect((await send(keeper, files, 'copy')).status).toBe(200);
  const { region: _, corrected: __, ...copied } = await reportOf(keeper, '', 'copy');
  expect(await reportOf(officer)).toMatchObject(copied);
  const log = await store.db
    .selectFrom('audit_log')
    .select('detail')
    .where('action', '=', 'outcome.export')
    .execute();
  expect(log).toHaveLength(1);
});

test('faulty files are refused whole, with file, row and column', async () => {
  const [header] = files['outcomes.csv'].split('\n');
  const wrong = `${header}\np01,started,,2004-09-01,ronnholm-1,,,,,,,,,,,farsta,2004-09-02\nnobody,enrolled,,,,,,,,,,,,,,farsta,2004-09-02\n`;
  expect(await send(officer, { 'outcomes.csv': wrong })).toMatchObject({
    status: 422,
    body: { faults: [{ file: 'outcomes.csv', row: 3, column: 'participant', value: 'nobody' }] },
  });
  const changed = files['followup.json'].replace('"Socialtjänstförvaltningen"', '"x"');
  const indicator = changed.replace('"sv": "inskrivna"', '"sv": "annat"');
  const refused = await send(officer, { ...files, 'followup.json': indicator });
  expect(refused).toMatchObject({ status: 409, body: { code: 'refused' } });
  const { text } = await ask(planner, 'GET', 'farsta/partnership');
  expect(text).toContain('Socialtjänstförvaltningen');
  expect((await send(officer, files)).body).toMatchObject({ outcomes: { added: 0 } });
});

test('a correction counts from its day, and an old report is what it was', async () => {
  const before = await reportOf(evaluator, '?asOf=2006-01-01');
  const person = (await listOf(officer, 'p07')).filter(({ event }) => event === 'completed').length;
  expect(person).toBe(1);
  const wrong = { event: 'completed', happened: false, recorded_by: 'social-services' };
  expect((await ask(officer, 'POST', outcomes('p07'), wrong)).status).toBe(201);
  expect(counts(await reportOf(evaluator), 'completed')).toEqual([52, 93]);
  expect(counts(await reportOf(evaluator, '?asOf=2026-03-01'), 'completed')).toEqual([53, 93]);
  expect(await reportOf(evaluator, '?asOf=2006-01-01')).toEqual(before);
  // A slip put right the same day: the last holds.
  const right = { event: 'completed', on: '2004-09-16', recorded_by: 'social-services' };
  expect((await ask(officer, 'POST', outcomes('p07'), right)).status).toBe(201);
  expect(counts(await reportOf(evaluator), 'completed')).toEqual([53, 93]);
  const history = (await listOf(officer, 'p07')).filter(({ event }) => event === 'completed');
  expect(history.map(({ holds, happened }) => [holds, happened])).toEqual([
    [false, undefined],
    [false, false],
    [true, undefined],
  ]);
  expect(history[2]).toMatchObject({ user: 'User 1', recorded_on: '2026-03-02', from: 'report' });
});

test('what does not hold together is refused, with the column', async () => {
  const status = { event: 'status', on: '2026-03-01', recorded_by: 'x' };
  for (const [body, column] of [
    [status, 'occupation'],
    [{ event: 'completed', weeks: 3, recorded_by: 'x' }, 'weeks'],
    [{ event: 'enrolled', on: '2026-03-03', recorded_by: 'x' }, 'on'],
  ] as const) {
    const { status: code, text } = await ask(officer, 'POST', outcomes('p02'), body);
    expect(code).toBe(400);
    expect(JSON.parse(text).faults[0].column).toBe(column);
  }
  const elsewhere = { event: 'started', team: 'nowhere', recorded_by: 'x' };
  expect(await ask(officer, 'POST', outcomes('p02'), elsewhere)).toMatchObject({ status: 409 });
  expect(
    (await ask(officer, 'POST', outcomes('nobody'), { event: 'enrolled', recorded_by: 'x' })).status,
  ).toBe(404);
});

test('who works with figures reaches nobody; a region that is not theirs is not found', async () => {
  for (const who of [planner, evaluator, partner]) {
    expect((await ask(who, 'GET', outcomes('p01'))).status).toBe(403);
    expect((await ask(who, 'POST', outcomes('p01'), { event: 'enrolled', recorded_by: 'x' })).status).toBe(
      403,
    );
  }
  expect((await ask(stranger, 'GET', 'farsta/followup/report')).status).toBe(404);
  expect((await ask(stranger, 'GET', 'farsta/indicators')).status).toBe(404);
  const text = JSON.stringify(await reportOf(evaluator));
  for (const { id } of example.participants) expect(text).not.toContain(`"${id}"`);
});

test('a partner sees the shared figures and their own promises alone', async () => {
  const report = await reportOf(partner);
  expect(counts(report, 'completed')).toEqual([53, 93]);
  const told = report.commitments.flatMap(({ promises }) => promises.map((one) => one.partner));
  expect(new Set(told)).toEqual(new Set(['farsta-district']));
  const all = JSON.parse((await ask(planner, 'GET', 'farsta/commitments')).text);
  const own = JSON.parse((await ask(partner, 'GET', 'farsta/commitments')).text);
  expect(all).toHaveLength(9);
  expect(own).toEqual(all.filter((one: { partner: string }) => one.partner === 'farsta-district'));
  expect(own.length).toBeGreaterThan(0);
  const kept = {
    partner: 'farsta-district',
    period: 'year-3',
    kind: 'seats',
    promised: 40,
    delivered: 38,
    version: 1,
  };
  expect((await ask(partner, 'POST', 'farsta/commitments', kept)).status).toBe(403);
  expect(
    (await ask(planner, 'POST', 'farsta/commitments', { ...kept, partner: 'x', version: 0 })).status,
  ).toBe(409);
  expect((await ask(planner, 'POST', 'farsta/commitments', kept)).status).toBe(201);
  // Whoever read the promise before that is told; whoever read it after puts it right, the same day too.
  expect((await ask(planner, 'POST', 'farsta/commitments', { ...kept, delivered: 1 })).status).toBe(409);
  const right = { ...kept, delivered: 39, version: 2 };
  expect((await ask(planner, 'POST', 'farsta/commitments', right)).status).toBe(201);
  const history = JSON.parse((await ask(partner, 'GET', 'farsta/commitments')).text);
  expect(history.slice(-2).map((one: { delivered: number }) => one.delivered)).toEqual([38, 39]);
  const third = (await reportOf(partner)).commitments.find(({ period }) => period === 'year-3');
  expect(third?.promises.filter(({ kind }) => kind === 'seats')).toMatchObject([
    { promised: 40, delivered: 39 },
  ]);
});

test('nothing that a partner is given tells of what another promised, or who the others are', async () => {
  const { partnership, approval } = JSON.parse((await ask(partner, 'GET', 'farsta/partnership')).text);
  expect(partnership.partners.map(({ id }: { id: string }) => id)).toEqual(['farsta-district']);
  expect(partnership.periods).toHaveLength(3);
  expect(approval).toBeNull();
  const seats = (report: Report) => report.indicators.find(({ id }) => id === 'seats-delivered');
  expect(seats(await reportOf(partner))).toMatchObject({ status: 'hidden', numerator: null });
  expect(seats(await reportOf(evaluator))).toMatchObject({ status: 'shown' });
  const csv = (await ask(partner, 'GET', 'farsta/followup/report?as=csv&lang=en')).text;
  expect(csv).toMatch(/^seats-delivered,\d,[^,]*,period,year-1,shown,/m);
  expect(csv).toMatch(/^seats-delivered,\d,[^,]*,period,year-2,hidden,,,,,,$/m);
});

test('a new version of an indicator holds from its day on; who comes second is told', async () => {
  const { text } = await ask(partner, 'GET', 'farsta/indicators?on=2026-03-02');
  const [enrolled] = JSON.parse(text);
  expect(enrolled).toMatchObject({ id: 'enrolled', version: 1 });
  const next = {
    ...enrolled,
    version: 2,
    target: { at_least: 0.9 },
    agreed: { by: ['innotiimi'], from: '2026-02-01' },
  };
  expect((await ask(evaluator, 'POST', 'farsta/indicators', next)).status).toBe(403);
  expect((await ask(planner, 'POST', 'farsta/indicators', next)).status).toBe(201);
  expect((await ask(planner, 'POST', 'farsta/indicators', next)).status).toBe(409);
  const deep = Array.from({ length: 200 }).reduce((inner) => ({ not: inner }), { happened: 'enrolled' });
  const nested = { ...next, version: 3, counts: { ...enrolled.counts, numerator: deep } };
  expect((await ask(planner, 'POST', 'farsta/indicators', nested)).status).toBe(400);
  const versionOn = async (asOf: string) =>
    (await reportOf(evaluator, `?asOf=${asOf}`)).indicators[0].version;
  expect(await versionOn('2026-01-31')).toBe(1);
  expect(await versionOn('2026-02-01')).toBe(2);
});

test('an indicator is tried before it is agreed on: as the report would tell it, and nothing is kept', async () => {
  const { text } = await ask(planner, 'GET', 'farsta/indicators?on=2026-03-02');
  const completed = JSON.parse(text).find(({ id }: { id: string }) => id === 'completed');
  const tried = {
    ...completed,
    id: 'of-women',
    counts: { ...completed.counts, denominator: { gender: ['woman'] } },
  };
  expect((await ask(evaluator, 'POST', 'farsta/indicators/preview', tried)).status).toBe(403);
  const answer = await ask(planner, 'POST', 'farsta/indicators/preview', tried);
  expect(answer.status, answer.text).toBe(200);
  const { words, reported } = JSON.parse(answer.text);
  expect(words.en).toBe('Of those who are women, those who have completed count.');
  const women = (await reportOf(evaluator)).indicators
    .find(({ id }) => id === 'completed')
    ?.groups.find(({ by }) => by === 'gender')
    ?.rows.find(({ group }) => group === 'woman');
  expect(reported).toMatchObject({ id: 'of-women', numerator: women?.numerator });
  const few = { ...tried, counts: { ...tried.counts, numerator: { left_because: ['illness'] } } };
  const hidden = JSON.parse((await ask(planner, 'POST', 'farsta/indicators/preview', few)).text);
  expect(hidden.reported).toMatchObject({ status: 'hidden', numerator: null });
  expect((await reportOf(evaluator)).indicators.map(({ id }) => id)).not.toContain('of-women');
});

test('a region that has agreed on nothing steers by the starters, and keeps them beside its first own', async () => {
  const [starter, ...others] = JSON.parse((await ask(stranger, 'GET', 'other/indicators')).text);
  const own = { ...starter, version: 2, agreed: { by: [], from: '2026-01-01' } };
  expect((await ask(stranger, 'POST', 'other/indicators', own)).status).toBe(201);
  const now = JSON.parse((await ask(stranger, 'GET', 'other/indicators?on=2026-03-02')).text);
  expect(now).toEqual([own, ...others]);
});

test('partners and periods are saved from the version that was read', async () => {
  const { partnership, version } = JSON.parse((await ask(planner, 'GET', 'farsta/partnership')).text);
  const more = { ...partnership, assumptions: [{ sv: 'Nytt.', en: 'New.' }] };
  const saved = await ask(planner, 'PUT', 'farsta/partnership', { partnership: more, version });
  expect(JSON.parse(saved.text)).toEqual({ version: version + 1 });
  expect((await ask(planner, 'PUT', 'farsta/partnership', { partnership: more, version })).status).toBe(409);
  expect((await reportOf(evaluator)).assumptions).toEqual([{ sv: 'Nytt.', en: 'New.' }]);
});

test('the figures by one division alone, and as CSV', async () => {
  const { indicators } = await reportOf(evaluator, '?by=gender');
  expect(new Set(indicators.flatMap(({ groups }) => groups.map(({ by }) => by)))).toEqual(
    new Set(['gender']),
  );
  const second = await reportOf(evaluator, '?period=year-2');
  expect(second.commitments.map(({ period }) => period)).toEqual(['year-2']);
  expect(new Set(second.indicators.flatMap(({ trend }) => trend.map(({ group }) => group)))).toEqual(
    new Set(['year-2']),
  );
  expect((await ask(evaluator, 'GET', 'farsta/followup/report?period=year-9')).status).toBe(404);
  const csv = await ask(evaluator, 'GET', 'farsta/followup/report?as=csv&lang=en');
  expect(csv.text.split('\n')[0]).toMatch(/^indicator,version,name,by,group/);
  expect(csv.text).toMatch(/^completed,1,have completed,all,all,shown,0\.56\d*,53,93/m);
});

test('who is no longer in the region counts, and who has been erased does not', async () => {
  const leaving = example.participants.slice(0, 3).map(({ id }) => id);
  const stays = ({ participant }: { readonly participant: string }) => !leaving.includes(participant);
  await addRegion(store, 'farsta', {
    ...example,
    participants: example.participants.filter(({ id }) => !leaving.includes(id)),
    participant_languages: example.participant_languages.filter(stays),
    sessions: example.sessions.filter(({ owner, id }) => owner !== 'participant' || !leaving.includes(id)),
    extracts: example.extracts.filter(stays),
    decisions: example.decisions.filter(stays),
  });
  expect(counts(await reportOf(evaluator), 'enrolled')).toEqual([93, 93]);
  const erased = await ask(officer, 'POST', `farsta/participants/${leaving[0]}/erasure`);
  expect(JSON.parse(erased.text).stays).toContainEqual(
    expect.objectContaining({ kind: 'outcomes', why: expect.objectContaining({ en: expect.any(String) }) }),
  );
  const report = await reportOf(evaluator);
  expect(counts(report, 'enrolled')).toEqual([92, 92]);
  expect(report.assumptions.at(-1)?.en).toContain('1–4 of the participants have been erased');
  expect(
    (await ask(officer, 'POST', outcomes(leaving[0]), { event: 'enrolled', recorded_by: 'x' })).status,
  ).toBe(404);
});

test('a school records start, attendance and end at its own teams, and sees what it recorded', async () => {
  const added = await addSmall('school');
  const proposal = await addProposal(store, added, [
    { participant: 'p000', team: 't0' },
    { participant: 'p001', team: 't1' },
  ]);
  const office = await service.signIn({ role: 'officer', region: 'school' });
  const school = await service.signIn({ role: 'school_supervisor', region: 'school', teams: ['t0'] });
  const path = outcomes('p000', 'school');
  const attended = { event: 'attended', on: '2026-03-01', weeks: 2, work_hours: 20, recorded_by: 'skolan' };
  // Only proposed: not the school's business yet.
  expect((await ask(school, 'POST', path, attended)).status).toBe(404);
  for (const [who, name] of [
    [office, 'lock'],
    [office, 'accept'],
    [school, 'confirm'],
    [office, 'start'],
  ] as const) {
    const version = ['lock', 'accept', 'confirm', 'start'].indexOf(name) + 1;
    const decided = await app.inject({
      method: 'POST',
      url: `/v1/proposals/${proposal}/pairs/p000/decisions`,
      headers: { ...who.headers, 'content-type': 'application/json' },
      payload: JSON.stringify({ version, step: { step: name, note: '' } }),
    });
    expect(decided.statusCode, decided.body).toBe(201);
  }
  expect((await ask(school, 'POST', path, attended)).status).toBe(201);
  const passed = { event: 'sfi_passed', sfi_course: '1B', recorded_by: 'skolan' };
  expect((await ask(school, 'POST', path, passed)).status).toBe(403);
  expect((await ask(school, 'POST', path, { event: 'started', team: 't2', recorded_by: 'x' })).status).toBe(
    403,
  );
  expect((await ask(school, 'POST', outcomes('p001', 'school'), attended)).status).toBe(404);
  expect((await ask(office, 'POST', path, passed)).status).toBe(201);
  expect((await listOf(school, 'p000', 'school')).map(({ event }) => event)).toEqual(['attended']);
  // What was decided about the pair need not be reported again.
  const all = await listOf(office, 'p000', 'school');
  expect(all.map(({ event, from }) => [event, from]).sort()).toEqual([
    ['attended', 'report'],
    ['sfi_passed', 'report'],
    ['started', 'decision'],
  ]);
  expect(all.find(({ event }) => event === 'started')).toMatchObject({
    team: 't0',
    sfi_group: 's1',
    holds: true,
  });
});

test('nothing of anybody is in what the service wrote of all this', () => {
  expect(lines.length).toBeGreaterThan(30);
  const written = lines.join('\n');
  for (const secret of ['"p01"', 'p000', 'sfi_passed', 'ronnholm']) expect(written).not.toContain(secret);
});
