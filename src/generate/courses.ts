/** The courses of SFI, each a step of a study path, and how many of the newly arrived study it (assumed). */
import type { TableRow } from '../domain/region.ts';

export interface Course {
  readonly path: TableRow<'sfi_groups'>['path'];
  readonly course: TableRow<'sfi_groups'>['course'];
}

export const coursesNow: readonly (Course & { readonly weight: number })[] = [
  { path: 1, course: 'A', weight: 8 },
  { path: 1, course: 'B', weight: 10 },
  { path: 1, course: 'C', weight: 7 },
  { path: 1, course: 'D', weight: 6 },
  { path: 2, course: 'B', weight: 14 },
  { path: 2, course: 'C', weight: 16 },
  { path: 2, course: 'D', weight: 12 },
  { path: 3, course: 'C', weight: 15 },
  { path: 3, course: 'D', weight: 12 },
];
