import { background } from './background.ts';
import { commute } from './commute.ts';
import { competences } from './competences.ts';
import { language } from './language.ts';
import { pupils } from './pupils.ts';
import { roles } from './roles.ts';
import { sfiContinuity } from './sfi-continuity.ts';
import type { OptionTerm, TeamTerm } from './term.ts';
import { waiting } from './waiting.ts';
import { wishes } from './wishes.ts';

/** Every term of the points, in the order in which a proposal shows them. With placement_points they add up to an option's points. */
export const teamTerms: readonly TeamTerm[] = [
  language,
  pupils,
  background,
  roles,
  competences,
  waiting,
  wishes,
];
export const optionTerms: readonly OptionTerm[] = [sfiContinuity, commute];
