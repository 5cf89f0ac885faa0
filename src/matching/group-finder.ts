import { allowedInGroup } from './eligible.ts';
import { byId } from './order.ts';
import type { RegionIndex } from './region-index.ts';

/** The SFI groups, in the order of ids, that the rules allow a participant (a row): of those of the person's path and course, and the person's own. */
export function groupFinder(index: RegionIndex): (participant: number) => readonly number[] {
  const { path, course } = index.groups;
  const inOrder = byId(index.region.sfi_groups);
  const courseKey = (ofPath: number, ofCourse: number) => ofPath * 4 + ofCourse;
  const byCourse = Map.groupBy(inOrder, (g) => courseKey(path[g], course[g]));
  const { sfiPath, sfiCourse, ownGroup } = index.participants;
  return (p) => {
    const key = courseKey(sfiPath[p], sfiCourse[p]);
    const own = ownGroup[p];
    const taught = byCourse.get(key) ?? [];
    const elsewhere = own >= 0 && courseKey(path[own], course[own]) !== key;
    const asked = elsewhere ? inOrder.filter((g) => g === own || taught.includes(g)) : taught;
    return asked.filter((g) => allowedInGroup(index, p, g));
  };
}
