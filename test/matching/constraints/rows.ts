import type { Matching } from '../../../src/matching/matching.ts';

/** The rows whose id starts so, with what each option uses of them as `participant>team+group: amount`; for tests to read at a glance. */
export function rowsOf(matching: Matching, prefix: string) {
  const { problem, region } = matching;
  return problem.constraints.flatMap((id, r) => {
    if (!id.startsWith(prefix)) return [];
    const uses: Record<string, number> = {};
    for (let k = 0; k < problem.participant.length; k++) {
      for (let e = problem.useStart[k]; e < problem.useStart[k + 1]; e++) {
        if (problem.useConstraint[e] === r) uses[optionName(matching, k)] = problem.useAmount[e];
      }
    }
    return [{ id, limit: problem.limit[r], penalty: problem.penalty[r], uses }];
  });

  function optionName({ options }: Matching, k: number): string {
    const participant = region.participants[options.participant[k]].id;
    return `${participant}>${region.teams[options.team[k]].id}+${region.sfi_groups[options.sfi[k]].id}`;
  }
}

export const HARD = Number.POSITIVE_INFINITY;
