/**
 * SFI groups at real SFI places. The places are in Skolverket's register (2020); the groups, their courses, seats and times
 * are synthetic. Seats are handed out course by course, a little short of the people who need the course.
 */
import type { TableRow } from '../../src/domain/region.ts';
import { apportion } from '../../src/generate/apportion.ts';
import type { Course } from '../../src/generate/courses.ts';
import { type SfiTimetable, sessionsOf, sfiTimetables } from '../../src/generate/timetables.ts';
import { type Point, places } from './places.ts';

export interface SfiPlace extends Point {
  readonly provider: string;
  readonly approximate: boolean;
}

/** The school at the same address stands in the school register with its coordinates. */
const neighbour = places.find(({ id }) => id === 'alla-nationers-fria-skola');
if (neighbour === undefined) throw new Error('Vårholmsbackarna 100 is not in the sources');

/**
 * Only Vårholmsbackarna 100 is in the sources with coordinates. The others are outside the two districts: their coordinates
 * are read off a map to about 500 metres and rounded accordingly.
 */
export const sfiPlaces = {
  skarholmen: {
    provider: 'Vuxenutbildning Söderort, Vårholmsbackarna 100',
    lat: neighbour.lat,
    lon: neighbour.lon,
    approximate: false,
  },
  rosenlund: { provider: 'SFI Stockholm, Rosenlundsgatan 52', lat: 59.31, lon: 18.06, approximate: true },
  aso: { provider: 'Åsö vuxengymnasium, Blekingegatan 55', lat: 59.31, lon: 18.08, approximate: true },
  alma: { provider: 'Alma folkhögskola SFI, Buteljgatan 6', lat: 59.31, lon: 18.03, approximate: true },
} as const satisfies Record<string, SfiPlace>;
export type SfiPlaceName = keyof typeof sfiPlaces;

export interface GroupPlan extends Course {
  readonly id: string;
  readonly place: SfiPlaceName;
  readonly time: SfiTimetable;
  readonly reserved?: number;
}

export interface SfiTables {
  readonly sfi_groups: readonly TableRow<'sfi_groups'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

/** The groups with `seats` in all, so that each course gets its part of them by the people who need it (`learners`). */
export function sfiTables(
  plans: readonly GroupPlan[],
  learners: readonly { readonly sfi_path: Course['path']; readonly sfi_course: Course['course'] }[],
  seats: number,
  startsOn: string,
): SfiTables {
  const need = plans.map((plan) => {
    const same = plans.filter((other) => sameCourse(other, plan)).length;
    const people = learners.filter((p) => p.sfi_path === plan.path && p.sfi_course === plan.course).length;
    return people / same;
  });
  const share = apportion(need, seats);
  return {
    sfi_groups: plans.map((plan, k) => ({
      id: plan.id,
      provider: sfiPlaces[plan.place].provider,
      path: plan.path,
      course: plan.course,
      seats: share[k],
      ...(plan.reserved === undefined ? {} : { reserved_seats: plan.reserved }),
      lat: sfiPlaces[plan.place].lat,
      lon: sfiPlaces[plan.place].lon,
      starts_on: startsOn,
    })),
    sessions: plans.flatMap((plan) => sessionsOf('sfi', plan.id, sfiTimetables[plan.time])),
  };
}

function sameCourse(a: Course, b: Course): boolean {
  return a.path === b.path && a.course === b.course;
}
