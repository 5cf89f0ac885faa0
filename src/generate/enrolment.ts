/**
 * Who already attends an SFI group when the matching begins: about half of the pool, each in a group of their course whose
 * hours they can attend, and never more than the group has seats.
 */
import type { TableRow } from '../domain/region.ts';
import { random } from './random.ts';

interface Enrolment {
  readonly participants: readonly TableRow<'participants'>[];
  readonly sfi_groups: readonly TableRow<'sfi_groups'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

/** The participants, some with an `sfi_group`; `areaOf` is the area whose people a group takes, or null where it takes anybody. */
export function enrolled(
  tables: Enrolment,
  seed: number,
  areaOf: (group: TableRow<'sfi_groups'>) => string | null = () => null,
): TableRow<'participants'>[] {
  const taken = new Map<string, number>();
  const busyTimes = sessionsById(tables.sessions, 'participant');
  const meetings = sessionsById(tables.sessions, 'sfi');
  const ofCourse = Map.groupBy(tables.sfi_groups, (group) =>
    courseKey(group.path, group.course, areaOf(group)),
  );
  const asked = (person: TableRow<'participants'>, area: string | null) =>
    ofCourse.get(courseKey(person.sfi_path, person.sfi_course, area)) ?? [];
  return tables.participants.map((person) => {
    const chance = random(seed, 'enrolment', person.id);
    const busy = busyTimes.get(person.id) ?? [];
    const groups = [...asked(person, null), ...asked(person, person.area)].filter(
      (group) =>
        (taken.get(group.id) ?? 0) < group.seats - (group.reserved_seats ?? 0) &&
        !(meetings.get(group.id) ?? []).some((s) => busy.some((b) => overlap(s, b))),
    );
    if (groups.length === 0 || !chance.chance(0.55)) return person;
    const { id } = chance.pick(groups);
    taken.set(id, (taken.get(id) ?? 0) + 1);
    return { ...person, sfi_group: id };
  });
}

function courseKey(path: number, course: string, area: string | null): string {
  return `${path}${course}|${area ?? ''}`;
}

function sessionsById(
  sessions: readonly TableRow<'sessions'>[],
  owner: TableRow<'sessions'>['owner'],
): ReadonlyMap<string, readonly TableRow<'sessions'>[]> {
  return Map.groupBy(
    sessions.filter((session) => session.owner === owner),
    ({ id }) => id,
  );
}

function overlap(a: TableRow<'sessions'>, b: TableRow<'sessions'>): boolean {
  return a.weekday === b.weekday && a.start < b.end && b.start < a.end;
}
