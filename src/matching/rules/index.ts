import { avoidedUnits } from './avoided-units.ts';
import { commute } from './commute.ts';
import { extract } from './extract.ts';
import { ownChildren } from './own-children.ts';
import { protectedIdentity } from './protected.ts';
import { roles } from './roles.ts';
import type { Rule } from './rule.ts';
import { schoolForm } from './school-form.ts';
import { seats } from './seats.ts';
import { sfiCourse } from './sfi-course.ts';
import { sharedLanguage } from './shared-language.ts';
import { startDates } from './start-dates.ts';
import { timetable } from './timetable.ts';
import { turnedDown } from './turned-down.ts';

/** Every hard rule. The order is the one in which a person without options is told why: the first rule that leaves nothing. */
export const rules: readonly Rule[] = [
  protectedIdentity,
  sharedLanguage,
  sfiCourse,
  schoolForm,
  roles,
  avoidedUnits,
  ownChildren,
  startDates,
  extract,
  commute,
  timetable,
  seats,
  turnedDown,
];
