import type { Problem } from '../../problem.ts';
import type { Decision } from './decision.ts';
import type { Relaxation, Relaxed } from './relaxation.ts';

/** A sum this close to 0 or 1 is whole. */
const WHOLE = 1e-6;
/** A set picked less than this, or more than 1 less this, moves too little when it is split. */
const LEAST_FRACTION = 0.02;

/**
 * What a fractional relaxation can be split on: of each participant who is picked in parts, the options that share a
 * constraint (those of one team, of one SFI group), each single option, and all of them (placed or not). Sets of the
 * same columns count once. The most undecided come first; ties stay in the order of participants and columns.
 *
 * Where nothing is fractional beyond the tolerance, and yet the node is not settled (amounts of 1e8 that miss by
 * one), what it picks is decided person by person. None is left where everything is decided.
 */
export function splitsOf(problem: Problem, relaxation: Relaxation, { picked }: Relaxed): readonly Decision[] {
  const splits: (Decision & { readonly share: number })[] = [];
  const options = relaxation.options();
  relaxation.columnsOf.forEach((all, participant) => {
    if (!all.some((column) => picked[column] > WHOLE && picked[column] < 1 - WHOLE)) return;
    const columns = all.filter(relaxation.isOpen);
    const seen = new Set<string>();
    for (const set of setsOf(problem, options, columns, picked)) {
      // Demanding what is demanded already would decide nothing.
      if (set.length === columns.length && relaxation.isDemanded(participant)) continue;
      const share = set.reduce((sum, column) => sum + picked[column], 0);
      if (share < LEAST_FRACTION || share > 1 - LEAST_FRACTION) continue;
      const name = set.join(' ');
      if (seen.has(name)) continue;
      seen.add(name);
      splits.push({ kind: 'split', participant, columns: set, share });
    }
  });
  const undecided = ({ share }: { readonly share: number }): number => Math.abs(share - 0.5);
  if (splits.length > 0) return splits.sort((a, b) => undecided(a) - undecided(b));
  const next = relaxation.columnsOf.findIndex((_, participant) => !isDecided(relaxation, participant));
  if (next === -1) return [];
  const open = relaxation.columnsOf[next].filter(relaxation.isOpen);
  const taken = open.find((column) => picked[column] > 0.5);
  const columns = taken === undefined && !relaxation.isDemanded(next) ? open : [taken ?? open[0]];
  return [{ kind: 'split', participant: next, columns }];
}

/** Whether the branches leave a participant one thing to do. */
export function isDecided(relaxation: Relaxation, participant: number): boolean {
  const open = relaxation.columnsOf[participant].filter(relaxation.isOpen).length;
  return open === 0 || (open === 1 && relaxation.isDemanded(participant));
}

/** Sets of a participant's columns: those that share a constraint with one that is picked in part, each alone, and all. */
function setsOf(
  { useStart, useConstraint }: Problem,
  options: Int32Array,
  columns: readonly number[],
  picked: Float64Array,
): readonly (readonly number[])[] {
  const sharing = new Map<number, number[]>();
  const fractional = columns.filter((column) => picked[column] > WHOLE);
  for (const column of fractional) {
    for (let e = useStart[options[column]]; e < useStart[options[column] + 1]; e++)
      sharing.set(useConstraint[e], []);
  }
  for (const column of columns) {
    for (let e = useStart[options[column]]; e < useStart[options[column] + 1]; e++)
      sharing.get(useConstraint[e])?.push(column);
  }
  return [...sharing.values(), ...fractional.map((column) => [column]), columns];
}
