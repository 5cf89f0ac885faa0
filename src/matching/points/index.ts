import type { OptionTerm, TeamTerm } from './term.ts';

/** Every term of the points, in the order in which a proposal shows them. With placement_points they add up to an option's points. */
export const teamTerms: readonly TeamTerm[] = [];
export const optionTerms: readonly OptionTerm[] = [];
