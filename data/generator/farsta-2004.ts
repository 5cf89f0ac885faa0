/**
 * data/farsta-2004: a stand-in for the project of the seed. Six of today's schools and preschools stand in for the project's
 * own, which its sources do not name: four in Farsta, two in Skärholmen. 93 participants, as many as the project enrolled.
 * Everything about people, teams and groups is synthetic. Small enough to read by eye.
 */
import type { Region, TableRow } from '../../src/domain/region.ts';
import { enrolled } from '../../src/generate/enrolment.ts';
import { extractsOf } from '../../src/generate/extracts.ts';
import { origins2004 } from '../../src/generate/origins.ts';
import { bothForms, pool } from '../../src/generate/participants.ts';
import { dwellings } from './dwellings.ts';
import { areas, type Place, places } from './places.ts';
import { policy2004 } from './policies.ts';
import { type GroupPlan, sfiTables } from './sfi-groups.ts';
import { type TeamPlan, teamTables } from './teams.ts';

const SEED = 2004;
const START = '2004-08-16';

/** Short ids for the six places. */
const units: readonly Place[] = [
  unit('blombacka', 'blombacka'),
  unit('roda-traden', 'den-roda-traden'),
  unit('farsta', 'farsta-grundskola'),
  unit('hokarang', 'hokarangsskolan'),
  unit('lillholm', 'lillholmsskolan'),
  unit('ronnholm', 'ronnholmsgrand-42'),
];

type Details = Partial<TeamPlan> & Pick<TeamPlan, 'children' | 'seats' | 'roles' | 'competences'>;

const teams: readonly TeamPlan[] = [
  team('blombacka', 1, 'Solen', 'preschool', {
    children: 36,
    seats: 5,
    roles: ['childminder'],
    supervisors: 2,
    competences: ['childcare', 'storytelling'],
    menShareMin: 0.4,
  }),
  team('blombacka', 2, 'Månen', 'preschool_early', {
    children: 34,
    seats: 4,
    roles: ['childminder', 'kitchen'],
    competences: ['childcare', 'cooking'],
  }),
  team('blombacka', 3, 'Stjärnan', 'preschool_late', {
    children: 33,
    seats: 4,
    roles: ['childminder', 'caretaker'],
    competences: ['music'],
  }),
  team('roda-traden', 1, 'Lingonet', 'preschool', {
    children: 35,
    seats: 5,
    roles: ['childminder'],
    competences: ['childcare', 'crafts'],
    womenShareMin: 0.4,
  }),
  team('roda-traden', 2, 'Blåbäret', 'preschool_early', {
    children: 35,
    seats: 4,
    roles: ['childminder', 'kitchen'],
    competences: ['cooking', 'gardening'],
  }),
  team('roda-traden', 3, 'Hjortronet', 'preschool', {
    children: 34,
    seats: 4,
    roles: ['childminder'],
    competences: ['storytelling', 'music'],
  }),
  team('farsta', 1, 'F-3', 'school', {
    children: 70,
    seats: 5,
    roles: ['teaching_assistant', 'library'],
    competences: ['teaching', 'storytelling'],
    womenShareMin: 0.5,
  }),
  team('farsta', 2, '4-6', 'school', {
    children: 80,
    seats: 5,
    roles: ['teaching_assistant', 'library'],
    competences: ['teaching', 'mathematics'],
    reserved: 1,
  }),
  team('farsta', 3, '7-9', 'school_late', {
    children: 80,
    seats: 5,
    roles: ['teaching_assistant', 'reception', 'caretaker'],
    competences: ['mathematics', 'it'],
    supervisors: 2,
  }),
  team('farsta', 4, 'Fritids', 'leisure', {
    children: 60,
    seats: 4,
    roles: ['leisure_leader'],
    competences: ['sports', 'crafts'],
    menShareMin: 0.25,
  }),
  team('hokarang', 1, 'F-5', 'school', {
    children: 70,
    seats: 5,
    roles: ['teaching_assistant', 'kitchen'],
    reserved: 1,
    competences: ['teaching', 'cooking'],
  }),
  team('hokarang', 2, '6-9', 'school', {
    children: 70,
    seats: 4,
    roles: ['teaching_assistant', 'caretaker'],
    competences: ['carpentry', 'it'],
  }),
  team('hokarang', 3, 'Fritids', 'leisure', {
    children: 50,
    seats: 4,
    roles: ['leisure_leader', 'library'],
    competences: ['sports', 'music'],
  }),
  team('lillholm', 1, 'F-3', 'school', {
    children: 50,
    seats: 5,
    roles: ['teaching_assistant', 'leisure_leader'],
    supervisors: 2,
    competences: ['teaching', 'crafts'],
    womenShareMin: 0.5,
  }),
  team('lillholm', 2, '4-9', 'school_late', {
    children: 60,
    seats: 5,
    roles: ['teaching_assistant', 'reception'],
    competences: ['mathematics', 'sewing'],
  }),
  team('ronnholm', 1, 'Björken', 'preschool', {
    children: 44,
    seats: 4,
    roles: ['childminder', 'kitchen'],
    competences: ['childcare', 'cooking'],
  }),
  team('ronnholm', 2, 'Eken', 'preschool_late', {
    children: 43,
    seats: 4,
    roles: ['childminder', 'caretaker'],
    reserved: 1,
    competences: ['storytelling', 'gardening'],
  }),
];

