import { describe, expect, it } from 'vitest';
import { homeOf } from '../../src/domain/home.ts';
import type { Region, TableName } from '../../src/domain/region.ts';
import { readRegionJson } from '../../src/files/read-region.ts';
import { smallRegion } from '../files/small-region.ts';

/** The small region with the first row of a table changed. */
function changed(table: TableName, change: Record<string, unknown>): unknown {
  const [first, ...rest]: readonly object[] = smallRegion[table];
  return { ...smallRegion, [table]: [{ ...first, ...change }, ...rest] };
}

/** The small region with rows added to a table. */
function added(table: TableName, ...rows: readonly unknown[]): unknown {
  return { ...smallRegion, [table]: [...smallRegion[table], ...rows] };
}

function errorsOf(value: unknown) {
  const reading = readRegionJson(value);
  return reading.status === 'refused' ? reading.errors : [];
}

function readOf(value: unknown): { region: Region; notes: readonly { message: { en: string } }[] } {
  const reading = readRegionJson(value);
  if (reading.status === 'refused') throw new Error(JSON.stringify(reading.errors));
  return reading;
}

const [participant] = smallRegion.participants;
const [team] = smallRegion.teams;
const [decision] = smallRegion.decisions;

describe('checkRegion', () => {
  it('accepts the small region as it is', () => {
    expect(readOf(smallRegion).region).toEqual(smallRegion);
    expect(readOf(smallRegion).notes).toEqual([]);
  });

  it('says once per column, not once per row, that a table is empty', () => {
    const sessions = smallRegion.sessions.filter(({ owner }) => owner !== 'team');
    const [language] = smallRegion.team_languages;
    const errors = errorsOf({
      ...smallRegion,
      teams: [],
      sessions,
      team_languages: [language, { ...language, language: 'tir' }],
      team_backgrounds: [],
      decisions: [],
    });
    expect(errors.map(({ file, row, column }) => [file, row, column])).toEqual([
      ['team_languages', 1, 'team'],
    ]);
    expect(errors[0].message.en).toMatch(/no rows there/);
  });

  it.each<[string, unknown, [string, number, string, string | null, RegExp]]>([
    ['a key twice', added('teams', team), ['teams', 2, 'id', 't1', /row 1 already/]],
    [
      'a language twice, once as an alias',
      added('participant_languages', { participant: 'p1', language: 'so', level: 'B1' }),
      ['participant_languages', 2, 'language', 'som', /row 1 already/],
    ],
    [
      'a unit that is not there',
      changed('teams', { unit: 'u2' }),
      ['teams', 1, 'unit', 'u2', /Was u1 meant/],
    ],
    [
      'a wish that is not there',
      changed('participants', { prefer_units: ['u1', 'x9'] }),
      ['participants', 1, 'prefer_units', 'x9', /id in units/],
    ],
    ['a session of nobody', changed('sessions', { id: 's1' }), ['sessions', 1, 'id', 's1', /id in teams/]],
    [
      'a principal that is not there',
      changed('extracts', { principal: 'Stade' }),
      ['extracts', 1, 'principal', 'Stade', /Was Staden meant/],
    ],
    [
      'a journey from nowhere',
      changed('travel', { from: 'Rågsved' }),
      ['travel', 1, 'from', 'Rågsved', /an area, a unit/],
    ],
    [
      'an unknown language',
      changed('team_languages', { language: 'qmr' }),
      ['team_languages', 1, 'language', 'qmr', /Was/],
    ],
    [
      'an unknown competence',
      changed('teams', { competences: ['muzic'] }),
      ['teams', 1, 'competences', 'muzic', /Was music meant/],
    ],
    [
      'an end before its start',
      changed('sessions', { end: '07:00' }),
      ['sessions', 1, 'end', '07:00', /08:00/],
    ],
    [
      'two sessions at once',
      added('sessions', { owner: 'team', id: 't1', weekday: 'mon', start: '11:59', end: '13:00' }),
      ['sessions', 4, 'start', '11:59', /row 1/],
    ],
    [
      'more reserved than seats',
      changed('teams', { reserved_seats: 3 }),
      ['teams', 1, 'reserved_seats', '3', /more than seats/],
    ],
    [
      'more reserved than seats in SFI',
      changed('sfi_groups', { reserved_seats: 21 }),
      ['sfi_groups', 1, 'reserved_seats', '21', /more than seats/],
    ],
    [
      'shares above 1',
      changed('teams', { women_share_min: 0.6, men_share_min: 0.5 }),
      ['teams', 1, 'men_share_min', '0.5', /more than 1/],
    ],
    [
      'a long week',
      changed('participants', { max_week_hours: 41 }),
      ['participants', 1, 'max_week_hours', '41', /at most 40/],
    ],
    [
      'a long week of a team',
      changed('teams', { min_hours: 41 }),
      ['teams', 1, 'min_hours', '41', /at most 40/],
    ],
    [
      'more team hours than the week has',
      changed('participants', { max_week_hours: 10 }),
      ['participants', 1, 'min_team_hours', '15', /max_week_hours/],
    ],
    [
      'a start before the arrival',
      changed('participants', { arrived_on: '2004-02-01' }),
      ['participants', 1, 'available_from', '2004-01-10', /arrived_on/],
    ],
    [
      'a start before the permit',
      changed('participants', { permit_date: '2004-02-01' }),
      ['participants', 1, 'available_from', '2004-01-10', /permit_date/],
    ],
    [
      'a course that does not exist',
      changed('participants', { sfi_course: 'A' }),
      ['participants', 1, 'sfi_course', 'A', /expected B, C, D/],
    ],
    [
      'a group of a course that does not exist',
      changed('sfi_groups', { path: 3, course: 'B' }),
      ['sfi_groups', 1, 'course', 'B', /expected C, D/],
    ],
    ['half a place', changed('participants', { lat: 59.2 }), ['participants', 1, 'lon', null, /both/]],
    [
      'no place at all',
      changed('participants', { area: 'Rågsved' }),
      ['participants', 1, 'area', 'Rågsved', /not in areas/],
    ],
    [
      'an extract shown before it was issued',
      changed('extracts', { shown_on: '2003-10-01' }),
      ['extracts', 1, 'shown_on', '2003-10-01', /before it was issued/],
    ],
    [
      'two locks',
      added('decisions', { ...decision, sfi_group: 's1' }),
      ['decisions', 2, 'decision', 'lock', /lock in row 1/],
    ],
    [
      'a lock turned down',
      added('decisions', { ...decision, decision: 'turned_down' }),
      ['decisions', 2, 'decision', 'turned_down', /row 1 locks/],
    ],
    [
      'a lock with everything turned down',
      added('decisions', {
        participant: 'p1',
        decision: 'turned_down',
        reason: 'no',
        decided_on: '2004-01-03',
      }),
      ['decisions', 2, 'decision', 'turned_down', /row 1 locks/],
    ],
    [
      'a lock of nothing',
      changed('decisions', { team: undefined }),
      ['decisions', 1, 'team', null, /is locked/],
    ],
    [
      'a no without a reason',
      changed('decisions', { decision: 'turned_down', reason: '' }),
      ['decisions', 1, 'reason', null, /reason/],
    ],
    [
      'rules set aside for more than one pair',
      changed('decisions', { sfi_group: undefined, override: true }),
      ['decisions', 1, 'override', null, /only a lock to a team with an SFI group/],
    ],
    [
      'rules set aside without a reason',
      changed('decisions', { sfi_group: 's1', override: true, reason: '' }),
      ['decisions', 1, 'reason', null, /reason why rules are set aside/],
    ],
  ])('refuses %s', (_, value, [file, row, column, shown, message]) => {
    const errors = errorsOf(value);
    expect(errors.map((e) => [e.file, e.row, e.column, e.value])).toEqual([[file, row, column, shown]]);
    expect(errors[0].message.en).toMatch(message);
    expect(errors[0].message.sv).not.toBe(errors[0].message.en);
  });

  it('reports everything together, in the order of the tables', () => {
    const value = {
      ...smallRegion,
      teams: [{ ...team, unit: 'x', seats: -1 }],
      units: [],
      areas: [{ name: 'A' }],
    };
    const found = errorsOf(value).map((e) => `${e.file} ${e.row} ${e.column}`);
    expect(found).toContain('teams 1 seats');
    expect(found).toContain('areas 1 lat');
    expect(found).toContain('participants 1 prefer_units');
    expect(found.findIndex((f) => f.startsWith('areas'))).toBeGreaterThan(found.indexOf('teams 1 seats'));
  });

  it('does not call a reference wrong because its row could not be read', () => {
    expect(errorsOf(changed('teams', { seats: -1 })).map((e) => e.file)).toEqual(['teams']);
  });

  it('allows either order of permit and arrival, and a decision on one group beside a lock on another', () => {
    readOf(changed('participants', { permit_date: '2003-01-01' }));
    const turnedDown = { ...decision, sfi_group: 's1', decision: 'turned_down' };
    readOf(added('decisions', turnedDown));
  });

  it('puts the code in place of an alias and says so', () => {
    const { region, notes } = readOf(changed('participant_languages', { language: 'Somaliska' }));
    expect(region.participant_languages[0].language).toBe('som');
    expect(notes.map((n) => n.message.en)).toEqual(['read as som (Somali), in this row']);
  });

  it('says when a code does not say which language is meant', () => {
    const { notes } = readOf(changed('team_languages', { language: 'kur' }));
    expect(notes[0].message.en).toContain('kmr, ckb');
    expect(readOf(changed('team_languages', { language: 'soq' })).notes[0].message.en).toContain(
      'rare in Sweden',
    );
  });

  it('drops a background without consent, with a note that does not show it', () => {
    for (const consent of [false, undefined]) {
      const { region, notes } = readOf(changed('participants', { background_consent: consent }));
      expect('background' in region.participants[0]).toBe(false);
      expect(notes).toHaveLength(1);
      expect(JSON.stringify(notes)).not.toContain('SO');
    }
  });

  it('notes who cannot be matched', () => {
    const { notes } = readOf({ ...smallRegion, participant_languages: [], sessions: [] });
    expect(notes.map((n) => n.message.en)).toHaveLength(3);
  });

  it('notes overlapping hindrances of a participant instead of refusing them', () => {
    const hindrance = { owner: 'participant', id: 'p1', weekday: 'fri', start: '15:30', end: '17:00' };
    expect(readOf(added('sessions', hindrance)).notes[0].message.en).toContain('count once');
  });

  it('finds homes by coordinates, else by the area', () => {
    const home = homeOf(smallRegion);
    expect(home(participant)).toEqual({ lat: 59.235, lon: 18.1 });
    expect(home({ ...participant, lat: 1, lon: 2 })).toEqual({ lat: 1, lon: 2 });
    expect(() => home({ ...participant, area: 'nowhere' })).toThrow();
  });
});

