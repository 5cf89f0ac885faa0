/**
 * Synthetic SFI groups of every municipality: each of its places teaches every course that people there need, in one group, or
 * in two at different times, a little short of seats. A municipality with more people has more places.
 */
import type { TableRow } from '../../domain/region.ts';
import { apportion } from '../apportion.ts';
import { type Course, coursesNow } from '../courses.ts';
import { random } from '../random.ts';
import { type SfiTimetable, sessionsOf, sfiTimetables } from '../timetables.ts';
import type { Municipality } from './municipalities.ts';
import type { Preschool } from './preschools.ts';

export interface NationalSfi {
  readonly sfi_groups: readonly TableRow<'sfi_groups'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

interface Group extends Course {
  readonly id: string;
  readonly provider: string;
  readonly at: Preschool;
  readonly time: SfiTimetable;
  readonly learners: number;
}

/** A place has two groups of a course from this many learners there. */
const LEARNERS_OF_TWO_GROUPS = 6;
const LEAST_SEATS_TO_RESERVE = 15;
/** A place's first group meets at hours that suit parents; the second at other hours, which differ between places. */
const firstTime: SfiTimetable = 'midmorning';
const secondTimes: readonly SfiTimetable[] = ['afternoon', 'evening', 'morning', 'long_afternoon'];

/** The groups with `seats` in all, each course of a municipality getting its part by the people there who need it. */
export function nationalSfi(
  municipalities: readonly Municipality[],
  participants: readonly TableRow<'participants'>[],
  plan: { readonly seed: number; readonly seats: number; readonly startsOn: string },
): NationalSfi {
  const living = Map.groupBy(participants, ({ area }) => area);
  const groups = municipalities.flatMap((place) => groupsOf(place, living.get(place.area) ?? [], plan.seed));
  const shares = apportion(
    groups.map(({ learners }) => learners),
    plan.seats,
  );
  const open = groups.map((group, k) => ({ group, seats: shares[k] })).filter(({ seats }) => seats > 0);
  return {
    sfi_groups: open.map(({ group, seats }) => ({
      id: group.id,
      provider: group.provider,
      path: group.path,
      course: group.course,
      seats,
      ...(seats >= LEAST_SEATS_TO_RESERVE && group.id.endsWith('-1') ? { reserved_seats: 1 } : {}),
      lat: group.at.lat,
      lon: group.at.lon,
      starts_on: plan.startsOn,
    })),
    sessions: open.flatMap(({ group }) => sessionsOf('sfi', group.id, sfiTimetables[group.time])),
  };
}

/** The municipality that a group is in, as its id says. */
export function areaOfGroup({ provider }: TableRow<'sfi_groups'>): string {
  return provider.slice('Sfi '.length, provider.indexOf(','));
}

function groupsOf(
  { area, sfiPlaces }: Municipality,
  people: readonly TableRow<'participants'>[],
  seed: number,
): readonly Group[] {
  return coursesNow.flatMap(({ path, course }) => {
    const learners = people.filter((p) => p.sfi_path === path && p.sfi_course === course).length;
    if (learners === 0) return [];
    const label = `${path}${course.toLowerCase()}`;
    const first = random(seed, 'sfi', area, label).whole(0, secondTimes.length - 1);
    // With fewer learners than places, some places do without the course.
    const places = sfiPlaces.map((at, k) => ({ at, number: k + 1 })).slice(0, learners);
    const each = learners / places.length >= LEARNERS_OF_TWO_GROUPS ? 2 : 1;
    return places.flatMap(({ at, number }) =>
      Array.from({ length: each }, (_, k) => ({
        id: `sfi-${area.slice(-4)}-${label}-${number}-${k + 1}`,
        provider: `Sfi ${area}, plats ${number} (påhittad)`,
        at,
        path,
        course,
        time: k === 0 ? firstTime : secondTimes[(first + number) % secondTimes.length],
        learners: learners / places.length / each,
      })),
    );
  });
}