const groups: readonly GroupPlan[] = [
  { id: 'sfi-1a', path: 1, course: 'A', place: 'aso', time: 'midmorning' },
  { id: 'sfi-1b', path: 1, course: 'B', place: 'skarholmen', time: 'midmorning' },
  { id: 'sfi-2b-am', path: 2, course: 'B', place: 'aso', time: 'morning' },
  { id: 'sfi-2b-pm', path: 2, course: 'B', place: 'skarholmen', time: 'afternoon' },
  { id: 'sfi-2c-am', path: 2, course: 'C', place: 'skarholmen', time: 'midmorning' },
  { id: 'sfi-2c-eve', path: 2, course: 'C', place: 'rosenlund', time: 'evening' },
  { id: 'sfi-3c', path: 3, course: 'C', place: 'aso', time: 'midmorning', reserved: 1 },
  { id: 'sfi-3d', path: 3, course: 'D', place: 'rosenlund', time: 'midmorning' },
];

const competences = [
  'teaching',
  'childcare',
  'cooking',
  'music',
  'sports',
  'crafts',
  'carpentry',
  'it',
  'sewing',
  'nursing',
  'gardening',
  'storytelling',
  'mathematics',
];

/** Made by hand, so that the example has each kind. */
const decisions: readonly TableRow<'decisions'>[] = [
  {
    participant: 'p37',
    team: 'farsta-2',
    decision: 'lock',
    reason: 'Har varit på studiebesök; båda parter har sagt ja.',
    decided_on: '2004-06-10',
  },
  {
    participant: 'p79',
    team: 'blombacka-1',
    sfi_group: 'sfi-1b',
    decision: 'lock',
    reason: 'Överenskommet med handledaren i våras.',
    decided_on: '2004-06-14',
  },
  {
    participant: 'p66',
    team: 'hokarang-1',
    decision: 'turned_down',
    reason: 'Deltagaren vill arbeta närmare hemmet.',
    decided_on: '2004-06-15',
  },
  {
    participant: 'p75',
    team: 'roda-traden-2',
    sfi_group: 'sfi-1a',
    decision: 'turned_down',
    reason: 'Arbetslaget har just tagit emot två nya.',
    decided_on: '2004-06-16',
  },
];

/** The whole region. */
export function farsta2004(): Region {
  const people = pool({
    seed: SEED,
    genders: { woman: 56, man: 36, other: 1 },
    dwelling: dwellings({
      origins: origins2004,
      weightOf: ({ district, foreignBorn }) => foreignBorn * (district === 'Farsta' ? 2 : 0.6),
      units,
      commutes: [45, 60, 60, 75],
    }),
    forms: bothForms,
    courses: [
      { path: 1, course: 'A', weight: 10 },
      { path: 1, course: 'B', weight: 14 },
      { path: 2, course: 'B', weight: 24 },
      { path: 2, course: 'C', weight: 26 },
      { path: 3, course: 'C', weight: 14 },
      { path: 3, course: 'D', weight: 12 },
    ],
    competences,
    arrivals: { from: '2001-01', to: '2003-12', permitAfter: [3, 14], permitsBefore: '2004-07' },
    availableFrom: START,
    availableLater: ['2004-09-13', '2004-11-01'],
    backgrounds: true,
  });
  const principals = [...new Set(units.map(principalOf))];
  const school = teamTables(units, teams, { seed: SEED, year: '2004', languagesKept: [9, 12], principalOf });
  const sfi = sfiTables(groups, people.participants, 90, START);
  const sessions = [...school.sessions, ...sfi.sessions, ...people.sessions];
  return {
    format: 'resursutbyte/region@1',
    name: 'Farsta 2004',
    period: { from: START, to: '2005-06-17' },
    provenance:
      "Synthetic, except the places: six of today's schools and preschools (names, coordinates) stand in for the project's own, which its sources do not name; the areas are real. Participants, teams, languages, SFI groups and timetables are drawn by a seeded generator. SFI places outside the two districts are approximate. See data/README.md.",
    policy: policy2004,
    ...school,
    ...sfi,
    ...people,
    participants: enrolled({ ...sfi, participants: people.participants, sessions }, SEED),
    sessions,
    areas: areas.map(({ name, lat, lon }) => ({ name, lat, lon })),
    extracts: extractsOf(people.participants, {
      seed: SEED,
      principals: () => principals,
      share: 0.15,
      recent: ['2004-03-15', '2004-05-24', '2004-06-14'],
      tooOld: '2003-05-05',
    }),
    travel: [],
    decisions,
  };
}

/** In 2004 the district administrations ran both schools and preschools. */
function principalOf({ district }: Place): string {
  return district === 'Farsta' ? 'Farsta stadsdelsnämnd' : 'Skärholmens stadsdelsnämnd';
}

function unit(id: string, source: string): Place {
  const place = places.find((candidate) => candidate.id === source);
  if (place === undefined) throw new Error(`${source} is not among the places`);
  return { ...place, id };
}

function team(
  unitId: string,
  number: number,
  name: string,
  time: TeamPlan['time'],
  details: Details,
): TeamPlan {
  const place = units.find(({ id }) => id === unitId);
  if (place === undefined) throw new Error(`${unitId} is not one of the six units`);
  return {
    id: `${unitId}-${number}`,
    place,
    name,
    time,
    perSupervisor: 2,
    minHours: place.form === 'preschool' ? 15 : 12,
    startsOn: START,
    ...details,
  };
}