describe('privacy', () => {
  const secret = { ...participant, id: 'hemlig-77', area: 'Gömd by', protected: true };

  it('refuses a protected row without a word of it, wherever it is named', () => {
    const value = {
      ...smallRegion,
      participants: [participant, secret],
      participant_languages: [
        ...smallRegion.participant_languages,
        { participant: 'hemlig-77', language: 'xqz', level: 'A1' },
      ],
      sessions: [{ owner: 'participant', id: 'hemlig-77', weekday: 'mon', start: '09:00', end: '08:00' }],
      decisions: [{ ...decision, participant: 'hemlig-7' }],
    };
    const errors = errorsOf(value);
    expect(JSON.stringify(errors)).not.toMatch(/hemlig-77|Gömd/);
    expect(errors).toContainEqual(
      expect.objectContaining({ file: 'participants', row: 2, column: null, value: null }),
    );
    expect(errors).toContainEqual(
      expect.objectContaining({ file: 'participant_languages', row: 2, column: 'participant', value: null }),
    );
    expect(errors[0].message.en).toContain('reserved_seats');
  });

  it('does not quote the key of a protected person where another table has it in a form that is no key', () => {
    const errors = errorsOf({
      ...smallRegion,
      participants: [participant, { ...secret, id: 'hemlig!' }],
      sessions: [{ ...smallRegion.sessions[0], id: 'hemlig!' }],
    });
    expect(errors.map((e) => e.file)).toEqual(['participants', 'sessions']);
    expect(JSON.stringify(errors)).not.toContain('hemlig');
  });

  it.each([true, 'true', 'ja', 'x', 1])('takes protected = %s as protected', (flag) => {
    const errors = errorsOf({ ...smallRegion, participants: [participant, { ...secret, protected: flag }] });
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toMatch(/hemlig-77/);
  });

  it.each(['19850117-1234', '198501171234', '850117-1234', '8501171234', '850177-1234', 'x 850117+1234'])(
    'never echoes %s',
    (number) => {
      for (const value of [
        changed('participants', { id: number }),
        changed('participants', { area: `by ${number}` }),
        changed('decisions', { reason: `se ${number}` }),
        changed('participants', { competences: [number] }),
        changed('participants', { max_commute_min: number }),
        changed('participants', { gender: number }),
        changed('participants', { [number]: 'x' }),
        { ...smallRegion, name: number },
        { ...smallRegion, [number]: 1 },
      ]) {
        const errors = errorsOf(value);
        expect(errors.length).toBeGreaterThan(0);
        expect(JSON.stringify(errors)).not.toContain(number);
      }
    },
  );

  it('does not take an organisation number or a school code for a person', () => {
    readOf(changed('units', { name: '212000-0142 Skolan 12345678' }));
  });
});
