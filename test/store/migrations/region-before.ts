/** A region as the program of migration 0006 read it from files: rows of places, and what it sealed of each participant. */

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const week = (owner: string, id: string, start: string, end: string) =>
  weekdays.map((weekday) => ({ owner, id, weekday, start, end }));

export const headBefore = {
  format: 'resursutbyte/region@1',
  name: 'Farsta',
  period: { from: '2004-01-01', to: '2004-12-31' },
};

/** By table, in the order in which one refers to the other. */
export const placesBefore: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  units: [
    {
      ...{ id: 'u1', name: 'Skolan', form: 'compulsory', principal: 'Staden', district: 'Farsta' },
      ...{ lat: 59.24, lon: 18.09 },
    },
  ],
  teams: [
    {
      ...{ id: 't1', unit: 'u1', name: 'Lag 1', seats: 4, supervisors: 4, min_hours: 10 },
      ...{ starts_on: '2004-01-12', roles: ['childminder'], competences: ['music'] },
    },
  ],
  team_languages: [
    { team: 't1', language: 'som', pupils: 12, pupils_last_year: '<5', adults_present: 0, adults_wanted: 1 },
  ],
  team_backgrounds: [{ team: 't1', country: 'SO', pupils: '<5' }],
  sfi_groups: [
    {
      ...{ id: 's1', provider: 'Sfi Farsta', path: 2, course: 'C', seats: 20 },
      ...{ lat: 59.24, lon: 18.1, starts_on: '2004-01-12' },
    },
  ],
  sessions: [...week('team', 't1', '08:00', '12:00'), ...week('sfi', 's1', '13:00', '16:00')],
  areas: [{ name: 'Hemligvik', lat: 59.235, lon: 18.1 }],
  travel: [{ from: 'Hemligvik', to: 'u1', minutes: 12 }],
};

/** What matching asks of a person, without their pseudonym. */
export const personBefore = {
  ...{ gender: 'woman', permit_date: '2003-09-01', arrived_on: '2003-06-01', available_from: '2004-01-10' },
  ...{ area: 'Hemligvik', sfi_path: 2, sfi_course: 'C', school_forms: ['preschool', 'compulsory'] },
  ...{ roles: ['childminder'], competences: ['childcare'], max_commute_min: 60, min_team_hours: 15 },
  ...{ max_week_hours: 40, avoid_units: [], prefer_units: [], child_units: [] },
};

/** The bundle of the participant at a position of the file. */
export function bundleBefore(id: string, position: number) {
  const extract = { participant: id, principal: 'Staden', issued_on: '2003-11-01', shown_on: '2003-11-20' };
  return {
    participants: [[position, { id, ...personBefore }]],
    participant_languages: [[position, { participant: id, language: 'som', level: 'native' }]],
    sessions: [],
    extracts: [[position, extract]],
    decisions: [],
  };
}
