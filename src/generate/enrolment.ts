/**
 * Who already attends an SFI group when the matching begins: about half of the pool, each in a group of their course whose
 * hours they can attend, and never more than the group has seats.
 */
import type { TableRow } from '../../src/domain/region.ts';
import { random } from './random.ts';

interface Enrolment {
  readonly participants: readonly TableRow<'participants'>[];
  readonly sfi_groups: readonly TableRow<'sfi_groups'>[];
  readonly sessions: readonly TableRow<'sessions'>[];
}

/** The participants, some with an `sfi_group`. */
export function enrolled(tables: Enrolment, seed: number): TableRow<'participants'>[] {
  const taken = new Map<string, number>();
  return tables.participants.map((person) => {
    const chance = random(seed, 'enrolment', person.id);
    const busy = tables.sessions.filter((s) => s.owner === 'participant' && s.id === person.id);
    const groups = tables.sfi_groups.filter(
      (group) =>
        group.path === person.sfi_path &&
        group.course === person.sfi_course &&
        (taken.get(group.id) ?? 0) < group.seats - (group.reserved_seats ?? 0) &&
        !tables.sessions.some(
          (s) => s.owner === 'sfi' && s.id === group.id && busy.some((b) => overlap(s, b)),
        ),
    );
    if (groups.length === 0 || !chance.chance(0.55)) return person;
    const { id } = chance.pick(groups);
    taken.set(id, (taken.get(id) ?? 0) + 1);
    return { ...person, sfi_group: id };
  });
}

function overlap(a: TableRow<'sessions'>, b: TableRow<'sessions'>): boolean {
  return a.weekday === b.weekday && a.start < b.end && b.start < a.end;
}
