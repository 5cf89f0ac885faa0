import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accessReportText, partNames, reportParts } from '../../../src/domain/access-report.ts';
import { makeAccessReport } from '../../../src/store/access-report/make-report.ts';
import { saveRegionVersion } from '../../../src/store/regions/save-region-version.ts';
import { openTestStore } from '../open-test-store.ts';
import { anna, bo, leaveTrail, trailRegion, words } from '../person-trail.ts';

const store = await openTestStore();
const { db } = store;
const { region, proposal, empty } = await leaveTrail(store, 'r');
await leaveTrail(store, 'elsewhere');
const second = await saveRegionVersion(store, {
  region,
  content: trailRegion(),
  digest: 'cd'.repeat(32),
  note: '',
  importedBy: null,
  follows: 1,
});
if (second.status !== 'saved') throw new Error(second.status);
const at = new Date('2005-01-01T00:00:00Z');

async function reportOf(participant: string) {
  const made = await makeAccessReport(store, { region, participant }, at);
  if (made.status !== 'made') throw new Error(made.status);
  return made.report;
}

test('a report holds all of the person, unsealed, and nothing of another person or region', async () => {
  const report = await reportOf(anna);
  expect(report).toMatchObject({
    region,
    participant: anna,
    made_at: '2005-01-01T00:00:00.000Z',
    erased: false,
  });
  const { parts } = report;
  expect(parts.key).toMatchObject([{ shredded_at: null }]);
  expect(parts.contact).toEqual([{ name: 'Name Hemligvik', phone: '070-123 45 67' }]);
  expect(parts.versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(parts.versions[0]).toMatchObject({
    participants: [{ id: anna, area: 'Hemligvik' }],
    participant_languages: [{ language: 'som' }],
  });
  expect(parts.pairs).toMatchObject([{ proposal, as_proposed: { terms: [{ term: 'Hemligvik' }] } }]);
  expect(parts.inputs).toMatchObject([{ proposal, as_it_stood: { kept: 'Hemligvik' } }]);
  expect(parts.unplaced).toMatchObject([
    { proposal: empty, reason: 'no_seat', as_proposed: { why: 'Hemligvik' } },
  ]);
  expect(parts.decisions).toMatchObject([{ action: 'turn_down', note: 'note Hemligvik' }]);
  expect(parts.answers).toMatchObject([{ answer: { wishes: ['wish Hemligvik'] } }]);
  expect(parts.outcomes).toMatchObject([{ event: 'started', recorded_by: 'Hemligvik' }]);
  expect(parts.cases).toMatchObject([{ question: 'why Hemligvik', answer: 'because Hemligvik' }]);
  expect(parts.log.map(({ action }) => action)).toEqual(['contact.write', 'participant.read']);
  const all = JSON.stringify(report);
  expect(all).not.toContain(bo);
  expect(all).not.toContain(words[bo]);
  expect(all).not.toContain('Officer');
});

test('every table that names a participant is in the report or known not to be about one', async () => {
  const { rows } = await sql<{ table: string }>`
    select distinct table_name as table from information_schema.columns
    where table_schema = 'public' and (column_name in ('participant', 'subject') or (table_name = 'participants' and column_name = 'id'))
    order by 1`.execute(db);
  expect(rows.map(({ table }) => table)).toEqual([
    'answers',
    'audit_log',
    'cases',
    'contacts',
    'decisions',
    'outcomes',
    'pairs',
    'participants',
    'person_keys',
    // A copy of pairs, decisions and answers, for whoever repeats a proposal.
    'proposal_inputs',
    'proposal_told',
    'unplaced',
  ]);
});

test('as text it explains each part in both languages, with the words of the columns', async () => {
  const report = await reportOf(anna);
  for (const lang of ['sv', 'en'] as const) {
    const text = accessReportText(report, lang);
    for (const name of partNames) {
      expect(text).toContain(reportParts[name].title[lang].toUpperCase());
      expect(text).toContain(reportParts[name].explanation[lang]);
    }
    expect(text).not.toContain('[object');
    expect(text).not.toContain('undefined');
  }
  expect(accessReportText(report, 'sv')).toContain('area (område där personen bor): Hemligvik');
  expect(accessReportText(report, 'sv')).toContain('note: note Hemligvik');
});

test('of a stranger there is none', async () => {
  expect(await makeAccessReport(store, { region, participant: 'nobody' }, at)).toEqual({
    status: 'not_found',
  });
  expect(await makeAccessReport(store, { region: 'nowhere', participant: anna }, at)).toEqual({
    status: 'not_found',
  });
});
